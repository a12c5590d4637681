import type { ApplicationView } from '../features/enrolment/application.dto.ts';
import type { StaffCaseView } from '../features/enrolment/staff-case.dto.ts';
import type { SampleActor } from './sample-actor.ts';
import type { SampleResident } from './sample-cast.ts';
import { documentsOf } from './sample-documents.ts';
import type { SyntheticPerson } from './synthetic-people.ts';

const AREAS = ['hanjiang', 'wangzhai', 'zhongyuan', 'dingzhongmen', 'qinghekou', 'pingxiangmen', 'migong', 'shipu'];
const TIERS = [400, 500, 800, 1000, 2000];
const ALWAYS = ['citizen-id-card', 'household-register'];

/** For whom a case is filled: the resident, or a relative of theirs. */
export interface Enrolled {
  person: SyntheticPerson;
  age: number;
  relativeId?: string;
}

const answersOf = (person: SyntheticPerson, seed: number, assessmentYear: number) => ({
  name: person.name, citizenId: person.citizenId, ethnicGroup: '01', phone: person.phone, householdArea: AREAS[seed % AREAS.length], householdAddress: `示例路 ${10 + seed} 号`, householdType: 'resident',
  isStudent: false, isCivilServant: false, hasEmployeePension: false, specialGroup: 'none', tierYuan: TIERS[seed % TIERS.length], assessmentYear, bankCode: '102', bankCard: '6222020200112233445', declarationAccepted: true,
});

/** One enrolment on its way, a step at a time. */
export class SampleCase {
  readonly resident: SampleResident;
  private readonly enrolled: Enrolled;
  private readonly seed: number;
  readonly id: string;
  private version: number;

  private constructor(resident: SampleResident, enrolled: Enrolled, seed: number, opened: ApplicationView) {
    this.resident = resident;
    this.enrolled = enrolled;
    this.seed = seed;
    this.id = opened.id;
    this.version = opened.version;
  }

  static async open(resident: SampleResident, seed: number, enrolled: Enrolled = resident): Promise<SampleCase> {
    const opened = await resident.phone.post<ApplicationView>('/resident/applications', { matterId: 'enrolment', ...(enrolled.relativeId ? { relativeId: enrolled.relativeId } : {}) });
    return new SampleCase(resident, enrolled, seed, opened);
  }

  /** @param fields fill only this many, for a draft somebody left */
  async fill(year: number, fields = Number.POSITIVE_INFINITY): Promise<this> {
    const answers = Object.fromEntries(Object.entries(answersOf(this.enrolled.person, this.seed, year)).slice(0, fields));
    this.version = (await this.resident.phone.patch<ApplicationView>(`/resident/applications/${this.id}/draft`, { version: this.version, answers })).version;
    return this;
  }

  async photograph(relation?: string): Promise<this> {
    const agent = relation ? { name: this.resident.person.name, citizenId: this.resident.person.citizenId, relation } : undefined;
    for (const [code, jpeg] of await documentsOf(this.enrolled.person, this.enrolled.age, [...ALWAYS, ...(relation ? ['entrustment'] : [])], agent)) {
      this.version = (await this.resident.phone.upload<ApplicationView>(`/resident/applications/${this.id}/materials/${code}/pictures`, jpeg)).version;
    }
    return this;
  }

  async submit(): Promise<this> {
    this.version = (await this.resident.phone.post<ApplicationView>(`/resident/applications/${this.id}/submit`, { version: this.version })).version;
    return this;
  }

  /** Back with one picture and one field to mend. */
  async returned(clerk: SampleActor): Promise<this> {
    const claimed = await this.byStaff(clerk, 'post', 'claim');
    const picture = claimed.materials.flatMap((material) => material.pictures)[0];
    await this.byStaff(clerk, 'put', 'marks', {
      marks: [
        ...(picture ? [{ target: `picture:${picture.id}`, reasonCode: 'picture-glare', sentence: '照片右上角反光，看不清号码，请换个角度重拍一张。' }] : []),
        { target: 'field:householdAddress', reasonCode: 'field-too-vague', sentence: '地址请写到门牌号，和户口簿上一致。' },
      ],
    });
    await this.byStaff(clerk, 'post', 'return');
    return this;
  }

  async ready(clerk: SampleActor): Promise<this> {
    await this.byStaff(clerk, 'post', 'claim');
    await this.byStaff(clerk, 'post', 'ready');
    return this;
  }

  async handle(clerk: SampleActor): Promise<this> {
    await this.byStaff(clerk, 'post', 'verify-identity');
    await this.byStaff(clerk, 'put', 'originals', { seen: ALWAYS });
    await this.byStaff(clerk, 'post', 'handle');
    return this;
  }

  private async byStaff(clerk: SampleActor, verb: 'post' | 'put', path: string, body: object = {}): Promise<StaffCaseView> {
    const { version } = await clerk.get<StaffCaseView>(`/staff/applications/${this.id}`);
    return clerk[verb]<StaffCaseView>(`/staff/applications/${this.id}/${path}`, { version, ...body });
  }
}
