import { Injectable } from '@nestjs/common';
import { DataSource, In, LessThan } from 'typeorm';
import { TICKET_CLASS_LABELS } from '@hall/shared/queue/queue-settings';
import { QUEUED_STATES, TICKET_SENTENCES, TICKET_STATE_LABELS, offers, recallsLeft } from '@hall/shared/queue/ticket.moves';
import { Clock } from '../../platform/clock/clock.ts';
import type { VisitMatterView } from '../booking/booking.dto.ts';
import { Halls } from '../hall/halls.ts';
import { Estimates, type HallEstimate } from './estimates.ts';
import { HallRulebook, type HallRules } from './hall-rules.ts';
import type { EstimateView, TicketView } from './ticket.dto.ts';
import { TicketLookup } from './ticket-lookup.ts';
import { factsOf, settled } from './ticket-steps.ts';
import { TicketVisits } from './ticket-visits.ts';
import { Ticket } from './ticket.entity.ts';

const FOR_RESIDENTS = ['rejoin', 'leave'];
/** An ended ticket stays among the current ones for the rest of its day, so that its holder can rate from it. */
const STATES_SHOWN: readonly Ticket['state'][] = ['waiting', 'transferred', 'called', 'serving', 'missed', 'parked', 'served', 'unserved'];
/** Of earlier days: whatever was called, and whoever waited in vain. */
const STATES_PAST: readonly Ticket['state'][] = ['served', 'left', 'unserved'];
const PAST_SHOWN = 10;

/** Tickets as their holders see them. */
@Injectable()
export class TicketQueries {
  private invitations: (ticketIds: string[]) => Promise<Map<string, string>> = () => Promise.resolve(new Map());

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly halls: Halls,
    private readonly rulebook: HallRulebook,
    private readonly estimates: Estimates,
    private readonly visits: TicketVisits,
    private readonly lookup: TicketLookup,
  ) {}

  /** Rating tells here which invitation belongs to a ticket, so that the queue need not know ratings. */
  invitationsFrom(source: (ticketIds: string[]) => Promise<Map<string, string>>): void {
    this.invitations = source;
  }

  /** Today's tickets of this account, the newest first. */
  async current(residentId: string): Promise<TicketView[]> {
    const days = new Set((await Promise.all((await this.halls.all()).map(({ id }) => this.rulebook.of(id)))).map((rules) => rules.day));
    const tickets = await this.dataSource.manager.find(Ticket, { where: { residentId, day: In([...days]), state: In(STATES_SHOWN) }, order: { takenAt: 'DESC' } });
    return this.views(tickets);
  }

  /** Visits of earlier days that took place, the newest first: only once their day is sealed can their holder check what was written down. */
  async past(residentId: string): Promise<TicketView[]> {
    const days = (await Promise.all((await this.halls.all()).map(({ id }) => this.rulebook.of(id)))).map((rules) => rules.day);
    return this.views(await this.dataSource.manager.find(Ticket, { where: { residentId, day: LessThan([...days].sort()[0]!), state: In(STATES_PAST) }, order: { day: 'DESC', takenAt: 'DESC' }, take: PAST_SHOWN }));
  }

  /** @throws NOT_FOUND also when it is somebody else's */
  async one(residentId: string, ticketId: string): Promise<TicketView> {
    const [view] = await this.views([await this.lookup.ofResident(residentId, ticketId)]);
    return view!;
  }

  private async views(tickets: readonly Ticket[]): Promise<TicketView[]> {
    const [matters, invitations] = [await this.visits.views(tickets), await this.invitations(tickets.filter((ticket) => ticket.state === 'served').map(({ id }) => id))];
    const views: TicketView[] = [];
    for (const ticket of tickets) {
      const rules = await this.rulebook.of(ticket.hallId);
      const queued = QUEUED_STATES.includes(ticket.state);
      const label = ticket.windowId && !queued ? ((await this.halls.windows(ticket.hallId)).find((window) => window.id === ticket.windowId)?.label ?? null) : null;
      views.push(toTicketView(settled(ticket, this.clock.now(), rules), rules, this.clock.now(), {
        label, matters: matters.get(ticket.id) ?? [], invitationId: invitations.get(ticket.id) ?? null, hall: queued ? await this.estimates.of(ticket.hallId) : null,
      }));
    }
    return views;
  }
}

interface Beside {
  label: string | null;
  matters: VisitMatterView[];
  invitationId: string | null;
  hall: HallEstimate | null;
}

function toTicketView(ticket: Ticket, rules: HallRules, now: number, beside: Beside): TicketView {
  const wait = beside.hall?.waits.get(ticket.id);
  const stepOutUntil = ticket.promisedUntil !== null && ticket.promisedUntil > now ? ticket.promisedUntil : null;
  const estimate: EstimateView | null = wait ? { lowMinutes: wait.lowMinutes, highMinutes: wait.highMinutes, stepOutUntil } : null;
  return {
    id: ticket.id, number: ticket.number, cls: ticket.cls, classLabel: TICKET_CLASS_LABELS[ticket.cls], state: ticket.state, stateLabel: TICKET_STATE_LABELS[ticket.state], windowLabel: beside.label,
    ahead: wait?.ahead ?? beside.hall?.order.get(ticket.id) ?? 0, estimate, eligibleAt: ticket.eligibleAt, calledAt: ticket.firstCalledAt, servingSince: ticket.servingAt, servedAt: ticket.state === 'served' ? ticket.endedAt : null,
    callCount: ticket.callCount, recallsLeft: recallsLeft(ticket.callCount, rules.settings), bookingId: ticket.bookingId, matters: beside.matters, sentence: TICKET_SENTENCES[ticket.state],
    ratingInvitationId: beside.invitationId, actions: offers(factsOf(ticket, 'resident', rules), now).filter((action) => FOR_RESIDENTS.includes(action)), version: ticket.version, serverTime: now,
  };
}
