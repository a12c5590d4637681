import type { PlanInput, StaffSuggestionPage, StaffSuggestionView, SuggestionOwnerList } from '@hall/shared/api/views';
import { staffOver, type Caller } from './hall-over-http.ts';

type Plan = Omit<PlanInput, 'ownerId' | 'version'>;

/** A clerk and a leader who work on suggestions over HTTP, as the console does: every move with the version just read. */
export class SuggestionDesk {
  private readonly clerk: Caller;
  private readonly leader: Caller;
  private readonly clerkId: string;

  private constructor(clerk: Caller, leader: Caller, clerkId: string) {
    this.clerk = clerk;
    this.leader = leader;
    this.clerkId = clerkId;
  }

  static async open(url: string): Promise<SuggestionDesk> {
    const [clerk, leader] = [await staffOver(url, 'wang'), await staffOver(url, 'sun')];
    const { items } = await leader.get<SuggestionOwnerList>('/staff/suggestion-owners');
    const own = items.find(({ name }) => name === '王晓梅');
    if (!own) throw new Error(`Nobody of this name can be given a suggestion: ${items.map(({ name }) => name).join('、')}`);
    return new SuggestionDesk(clerk, leader, own.id);
  }

  one(id: string): Promise<StaffSuggestionView> {
    return this.leader.get(`/staff/suggestions/${id}`);
  }

  /** What came in with these words. */
  async withWords(words: string): Promise<StaffSuggestionView[]> {
    const { items } = await this.leader.get<StaffSuggestionPage>('/staff/suggestions?scope=all');
    const whole = await Promise.all(items.map(({ id }) => this.one(id)));
    return whole.filter(({ text }) => text.includes(words));
  }

  /** Looked at, worded and shown to everybody. */
  async publish(id: string, text: string): Promise<void> {
    await this.move(this.leader, id, 'review', { outcome: 'pass' });
    await this.leader.put(`/staff/suggestions/${id}/public-wording`, { version: (await this.one(id)).version, text, show: true });
  }

  /** Sorted, given to the clerk and taken. */
  async take(id: string): Promise<void> {
    await this.move(this.leader, id, 'accept', { ownerId: this.clerkId });
    await this.move(this.clerk, id, 'take');
  }

  /** Written by the clerk, approved by the leader. */
  async plan(id: string, plan: Plan): Promise<void> {
    await this.clerk.put(`/staff/suggestions/${id}/plan`, { ...plan, ownerId: this.clerkId, version: null });
    await this.movePlan(this.clerk, id, 'propose');
    await this.movePlan(this.leader, id, 'publish');
  }

  /** Done, counted, and what was promised has held. */
  async fulfil(id: string, measured: string): Promise<void> {
    await this.movePlan(this.clerk, id, 'carry-out');
    await this.movePlan(this.clerk, id, 'measure', { outcome: 'held', measured });
  }

  async answer(id: string, text: string): Promise<void> {
    await this.clerk.put(`/staff/suggestions/${id}/answer-draft`, { text, noPlanReason: null, version: (await this.one(id)).draft?.version ?? null });
    await this.move(this.leader, id, 'answer/publish');
  }

  private async move(who: Caller, id: string, step: string, more: object = {}): Promise<void> {
    await who.post(`/staff/suggestions/${id}/${step}`, { version: (await this.one(id)).version, ...more });
  }

  private async movePlan(who: Caller, id: string, step: string, more: object = {}): Promise<void> {
    const plan = (await this.one(id)).plans.at(-1);
    if (!plan) throw new Error('There is no plan');
    await who.post(`/staff/suggestions/${id}/plan/${step}`, { version: plan.version, ...more });
  }
}
