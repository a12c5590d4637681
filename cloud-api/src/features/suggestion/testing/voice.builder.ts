import { randomBytes, randomUUID } from 'node:crypto';
import { startWechatDouble, type WechatDouble } from '@hall/doubles/wechat/wechat-double';
import { instantAt } from '@hall/shared/kernel/day';
import { groupedCode, trackingCodeFrom } from '@hall/shared/suggestion/tracking-code.rules';
import { Sessions } from '../../../platform/auth/sessions.ts';
import { newId } from '../../../platform/persistence/new-id.ts';
import { TestApp, type Answer } from '../../../testing/test-app.ts';
import type { AnonymousSuggestionInput, MySuggestionView, SuggestionInput } from '../suggestion.dto.ts';
import type { PlanInput, StaffSuggestionPage, StaffSuggestionView } from '../suggestion-staff.dto.ts';

export type Staff = Awaited<ReturnType<TestApp['staff']>>;
export interface Author { token: string }
export interface Nameless { code: string; seen: MySuggestionView }

export const CHAIRS = '大厅的椅子太少了，老人站着等，希望多放几把';
export const PLAN: Omit<PlanInput, 'ownerId' | 'version'> = { measure: '等候区增加二十把椅子', dueOn: '2026-11-27', metric: '没有座位的等候人数', target: '高峰时不超过 3 人', observeDays: 7 };

export const must = <T>({ status, body }: Answer<T>): T => {
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
};

/** A hall with a box, those who work on what comes in, and WeChat's double. */
export class Voice {
  readonly hall: TestApp;
  readonly wechat: WechatDouble;
  readonly wang: Staff;
  readonly li: Staff;
  readonly head: Staff;
  readonly leader: Staff;

  private constructor(hall: TestApp, wechat: WechatDouble, [wang, li, head, leader]: Staff[]) {
    [this.hall, this.wechat, this.wang, this.li, this.head, this.leader] = [hall, wechat, wang!, li!, head!, leader!];
  }

  static async start(url: string, environment: Record<string, string> = {}): Promise<Voice> {
    const wechat = await startWechatDouble();
    const hall = await TestApp.start(url, { environment: { WECHAT_URL: wechat.url, WECHAT_APPID: wechat.appId, WECHAT_SECRET: wechat.appSecret, ...environment } });
    return new Voice(hall, wechat, [await hall.staff(['clerk'], '王晓梅'), await hall.staff(['clerk'], '李文静'), await hall.staff(['head'], '周建平'), await hall.staff(['leader'], '孙明远')]);
  }

  async close(): Promise<void> {
    await this.hall.close();
    await this.wechat.close();
  }

  /** A new day begins with a new sign-in. */
  async newDay(day: string, clock = '09:00'): Promise<void> {
    this.hall.clock.set(instantAt(day, clock));
    for (const who of [this.wang, this.li, this.head, this.leader]) who.token = await this.hall.work(async (work) => (await this.hall.app.get(Sessions).issue(work, 'staff', who.actor.id)).token);
  }

  /** Somebody WeChat knows. */
  async author(person: string): Promise<Author> {
    return { token: must(await this.hall.call<{ token: string }>('POST', '/public/sign-in/wechat', { body: { code: this.wechat.control.issueLoginCode(person) } })).token };
  }

  submit(author: Author, more: Partial<SuggestionInput> = {}, key = newId()): Promise<Answer<MySuggestionView>> {
    return this.hall.call<MySuggestionView>('POST', '/resident/suggestions', { ...author, key, body: { topic: 'premises', text: CHAIRS, wishesPublic: true, pictureIds: [], ...more } });
  }

  mine(author: Author, id: string): Promise<Answer<MySuggestionView>> {
    return this.hall.call<MySuggestionView>('GET', `/resident/suggestions/${id}`, author);
  }

  anonymously(more: Partial<AnonymousSuggestionInput> = {}): Promise<Answer<MySuggestionView>> {
    return this.hall.call<MySuggestionView>('POST', '/public/anonymous-suggestions', { body: { nonce: randomUUID(), trackingCode: newCode(), topic: 'window', text: '三号窗口的工作人员说话太冲，让人难受', wishesPublic: true, pictureTokens: [], ...more } });
  }

  /** Anonymous, through WeChat: its text is looked at. @param person whom WeChat knows and we never do */
  async nameless(person: string, more: Partial<AnonymousSuggestionInput> = {}): Promise<Nameless> {
    const code = newCode();
    return { code, seen: must(await this.anonymously({ trackingCode: code, wechatCode: this.wechat.control.issueLoginCode(person), ...more })) };
  }

  look(code: string): Promise<Answer<MySuggestionView>> {
    return this.hall.call<MySuggestionView>('POST', '/public/anonymous-suggestions/look', { body: { trackingCode: code } });
  }

  async staff(who: Staff, id: string): Promise<StaffSuggestionView> {
    return must(await this.hall.call<StaffSuggestionView>('GET', `/staff/suggestions/${id}`, who));
  }

  async list(who: Staff, query = ''): Promise<StaffSuggestionPage> {
    return must(await this.hall.call<StaffSuggestionPage>('GET', `/staff/suggestions${query}`, who));
  }

  /** One move of the desk, with the version just read. */
  async move(who: Staff, id: string, path: string, body: object = {}): Promise<Answer<StaffSuggestionView & { code?: string; fields?: { path: string }[] }>> {
    const { version } = await this.staff(this.leader, id);
    return this.hall.call('POST', `/staff/suggestions/${id}/${path}`, { ...who, body: { version, ...body } });
  }

  /** One move of the plan, likewise. */
  async planMove(who: Staff, id: string, path: string, body: object = {}): Promise<Answer<StaffSuggestionView & { code?: string; fields?: { path: string }[] }>> {
    const { version } = (await this.staff(this.leader, id)).plans.at(-1)!;
    return this.hall.call('POST', `/staff/suggestions/${id}/plan/${path}`, { ...who, body: { version, ...body } });
  }

  savePlan(who: Staff, id: string, more: Partial<PlanInput> = {}): Promise<Answer<StaffSuggestionView & { code?: string }>> {
    return this.hall.call('PUT', `/staff/suggestions/${id}/plan`, { ...who, body: { ...PLAN, ownerId: this.wang.actor.id, version: null, ...more } });
  }

  async draft(who: Staff, id: string, text: string, noPlanReason: string | null = null): Promise<Answer<StaffSuggestionView & { code?: string }>> {
    const { draft } = await this.staff(this.leader, id);
    return this.hall.call('PUT', `/staff/suggestions/${id}/answer-draft`, { ...who, body: { text, noPlanReason, version: draft?.version ?? null } });
  }

  async word(id: string, text: string, show = true): Promise<Answer<StaffSuggestionView & { code?: string }>> {
    const { version } = await this.staff(this.leader, id);
    return this.hall.call('PUT', `/staff/suggestions/${id}/public-wording`, { ...this.leader, body: { version, text, show } });
  }

  /** In the clerk's hands and taken. */
  async taken(id: string): Promise<void> {
    must(await this.move(this.leader, id, 'accept', { ownerId: this.wang.actor.id }));
    must(await this.move(this.wang, id, 'take'));
  }

  /** With a published plan. */
  async planned(id: string, more: Partial<PlanInput> = {}): Promise<void> {
    must(await this.savePlan(this.wang, id, more));
    must(await this.planMove(this.wang, id, 'propose'));
    must(await this.planMove(this.leader, id, 'publish'));
  }

  async replied(id: string, noPlanReason: string | null = null, text = '您说得对，谢谢您告诉我们。'): Promise<void> {
    must(await this.draft(this.wang, id, text, noPlanReason));
    must(await this.move(this.leader, id, 'answer/publish'));
  }
}

export const newCode = (): string => groupedCode(trackingCodeFrom(randomBytes(16)));
