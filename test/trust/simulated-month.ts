import { MINUTE, SECOND, addDays, instantAt, weekdayOf, type Day } from '../../packages/shared/src/kernel/day.ts';
import { EVERYTHING } from '../../packages/shared/src/commitment/commitment.rules.ts';
import { SHIPPED_COMMITMENTS } from '../../packages/shared/src/commitment/shipped-commitments.ts';
import { CommitmentJobs } from '../../cloud-api/src/features/commitment/commitment.jobs.ts';
import type { CommitmentView, ExclusionList, FulfilmentPage, StaffCommitmentList, StaffCommitmentView } from '../../cloud-api/src/features/commitment/commitment.dto.ts';
import { EnquiryHall } from '../../cloud-api/src/features/enquiry/testing/enquiry-hall.ts';
import { LedgerKeyQueries } from '../../cloud-api/src/features/ledger/ledger-keys.queries.ts';
import { LedgerSequencer } from '../../cloud-api/src/features/ledger/ledger-sequencer.ts';
import { CallingService } from '../../cloud-api/src/features/queue/calling.service.ts';
import { clerkAtWindow, ticketOf, walkIn } from '../../cloud-api/src/features/queue/queue.builder.ts';
import { QueueSweep } from '../../cloud-api/src/features/queue/queue-sweep.service.ts';
import { ServingService } from '../../cloud-api/src/features/queue/serving.service.ts';
import { WindowsService } from '../../cloud-api/src/features/queue/windows.service.ts';
import type { FundBatchList, FundBatchView } from '../../cloud-api/src/features/relays/fund.dto.ts';
import { must } from '../../cloud-api/src/features/suggestion/testing/voice.builder.ts';
import type { Author, Voice } from '../../cloud-api/src/features/suggestion/testing/voice.builder.ts';
import type { StaffActor } from '../../cloud-api/src/platform/auth/actor.ts';
import { newId } from '../../cloud-api/src/platform/persistence/new-id.ts';
import type { TestApp } from '../../cloud-api/src/testing/test-app.ts';
import type { Chance } from './chance.ts';

const EVE: Day = '2026-11-30';
const FIRST: Day = '2026-12-01';
const LAST: Day = '2026-12-31';
const NEW_WORDING_ON: Day = '2026-12-16';
const WITHDRAWN_ON: Day = '2026-12-21';
const NEW_KEY_ON: Day = '2026-12-18';
const isWorkday = (day: Day) => weekdayOf(day) <= 5;

interface Later { onDay: Day; act: () => Promise<unknown> }

/**
 * A hall through December, on its real services and a clock that is moved: people come, wait, are served, leave or are parked; they ask, suggest, and
 * are answered in time or late; money is due and paid or not; one promise is worded anew and one withdrawn, and some times are left out.
 */
export class SimulatedMonth {
  private readonly hall: TestApp;
  private readonly enquiries: EnquiryHall;
  private readonly later: Later[] = [];
  private windows: { actor: StaffActor; windowId: string }[] = [];
  /** Of the promises, by the shipped ones' names. */
  private readonly ids = new Map<string, string>();

  private constructor(
    private readonly voice: Voice,
    private readonly chance: Chance,
    private readonly visitsADay: number,
  ) {
    this.hall = voice.hall;
    this.enquiries = new EnquiryHall(voice.hall);
  }

  static async live(voice: Voice, chance: Chance, visitsADay: number): Promise<void> {
    const month = new SimulatedMonth(voice, chance, visitsADay);
    await month.publishPromises();
    for (let day = FIRST; day <= LAST; day = addDays(day, 1)) await month.day(day);
    await month.night(addDays(LAST, 1));
  }

  private async publishPromises(): Promise<void> {
    await this.voice.newDay(EVE);
    await this.hall.app.get(LedgerSequencer).sequence();
    await this.hall.app.get(CommitmentJobs).followCalendar();
    for (const label of ['1', '2']) this.windows.push(await clerkAtWindow(this.hall, label));
    for (const { code, wording, basis, rule } of SHIPPED_COMMITMENTS) {
      // Nobody here brings a pre-filled case, so the five minutes are promised to everybody.
      const made = await this.head<StaffCommitmentView>('POST', '/staff/commitments', { holderKind: 'hall', holderId: null, wording, basis, rule: { ...rule, scope: EVERYTHING } });
      await this.head('POST', `/staff/commitments/${made.id}/publish`, { inForceFrom: FIRST, version: made.version });
      this.ids.set(code, made.id);
    }
  }

  private async day(day: Day): Promise<void> {
    await this.night(day);
    await this.voice.newDay(day, '09:00');
    for (const each of this.later.filter(({ onDay }) => onDay === day)) await each.act();
    if (isWorkday(day)) {
      for (const { actor, windowId } of this.windows) await this.hall.app.get(WindowsService).open(actor, windowId);
      for (let visit = 0; visit < this.visitsADay; visit += 1) await this.visit();
      await this.leaveOneOut();
    }
    if (this.chance.in(0.35)) await this.enquiry(day);
    if (this.chance.in(0.3)) await this.suggestion(day);
    if (this.chance.in(0.25)) await this.money(day);
    if (day === addDays(NEW_WORDING_ON, -1)) await this.wordAnew();
    if (day === WITHDRAWN_ON) await this.withdraw();
    if (day === NEW_KEY_ON) await this.changeKey();
    await this.hall.deliver();
    this.hall.clock.set(instantAt(day, '21:00'));
    await this.hall.app.get(QueueSweep).closeDay();
    await this.hall.deliver();
  }

  private async changeKey(): Promise<void> {
    const { hallId } = this.hall;
    const { keys } = await this.hall.app.get(LedgerKeyQueries).room(hallId);
    await this.hall.app.get(LedgerSequencer).changeKey(this.windows[0]!.actor, '每年换一次', keys[0]!.publicKey);
  }

  /** Shortly after midnight the day that is over is sealed. */
  private async night(day: Day): Promise<void> {
    this.hall.clock.set(instantAt(day, '00:10'));
    await this.hall.deliver();
    await this.hall.app.get(LedgerSequencer).sequence();
    await this.hall.app.get(LedgerSequencer).seal();
  }

  private async visit(): Promise<void> {
    const { hall, chance } = this;
    const { actor } = chance.pick(this.windows);
    const [calling, serving] = [hall.app.get(CallingService), hall.app.get(ServingService)];
    const wait = (most: number) => hall.clock.advance((1 + chance.upTo(most)) * SECOND);
    const { id } = await walkIn(hall, actor, { cls: chance.in(0.2) ? 'care' : 'walkin' });
    const version = async () => (await ticketOf(hall, id)).version;
    // Somebody gives up, or closing time finds them still waiting.
    if (chance.in(0.05)) return;
    wait(chance.in(0.1) ? 2_400 : 600);
    const called = await calling.next(actor);
    if (called !== id) return this.finish(actor, called);
    if (chance.in(0.08)) return calling.miss(actor, id, await version());
    wait(40);
    await serving.serve(actor, id, await version());
    if (chance.in(0.1)) {
      wait(120);
      await calling.park(actor, id, await version());
      wait(1_200);
      await calling.resume(actor, id, await version());
      wait(60);
      const next = await calling.next(actor);
      if (next !== id) return this.finish(actor, next);
      await serving.serve(actor, id, await version());
    }
    wait(chance.in(0.15) ? 700 : 240);
    await serving.done(actor, id, await version());
  }

  private async finish(actor: StaffActor, id: string): Promise<void> {
    const serving = this.hall.app.get(ServingService);
    await serving.serve(actor, id, (await ticketOf(this.hall, id)).version);
    this.hall.clock.advance(2 * MINUTE);
    await serving.done(actor, id, (await ticketOf(this.hall, id)).version);
  }

  private async enquiry(day: Day): Promise<void> {
    const who = await this.hall.resident();
    const { id } = await this.enquiries.asked(who);
    this.in(day, 4, async () => must(await this.enquiries.does(this.voice.leader, id, 'answer', { text: '请带身份证到窗口办理。' })));
  }

  private async suggestion(day: Day): Promise<void> {
    const author: Author = await this.voice.author(`author-${day}`);
    const { id } = must(await this.voice.submit(author));
    await this.voice.taken(id);
    this.in(day, 12, () => this.voice.replied(id, '已经放了椅子，不用再作整改。'));
  }

  private async money(day: Day): Promise<void> {
    const dueDay = addDays(day, 1 + this.chance.upTo(3));
    const { items } = await this.head<FundBatchList>('POST', '/staff/funds', { batches: [{ name: `待遇 ${day}`, kind: 'pension', dueDay, persons: 100, amountFen: 2_000_000 }] });
    const { id } = items.find(({ name }) => name === `待遇 ${day}`)!;
    this.in(day, 5, async () => {
      const batch = await this.head<FundBatchView>('GET', `/staff/funds/${id}`);
      const started = await this.head<FundBatchView>('POST', `/staff/funds/${id}/start`, { version: batch.version });
      await this.head('POST', `/staff/funds/${id}/pay-out`, { version: started.version });
    });
  }

  /** The head proposes that one of the broken times should not count, and the leader agrees. */
  private async leaveOneOut(): Promise<void> {
    if (!this.chance.in(0.2)) return;
    await this.hall.deliver();
    const { items } = await this.head<FulfilmentPage>('GET', `/staff/commitments/${this.ids.get('five-minutes')!}/fulfilments?state=broken`);
    const time = items.find(({ exclusion }) => exclusion === null);
    if (!time) return;
    const asked = await this.head<ExclusionList>('POST', `/staff/commitments/fulfilments/${time.id}/exclusion`, { reason: 'system-outage', words: '省系统中断' });
    const { id, version } = asked.items.find(({ state }) => state === 'proposed')!;
    must(await this.hall.call('POST', `/staff/commitments/exclusions/${id}`, { ...this.voice.leader, body: { agree: true, words: '有公告', version } }));
  }

  private async wordAnew(): Promise<void> {
    const { version, rule, id } = await this.mine('wait');
    const { version: redrafted } = await this.head<StaffCommitmentView>('PUT', `/staff/commitments/${id}`, { holderKind: 'hall', holderId: null, wording: '取号后 10 分钟内叫到您', basis: '大厅自定', rule: { ...rule, limit: 10 }, version });
    await this.head('POST', `/staff/commitments/${id}/publish`, { inForceFrom: NEW_WORDING_ON, version: redrafted });
  }

  private async withdraw(): Promise<void> {
    const { id, version } = await this.mine('enquiry');
    await this.head('POST', `/staff/commitments/${id}/withdraw`, { version });
  }

  private async mine(code: string): Promise<StaffCommitmentView> {
    return (await this.head<StaffCommitmentList>('GET', '/staff/commitments')).items.find(({ id }) => id === this.ids.get(code))!;
  }

  /** Some days later, or never. */
  private in(day: Day, most: number, act: () => Promise<unknown>): void {
    if (this.chance.in(0.9)) this.later.push({ onDay: addDays(day, 1 + this.chance.upTo(most)), act });
  }

  private async head<T = CommitmentView>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<T> {
    return must(await this.hall.call<T>(method, path, { ...this.voice.head, ...(body ? { body, key: newId() } : {}) }));
  }
}
