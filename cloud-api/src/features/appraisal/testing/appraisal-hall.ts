import { createHash, randomBytes } from 'node:crypto';
import { addDays, dayOf, instantAt, type Day } from '@hall/shared/kernel/day';
import { Sessions } from '../../../platform/auth/sessions.ts';
import { newId } from '../../../platform/persistence/new-id.ts';
import { Jobs } from '../../../platform/jobs/jobs.ts';
import type { Work } from '../../../platform/persistence/work.ts';
import type { TestApp } from '../../../testing/test-app.ts';
import { VisitMatter } from '../../booking/booking.entity.ts';
import { Department } from '../../hall/hall.entity.ts';
import { Resident } from '../../identity/resident.entity.ts';
import { Staff } from '../../identity/staff.entity.ts';
import { LedgerSequencer } from '../../ledger/ledger-sequencer.ts';
import { Ticket } from '../../queue/ticket.entity.ts';
import type { AppraisalOpenInput, AppraisalThanksView, StaffAppraisalView } from '../appraisal.dto.ts';

/** How somebody came: what is left out is as usual. */
interface How { verified?: boolean; day?: Day; state?: Ticket['state'] }
export interface Visitor { id: string; token: string; citizenIndex: string; /** An address of their own. */ headers: Record<string, string> }
type Person = Awaited<ReturnType<TestApp['staff']>>;

export const newNonce = (): string => randomBytes(24).toString('hex');

/** A hall with a department, and people it served. */
export class AppraisalHall {
  readonly departmentId = newId();
  head!: Person;
  clerk!: Person;
  readonly visitors: Visitor[] = [];
  private tickets = 0;

  constructor(readonly hall: TestApp) {}

  async furnish(): Promise<this> {
    this.head = await this.hall.staff(['head'], '周建平');
    this.clerk = await this.hall.staff(['clerk'], '王晓梅');
    await this.hall.work(async (work) => {
      await work.add(Department, { id: this.departmentId, hallId: this.hall.hallId, name: '居民养老科', phone: null, position: 90, closedAt: null });
      for (const { actor } of [this.head, this.clerk]) await work.manager.update(Staff, { id: actor.id }, { departmentId: this.departmentId });
    });
    await this.hall.app.get(LedgerSequencer).sequence();
    return this;
  }

  /** So many people with accounts proven theirs, each served by the department today. */
  async serveMany(count: number): Promise<void> {
    await this.hall.work(async (work) => { for (let at = 0; at < count; at += 1) this.visitors.push(await this.come(work, {})); });
  }

  /** Somebody who came, not among `visitors`. */
  visitor(how: How = {}): Promise<Visitor> {
    return this.hall.work((work) => this.come(work, how));
  }

  serve(personKey: string, how: How = {}): Promise<void> {
    return this.hall.work((work) => this.served(work, personKey, how));
  }

  private async come(work: Work, { verified = true, ...how }: How): Promise<Visitor> {
    const [id, citizenIndex, number] = [newId(), createHash('sha256').update(newId()).digest('hex'), (this.tickets += 1)];
    await work.add(Resident, {
      id, assurance: verified ? 'verified' : 'declared', nameCipher: null, citizenIdCipher: null, citizenIndex, verifiedIndex: verified ? citizenIndex : null, phoneCipher: null, phoneIndex: null, elderMode: false, createdAt: work.now, mergedInto: null,
    });
    const { token } = await this.hall.app.get(Sessions).issue(work, 'resident', id);
    await this.served(work, citizenIndex, how);
    return { id, token, citizenIndex, headers: { 'x-forwarded-for': `10.8.${number >> 8}.${number & 255}` } };
  }

  private async served(work: Work, personKey: string, { day = dayOf(work.now), state = 'served' }: How): Promise<void> {
    const [ticketId, seq, at] = [newId(), (this.tickets += 1), instantAt(day, '10:00')];
    await work.add(Ticket, {
      id: ticketId, hallId: this.hall.hallId, day, cls: 'walkin', seq, number: `B${seq}`, state, lane: 'm', source: 'desk', bookingId: null, bookingReference: null, residentId: null, openKey: null, maskedName: null, maskedCitizenId: null,
      scope: [{ matterId: 'm', applicationId: null, ready: true }], ready: true, takenAt: at, eligibleAt: at, dueAt: at, promisedUntil: null, passedUntil: null, windowId: null, windowInUse: null, staffId: this.clerk.actor.id, callCount: 1, rejoins: 0,
      firstCalledAt: at, calledAt: at, servingAt: at, parked: [], endedAt: at, flaggedAt: null, endReason: null,
    });
    await work.add(VisitMatter, { id: newId(), hallId: this.hall.hallId, bookingId: null, ticketId, residentId: null, personKey, personNameCipher: null, matterId: 'm', applicationId: null, openKey: null, seatKey: null, state: 'closed', closeReason: 'served', closedAt: at });
  }

  plan(more: Partial<AppraisalOpenInput> = {}): AppraisalOpenInput {
    return { departmentId: this.departmentId, questions: ['attitude', 'speed'], days: 3, invite: 25, ...more };
  }

  async open(more: Partial<AppraisalOpenInput> = {}): Promise<StaffAppraisalView> {
    const { status, body } = await this.call<StaffAppraisalView>('POST', '/staff/appraisals', this.head, this.plan(more));
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body;
  }

  /** Shortly after midnight the day that is over is sealed, and lots are drawn. */
  async night(day: Day = addDays(dayOf(this.hall.clock.now()), 1)): Promise<void> {
    this.hall.clock.set(instantAt(day, '00:10'));
    await this.hall.app.get(LedgerSequencer).seal();
    await this.hall.app.get(Jobs).runNow('appraisal.draw');
    await this.hall.deliver();
    await this.signInAnew();
  }

  answer(visitor: Visitor, id: string, levels: readonly number[], nonce: string = newNonce()) {
    const questions = ['attitude', 'speed', 'clarity'];
    return this.hall.call<AppraisalThanksView & { code?: string }>('POST', `/resident/appraisals/${id}/answer`, { token: visitor.token, headers: visitor.headers, body: { levels: levels.map((level, at) => ({ question: questions[at], level })), nonce } });
  }

  call<T>(method: 'GET' | 'POST', path: string, who: { token: string }, body?: unknown) {
    return this.hall.call<T & { code?: string; fields?: { path: string }[] }>(method, path, { token: who.token, body });
  }

  /** A day later the sessions have run out. */
  async signInAnew(): Promise<void> {
    const people = [...[this.head, this.clerk].map((who) => [who, 'staff', who.actor.id] as const), ...this.visitors.map((who) => [who, 'resident', who.id] as const)];
    await this.hall.work(async (work) => { for (const [who, kind, id] of people) who.token = (await this.hall.app.get(Sessions).issue(work, kind, id)).token; });
  }
}
