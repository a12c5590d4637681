import { Injectable } from '@nestjs/common';
import type { ApplicationState } from '@hall/shared/enrolment/application.moves';
import { MINUTE, dayOf } from '@hall/shared/kernel/day';
import type { ResidentActor, StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { Work } from '../../platform/persistence/work.ts';
import type { VisitMatterView } from '../booking/booking.dto.ts';
import { Visits, toMatterView, type VisitFacts, type VisitMatterFacts } from '../booking/visits.ts';
import { Cases } from '../enrolment/cases.ts';
import { People, type PersonFacts } from '../identity/people.ts';
import { Matters, type MatterFacts } from '../matters/matters.ts';
import { queueErrors } from './queue.errors.ts';
import type { ScopeItem, Ticket } from './ticket.entity.ts';

export type PersonServed = PersonFacts;
export type TicketOfVisit = Pick<Ticket, 'id' | 'bookingId'>;

export interface WalkInWish {
  ticketId: string;
  hallId: string;
  residentId: string | null;
  person: PersonServed | null;
  /** The ID number was seen on the card, now or once before: not only said by whoever holds the phone. */
  proven: boolean;
  matterIds: readonly string[];
}

/** From these states on nothing is missing at the window. */
const READY: readonly ApplicationState[] = ['ready', 'handled', 'completed'];
/** A matter's new version reaches the queue within this time. */
const BELIEVED_FOR = MINUTE;

/** The visit behind a ticket: who comes, for what, how ready it is, and what is left to do. */
@Injectable()
export class TicketVisits {
  private shelf: { readAt: number; byId: ReadonlyMap<string, MatterFacts> } | null = null;

  constructor(
    private readonly visits: Visits,
    private readonly cases: Cases,
    private readonly people: People,
    private readonly matters: Matters,
    private readonly clock: Clock,
  ) {}

  /** The booking somebody wants to check in. @throws NOT_FOUND also when it is not theirs to check in */
  async find(work: Work, actor: ResidentActor | StaffActor, by: { bookingId: string } | { reference: string }): Promise<VisitFacts> {
    const visit = await this.visits.find(work, by);
    if (actor.kind === 'resident' ? visit.residentId !== actor.id : visit.hallId !== actor.hallId) throw platformErrors.NOT_FOUND();
    return visit;
  }

  /** @throws what the booking refuses: another day, too early, no longer booked */
  async arrive(work: Work, bookingId: string, ticketId: string): Promise<{ cls: 'booked' | 'walkin'; scope: ScopeItem[]; person: PersonServed }> {
    const visit = await this.visits.arrive(work, bookingId, ticketId);
    return { cls: visit.cls, scope: scopeOf(visit.matters), person: await this.personOf(visit) };
  }

  /**
   * A walk-in's own open case of a matter comes along, so that a case prepared at home is found ready. A case filled from
   * another account comes only to whom the ID number is proven to belong: anybody can type a stranger's.
   * @throws VISIT_ALREADY_IN_HALL
   */
  async openWalkIn(work: Work, { ticketId, hallId, residentId, person, proven, matterIds }: WalkInWish): Promise<ScopeItem[]> {
    const cases = (person?.citizenIndex ? await this.cases.forPerson(person.citizenIndex) : []).filter((one) => proven || one.residentId === residentId);
    const matters = await this.visits.openWalkIn(work, {
      hallId, ticketId, residentId, personName: person?.name ?? null, personKey: person?.citizenIndex ?? (residentId ? `resident:${residentId}` : `ticket:${ticketId}`),
      matters: matterIds.map((matterId) => ({ matterId, applicationId: cases.find((one) => one.matterId === matterId && one.hallId === hallId)?.id ?? null })),
    });
    return scopeOf(matters);
  }

  /** The scope as it is at this moment: a case may have become ready while its person waited. */
  async readiness(scope: readonly ScopeItem[]): Promise<ScopeItem[]> {
    const cases = await this.cases.factsOf(scope.flatMap((item) => item.applicationId ?? []));
    return scope.map((item) => (item.applicationId === null ? item : { ...item, ready: READY.includes(cases.get(item.applicationId)?.state ?? 'draft') }));
  }

  /** Matters neither handled nor closed with a reason. One that needs no form is handled by being talked through. */
  async openMatters(ticket: TicketOfVisit): Promise<number> {
    const shelf = await this.byId();
    let open = 0;
    for (const matter of await this.mattersOf(ticket.id)) {
      if (matter.state !== 'open') continue;
      const settled = matter.applicationId === null ? shelf.get(matter.matterId)?.prefill !== true : await this.cases.handledOrClosed(matter.applicationId);
      if (!settled) open += 1;
    }
    return open;
  }

  /** @throws NOT_FOUND when the matter does not belong to this ticket */
  async close(work: Work, ticket: TicketOfVisit, visitMatterId: string, reason: string): Promise<void> {
    if (!(await this.mattersOf(ticket.id)).some((matter) => matter.id === visitMatterId)) throw platformErrors.NOT_FOUND();
    await this.visits.closeMatter(work, visitMatterId, reason);
  }

  async served(work: Work, ticket: TicketOfVisit): Promise<void> {
    if (ticket.bookingId) await this.visits.markServed(work, ticket.bookingId);
    else await this.visits.closeTicket(work, ticket.id, 'served');
  }

  /** The ticket ended without a service. */
  async abandoned(work: Work, ticket: TicketOfVisit, reason: 'left' | 'missed' | 'unserved'): Promise<void> {
    if (ticket.bookingId) await this.visits.markUnserved(work, ticket.bookingId, reason);
    else await this.visits.closeTicket(work, ticket.id, reason);
  }

  /** @param unnamed stands where no name is known; without it the account's owner is meant */
  async views(tickets: readonly TicketOfVisit[], unnamed?: string): Promise<Map<string, VisitMatterView[]>> {
    const found = tickets.length === 0 ? new Map<string, VisitMatterFacts[]>() : await this.visits.mattersOfTickets(tickets.map(({ id }) => id));
    return new Map([...found].map(([id, matters]) => [id, matters.map((matter) => toMatterView(matter, unnamed))]));
  }

  /** How many bookings are still to arrive, by slot start. */
  expected(hallId: string, day: string): Promise<[number, number][]> {
    return this.visits.expected(hallId, day);
  }

  /** @throws CHECK_IN_MATTERS_NEEDED, CHECK_IN_MATTER_UNKNOWN */
  async known(matterIds: readonly string[]): Promise<string[]> {
    if (matterIds.length === 0) throw queueErrors.CHECK_IN_MATTERS_NEEDED();
    const shelf = await this.byId();
    if (matterIds.some((id) => !shelf.has(id))) throw queueErrors.CHECK_IN_MATTER_UNKNOWN();
    return [...new Set(matterIds)];
  }

  async matterNames(): Promise<ReadonlyMap<string, string>> {
    return new Map([...(await this.byId())].map(([id, matter]) => [id, matter.name]));
  }

  /** Minutes at the window each matter says of itself. */
  async expectedMinutes(): Promise<ReadonlyMap<string, { ready: number; notReady: number }>> {
    return new Map([...(await this.byId())].map(([id, matter]) => [id, { ready: matter.minutesReady, notReady: matter.minutesNotReady }]));
  }

  private async mattersOf(ticketId: string): Promise<VisitMatterFacts[]> {
    return (await this.visits.mattersOfTickets([ticketId])).get(ticketId) ?? [];
  }

  /** Who is called, with the ID number where the account knows it: the age decides about a care ticket. */
  private async personOf(visit: VisitFacts): Promise<PersonServed> {
    const unknown: PersonServed = { name: visit.personName, citizenId: null, citizenIndex: null };
    if (visit.residentId === null) return unknown;
    const resident = await this.people.resident(visit.residentId);
    if (resident.citizenIndex === visit.personKey || visit.personKey === `resident:${visit.residentId}`) return { name: visit.personName ?? resident.name, citizenId: resident.citizenId, citizenIndex: resident.citizenIndex };
    const applicationId = visit.matters[0]?.applicationId;
    const relativeId = applicationId ? (await this.cases.facts(applicationId)).relativeId : null;
    return relativeId ? this.people.relative(visit.residentId, relativeId) : unknown;
  }

  private async byId(): Promise<ReadonlyMap<string, MatterFacts>> {
    const now = this.clock.now();
    if (this.shelf && now >= this.shelf.readAt && now - this.shelf.readAt < BELIEVED_FOR) return this.shelf.byId;
    const byId = new Map((await this.matters.inForce(dayOf(now))).map((matter) => [matter.id, matter]));
    if (byId.size > 0) this.shelf = { readAt: now, byId };
    return byId;
  }
}

const scopeOf = (matters: readonly VisitMatterFacts[]): ScopeItem[] => matters.map(({ matterId, applicationId, ready }) => ({ matterId, applicationId, ready }));
