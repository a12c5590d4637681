import type { ApplicationView, ConsentList, NoticeList, SessionView, StaffCaseView } from '@hall/shared/api/views';
import type { EnrolmentAnswers } from '@hall/shared/enrolment/enrolment.form';
import { documentsOf } from '../../cloud-api/src/sample/sample-documents.ts';
import { syntheticPerson, type SyntheticPerson } from '../../cloud-api/src/sample/synthetic-people.ts';
import { Caller, codeSentTo } from './hall-over-http.ts';

/** Somebody who wants to take part: who they are, what they will answer, and the drawn pictures of their papers. */
export interface Enrollee {
  person: SyntheticPerson;
  age: number;
  answers: Required<Omit<EnrolmentAnswers, 'otherPensions'>>;
  /** JPEGs by the code of the material, in the order in which they are taken. */
  papers: Readonly<Record<string, readonly Buffer[]>>;
}

const PAPERS = ['citizen-id-card', 'household-register'];

/** Who acts for somebody else, and what they are to them, such as 女儿. */
export interface Agent { name: string; citizenId: string; relation: string }

/**
 * @param number which synthetic person @param age whole years on `today` (`YYYY-MM-DD`)
 * @param agent adds the signed authority of somebody who acts for this person
 */
export async function enrollee(number: number, age: number, today: string, agent?: Agent): Promise<Enrollee> {
  const person = syntheticPerson(number, age, today);
  const papers: Record<string, Buffer[]> = {};
  for (const [code, jpeg] of await documentsOf(person, age, [...PAPERS, ...(agent ? ['entrustment'] : [])], agent)) (papers[code] ??= []).push(jpeg);
  return {
    person, age, papers,
    answers: {
      name: person.name, citizenId: person.citizenId, ethnicGroup: '01', phone: person.phone, householdArea: 'hanjiang', householdAddress: '示例路 12 号 3 单元 502', householdType: 'resident',
      isStudent: false, isCivilServant: false, hasEmployeePension: false, specialGroup: 'none', tierYuan: 1000, assessmentYear: Number(today.slice(0, 4)), bankCode: '102', bankCard: '6222020200112233445', declarationAccepted: true,
    },
  };
}

/** Signs in by phone number and one-time code, as a browser does, and agrees to both notices. */
export async function residentOver(url: string, phone: string): Promise<Caller> {
  const open = new Caller(url);
  await open.post('/public/sign-in/phone-code', { phone });
  const session = await open.post<SessionView>('/public/sign-in/phone', { phone, code: await codeSentTo(url, phone) });
  const resident = new Caller(url, session.token);
  for (const { kind, version } of (await open.get<NoticeList>('/public/notices')).items) await resident.post<ConsentList>('/resident/consents', { kind, version });
  return resident;
}

/** A whole enrolment, handed in and found ready by the clerk. Answers the case's id. */
export async function readyCase(resident: Caller, clerk: Caller, { answers, papers }: Enrollee): Promise<string> {
  const opened = await resident.post<ApplicationView>('/resident/applications', { matterId: 'enrolment' });
  let { version } = await resident.patch<ApplicationView>(`/resident/applications/${opened.id}/draft`, { version: opened.version, answers });
  for (const [code, pictures] of Object.entries(papers)) {
    for (const picture of pictures) ({ version } = await resident.upload<ApplicationView>(`/resident/applications/${opened.id}/materials/${code}/pictures`, picture));
  }
  ({ version } = await resident.post<ApplicationView>(`/resident/applications/${opened.id}/submit`, { version }));
  ({ version } = await clerk.post<StaffCaseView>(`/staff/applications/${opened.id}/claim`, { version }));
  await clerk.post<StaffCaseView>(`/staff/applications/${opened.id}/ready`, { version });
  return opened.id;
}
