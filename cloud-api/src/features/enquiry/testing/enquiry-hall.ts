import { newId } from '../../../platform/persistence/new-id.ts';
import type { Answer, TestApp } from '../../../testing/test-app.ts';
import { Department } from '../../hall/hall.entity.ts';
import { Halls } from '../../hall/halls.ts';
import type { EnquiryView } from '../enquiry.dto.ts';
import type { StaffEnquiryPage, StaffEnquiryView } from '../enquiry-staff.dto.ts';

export type Refused = { code?: string; fields?: { path: string }[] };
export type Signed = { token: string };
export type StaffMember = Awaited<ReturnType<TestApp['staff']>>;

export const QUESTION = '社保卡丢了，怎么补办？要带什么？';
export const ANSWER = '请带身份证到 5 号窗口，当场补办，大约半小时。';

/** What people in these stories do, through the doors everybody uses. */
export class EnquiryHall {
  constructor(readonly hall: TestApp) {}

  async section(name: string): Promise<string> {
    const id = newId();
    await this.hall.work((work) => work.add(Department, { id, hallId: this.hall.hallId, name, phone: null, position: 9 }));
    this.hall.app.get(Halls).forget();
    return id;
  }

  async joins(who: StaffMember, departmentId: string): Promise<void> {
    await this.hall.work((work) => work.execute('UPDATE staff SET department_id = ? WHERE id = ?', [departmentId, who.actor.id]));
  }

  /** @param more of the body */
  ask(who: Signed, more: object = {}, key = newId()): Promise<Answer<EnquiryView & Refused>> {
    return this.hall.call('POST', '/resident/enquiries', { token: who.token, key, body: { addressee: 'leader', departmentId: null, text: QUESTION, pictureIds: [], ...more } });
  }

  async asked(who: Signed, more: object = {}): Promise<EnquiryView> {
    const { status, body } = await this.ask(who, more);
    if (status !== 200) throw new Error(`could not ask: ${status} ${body.code ?? ''}`);
    return body;
  }

  mine(who: Signed, id: string): Promise<Answer<EnquiryView & Refused>> {
    return this.hall.call('GET', `/resident/enquiries/${id}`, { token: who.token });
  }

  /** A resident's move, with the version as it is now. */
  async says(who: Signed, id: string, path: string, more: object = {}): Promise<Answer<EnquiryView & Refused>> {
    const { version } = (await this.mine(who, id)).body;
    return this.hall.call('POST', `/resident/enquiries/${id}/${path}`, { token: who.token, body: { version, ...more } });
  }

  seen(who: Signed, id: string): Promise<Answer<StaffEnquiryView & Refused>> {
    return this.hall.call('GET', `/staff/enquiries/${id}`, { token: who.token });
  }

  /** A move of staff, with the version as it is now. */
  async does(who: Signed, id: string, path: string, more: object = {}): Promise<Answer<StaffEnquiryView & Refused>> {
    const version = (await this.seen(who, id)).body.version ?? 1;
    return this.hall.call('POST', `/staff/enquiries/${id}/${path}`, { token: who.token, body: { version, ...more } });
  }

  async list(who: Signed, scope: string, more = ''): Promise<StaffEnquiryPage> {
    return (await this.hall.call<StaffEnquiryPage>('GET', `/staff/enquiries?scope=${scope}${more}`, { token: who.token })).body;
  }
}
