import { createHash, randomBytes } from 'node:crypto';
import { DAY_LENGTH, HOUR, dayOf } from '@hall/shared/kernel/day';
import { Sessions } from '../../../platform/auth/sessions.ts';
import { newId } from '../../../platform/persistence/new-id.ts';
import type { TestApp } from '../../../testing/test-app.ts';
import { VisitMatter } from '../../booking/booking.entity.ts';
import { Resident } from '../../identity/resident.entity.ts';
import { Ticket } from '../../queue/ticket.entity.ts';
import type { StaffStarRoundView, StarDraftInput } from '../star.dto.ts';

export interface Voter { id: string; token: string; citizenIndex: string; /** An address of their own. */ headers: Record<string, string> }
type Clerk = Awaited<ReturnType<TestApp['staff']>>;

export const newNonce = (): string => randomBytes(24).toString('hex');

/** A hall with people who were served, and somebody to choose among. */
export class StarHall {
  readonly candidates: Clerk[] = [];
  head!: Clerk;
  private people = 0;
  private tickets = 0;

  constructor(readonly hall: TestApp) {}

  async furnish(): Promise<this> {
    this.head = await this.hall.staff(['head'], '周建平');
    for (const name of ['王晓梅', '李文静', '张国庆']) this.candidates.push(await this.hall.staff(['clerk'], name));
    return this;
  }

  /** Somebody whose card a clerk has seen, with a session; served today unless told otherwise. */
  async voter({ served = true, verified = true } = {}): Promise<Voter> {
    const number = (this.people += 1);
    const [id, citizenIndex] = [newId(), createHash('sha256').update(`${this.hall.hallId} ${number}`).digest('hex')];
    const token = await this.hall.work(async (work) => {
      await work.add(Resident, {
        id, assurance: verified ? 'verified' : 'declared', nameCipher: null, citizenIdCipher: null, citizenIndex, verifiedIndex: verified ? citizenIndex : null, phoneCipher: null, phoneIndex: null, elderMode: false, createdAt: work.now, mergedInto: null,
      });
      return (await this.hall.app.get(Sessions).issue(work, 'resident', id)).token;
    });
    if (served) await this.serve(citizenIndex, id);
    return { id, token, citizenIndex, headers: { 'x-forwarded-for': `10.7.${number >> 8}.${number & 255}` } };
  }

  /** A visit that ended today. @param residentId the account that carried it, which need not be the person's */
  async serve(personKey: string, residentId: string | null, state: 'served' | 'left' = 'served'): Promise<void> {
    const [ticketId, seq] = [newId(), (this.tickets += 1)];
    await this.hall.work(async (work) => {
      await work.add(Ticket, {
        id: ticketId, hallId: this.hall.hallId, day: dayOf(work.now), cls: 'walkin', seq, number: `B${seq}`, state, lane: 'm', source: 'desk', bookingId: null, bookingReference: null, residentId, openKey: null, maskedName: null, maskedCitizenId: null,
        scope: [{ matterId: 'm', applicationId: null, ready: true }], ready: true, takenAt: work.now, eligibleAt: work.now, dueAt: work.now, promisedUntil: null, passedUntil: null, windowId: null, windowInUse: null, staffId: this.candidates[0]!.actor.id, callCount: 1, rejoins: 0,
        firstCalledAt: work.now, calledAt: work.now, servingAt: work.now, parked: [], endedAt: work.now, flaggedAt: null, endReason: null,
      });
      await work.add(VisitMatter, { id: newId(), hallId: this.hall.hallId, bookingId: null, ticketId, residentId, personKey, personNameCipher: null, matterId: 'm', applicationId: null, openKey: null, seatKey: null, state: 'closed', closeReason: state, closedAt: work.now });
    });
  }

  plan(more: Partial<StarDraftInput> = {}): StarDraftInput {
    const now = this.hall.clock.now();
    return {
      month: dayOf(now).slice(0, 7), tieRule: 'shared', opensAt: now + HOUR, closesAt: now + 2 * DAY_LENGTH, objectionDays: 5,
      nominees: this.candidates.map(({ actor }) => ({ staffId: actor.id, reasons: '耐心细致，群众都愿意找她办事' })), ...more,
    };
  }

  /** A round that takes votes from now on. */
  async openRound(more: Partial<StarDraftInput> = {}): Promise<StaffStarRoundView> {
    const made = await this.call<StaffStarRoundView>('POST', '/staff/stars', this.head, this.plan(more));
    const opened = await this.call<StaffStarRoundView>('POST', `/staff/stars/${made.body.id}/open`, this.head, { version: made.body.version });
    if (opened.status !== 200) throw new Error(JSON.stringify([made.body, opened.body]));
    this.hall.clock.set(opened.body.opensAt);
    return opened.body;
  }

  vote<T>(voter: Voter, roundId: string, candidateId: string, nonce: string = newNonce()) {
    return this.hall.call<T & { code?: string }>('POST', `/resident/stars/${roundId}/vote`, { token: voter.token, headers: voter.headers, body: { candidateId, nonce } });
  }

  call<T>(method: 'GET' | 'POST' | 'PUT', path: string, who: { token: string }, body?: unknown) {
    return this.hall.call<T & { code?: string; fields?: { path: string }[] }>(method, path, { token: who.token, body });
  }
}
