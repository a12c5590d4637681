import { Injectable } from '@nestjs/common';
import { ageOn, birthDayOf, checkCitizenId } from '@hall/shared/kernel/citizen-id';
import { maskCitizenId, maskName } from '@hall/shared/kernel/masking';
import { ticketClass } from '@hall/shared/queue/care.rules';
import type { ResidentActor, StaffActor } from '../../platform/auth/actor.ts';
import { refusal } from '../../platform/errors/domain-error.ts';
import type { Idempotency } from '../../platform/http/idempotency.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { People } from '../identity/people.ts';
import { CheckInCodes } from './check-in-codes.ts';
import { HallRulebook, type HallRules } from './hall-rules.ts';
import { queueErrors } from './queue.errors.ts';
import type { CheckIn, DeskTicket } from './ticket.dto.ts';
import { TicketVisits, type PersonServed } from './ticket-visits.ts';
import { Tickets } from './tickets.ts';

const masked = (person: PersonServed | null) => ({
  maskedName: person?.name ? maskName(person.name) : null, maskedCitizenId: person?.citizenId ? maskCitizenId(person.citizenId) : null,
});
const ageOf = (person: PersonServed | null, day: string): number | null => (person?.citizenId ? ageOn(birthDayOf(person.citizenId), day) : null);

/** Arriving in the hall: with a booking or without, by the hall's code or at the desk. */
@Injectable()
export class CheckInService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly codes: CheckInCodes,
    private readonly rulebook: HallRulebook,
    private readonly tickets: Tickets,
    private readonly visits: TicketVisits,
    private readonly people: People,
  ) {}

  /**
   * A resident who stands in the hall scans its code, or types the six digits. Answers the ticket's id; scanning again
   * answers the same one.
   * @throws CHECK_IN_CODE_WRONG, CHECK_IN_HALL_CLOSED, CHECK_IN_MATTERS_NEEDED, and what the booking refuses
   */
  async byCode(actor: ResidentActor, key: Idempotency | null, wish: CheckIn): Promise<string> {
    const rules = await this.openHall(await this.codes.hallOf(wish.code, actor.id));
    if (wish.bookingId) return this.arrive(actor, rules, { bookingId: wish.bookingId }, key);
    const matterIds = await this.visits.known(wish.matterIds ?? []);
    return this.unitOfWork.run(actor, async (work) => {
      const openKey = `resident:${actor.id}`;
      const open = await this.tickets.openOf(work, rules, openKey);
      if (open) return open.id;
      const resident = await this.people.resident(actor.id, work.manager);
      return work.once(key, (id) => this.walkIn(work, rules, { id, openKey, source: 'scan', residentId: actor.id, person: resident, proven: resident.assurance === 'verified', matterIds, cls: ticketClass({ age: ageOf(resident, rules.day) }, 'walkin') }));
    });
  }

  /** A clerk checks in somebody who names the booking. @throws CHECK_IN_HALL_CLOSED, NOT_FOUND, and what the booking refuses */
  async atDesk(actor: StaffActor, key: Idempotency | null, reference: string): Promise<string> {
    return this.arrive(actor, await this.openHall(actor.hallId), { reference }, key);
  }

  /** A clerk gives a ticket to somebody without a booking, with or without a name. */
  async desk(actor: StaffActor, key: Idempotency | null, wish: DeskTicket): Promise<string> {
    const rules = await this.openHall(actor.hallId);
    const matterIds = await this.visits.known(wish.matterIds);
    const person = this.personAtDesk(wish, rules.day);
    const cls = wish.cls === 'care' ? 'care' : ticketClass({ age: ageOf(person, rules.day) }, 'walkin');
    return this.unitOfWork.run(actor, (work) => work.once(key, async (id) => {
      await this.tickets.openOf(work, rules, `ticket:${id}`);
      await this.walkIn(work, rules, { id, openKey: `ticket:${id}`, source: 'desk', residentId: null, person, proven: true, matterIds, cls });
      if (wish.careReason) work.audit('ticket.care', id, { reason: wish.careReason });
    }));
  }

  private async arrive(actor: ResidentActor | StaffActor, rules: HallRules, booking: { bookingId: string } | { reference: string }, key: Idempotency | null): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const visit = await this.visits.find(work, actor, booking);
      if (visit.hallId !== rules.hallId) throw queueErrors.CHECK_IN_OTHER_HALL();
      const { bookingId, residentId, reference: bookingReference } = visit;
      const openKey = `visit:${bookingId}`;
      const open = await this.tickets.openOf(work, rules, openKey);
      if (open) return open.id;
      return work.once(key, async (id) => {
        const { cls, scope, person } = await this.visits.arrive(work, bookingId, id);
        await this.tickets.add(work, rules, {
          id, openKey, source: actor.kind === 'staff' ? 'desk' : 'scan', bookingId, bookingReference, residentId, scope, slotStart: visit.slotStart,
          cls: ticketClass({ age: ageOf(person, rules.day) }, cls), ...masked(person),
        });
      });
    });
  }

  private async walkIn(work: Work, rules: HallRules, wish: { id: string; openKey: string; source: 'scan' | 'desk'; residentId: string | null; person: PersonServed | null; proven: boolean; matterIds: string[]; cls: 'walkin' | 'care' | 'booked' }): Promise<void> {
    const { person, proven, matterIds, ...ticket } = wish;
    const scope = await this.visits.openWalkIn(work, { ticketId: wish.id, hallId: rules.hallId, residentId: wish.residentId, person, proven, matterIds });
    await this.tickets.add(work, rules, { ...ticket, bookingId: null, bookingReference: null, scope, slotStart: null, ...masked(person) });
  }

  private async openHall(hallId: string): Promise<HallRules> {
    const rules = await this.rulebook.of(hallId);
    if (!rules.open) throw queueErrors.CHECK_IN_HALL_CLOSED();
    return rules;
  }

  private personAtDesk(wish: DeskTicket, day: string): PersonServed | null {
    const name = wish.name?.trim() || null;
    if (!wish.citizenId) return name === null ? null : { name, citizenId: null, citizenIndex: null };
    const checked = checkCitizenId(wish.citizenId, day);
    if (!checked.ok) throw refusal({ ...checked, path: 'citizenId' }, 422);
    return { name, citizenId: checked.value, citizenIndex: this.people.citizenIndex(checked.value) };
  }
}
