import sharp from 'sharp';
import { checkCharacterOf } from '@hall/shared/kernel/citizen-id';
import type { TestApp } from '../../../testing/test-app.ts';
import type { EnrolmentAnswers } from '../answers.dto.ts';
import type { ApplicationView } from '../application.dto.ts';
import type { StaffCaseView } from '../staff-case.dto.ts';

export const LI_MING = { name: '李明', citizenId: '420606199001011239' };
export const WANG_XIUYING = { name: '王秀英', citizenId: '420606195003150023' };

/** A synthetic person whose ID number holds. @param first17 the digits before the check character */
export const person = (name: string, first17: string): { name: string; citizenId: string } => ({ name, citizenId: first17 + checkCharacterOf(first17) });

/** Whole answers; what a test is about goes into `more`. */
export const wholeAnswers = (more: EnrolmentAnswers = {}): EnrolmentAnswers => ({
  ...LI_MING, ethnicGroup: '01', phone: '13800138000', householdArea: 'migong', householdAddress: '米公路 12 号', householdType: 'resident',
  isStudent: false, isCivilServant: false, hasEmployeePension: false, specialGroup: 'none', tierYuan: 500, assessmentYear: 2026,
  bankCode: '102', bankCard: '6222020200112233445', declarationAccepted: true, ...more,
});

let photograph: Promise<Buffer> | undefined;
/** A small real JPEG: the picture check looks at the bytes. */
export const aPhotograph = (): Promise<Buffer> => (photograph ??= sharp({ create: { width: 400, height: 300, channels: 3, background: '#c9d3e0' } }).jpeg().toBuffer());

type Who = { token: string };

/** A resident at the phone and a clerk at the desk, as the story tells it: each step is one request. */
export class CaseStory {
  constructor(
    private readonly hall: TestApp,
    readonly resident: Who,
    readonly id: string,
  ) {}

  static async begin(hall: TestApp, resident: Who, relativeId?: string): Promise<CaseStory> {
    const opened = await hall.call<ApplicationView>('POST', '/resident/applications', { ...resident, body: { matterId: 'enrolment', ...(relativeId ? { relativeId } : {}) } });
    if (opened.status !== 200) throw new Error(JSON.stringify(opened.body));
    return new CaseStory(hall, resident, opened.body.id);
  }

  async seen(): Promise<ApplicationView> {
    return (await this.hall.call<ApplicationView>('GET', `/resident/applications/${this.id}`, this.resident)).body;
  }

  async save(answers: EnrolmentAnswers) {
    return this.hall.call<ApplicationView>('PATCH', `/resident/applications/${this.id}/draft`, { ...this.resident, body: { version: (await this.seen()).version, answers } });
  }

  async photograph(code: string, key?: string) {
    return this.hall.upload<ApplicationView>(`/resident/applications/${this.id}/materials/${code}/pictures`, { name: 'photo.jpg', type: 'image/jpeg', bytes: await aPhotograph() }, { ...this.resident, ...(key ? { key } : {}) });
  }

  /** Both sides of the card. */
  async photographCard(): Promise<ApplicationView> {
    await this.photograph('citizen-id-card');
    return (await this.photograph('citizen-id-card')).body;
  }

  async act(move: 'submit' | 'recall' | 'withdraw') {
    return this.hall.call<ApplicationView>('POST', `/resident/applications/${this.id}/${move}`, { ...this.resident, body: { version: (await this.seen()).version } });
  }

  /** Filled, photographed and handed in. */
  async handIn(more: EnrolmentAnswers = {}): Promise<ApplicationView> {
    await this.save(wholeAnswers(more));
    await this.photographCard();
    const { status, body } = await this.act('submit');
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body;
  }

  async seenBy(staff: Who): Promise<StaffCaseView> {
    return (await this.hall.call<StaffCaseView>('GET', `/staff/applications/${this.id}`, staff)).body;
  }

  /** One staff write on the case as it stands now. */
  async staff(staff: Who, method: 'POST' | 'PUT' | 'PATCH', path: string, body: object = {}) {
    return this.hall.call<StaffCaseView>(method, `/staff/applications/${this.id}/${path}`, { token: staff.token, body: { version: (await this.seenBy(staff)).version, ...body } });
  }

  /** Claimed, looked through and found complete. */
  async review(clerk: Who): Promise<void> {
    await this.staff(clerk, 'POST', 'claim');
    await this.staff(clerk, 'POST', 'ready');
  }

  /** Card seen, originals seen, confirmed. */
  async handle(clerk: Who) {
    await this.staff(clerk, 'POST', 'verify-identity');
    await this.staff(clerk, 'PUT', 'originals', { seen: ['citizen-id-card'] });
    return this.staff(clerk, 'POST', 'handle');
  }
}
