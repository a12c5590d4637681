import { Injectable } from '@nestjs/common';
import { SECOND } from '@hall/shared/kernel/day';
import { readClock } from '@hall/shared/queue/service-clock.rules';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { CallingService } from './calling.service.ts';
import type { HallRules } from './hall-rules.ts';
import { ticketServed, ticketServing } from './queue.events.ts';
import { ServiceMeans } from './service-means.ts';
import { TicketSteps } from './ticket-steps.ts';
import { TicketVisits } from './ticket-visits.ts';
import type { Ticket } from './ticket.entity.ts';

/** What the five-minute clock says of a ticket. */
export const clockOfTicket = (ticket: Ticket, now: number, rules: HallRules) =>
  readClock({ inScope: ticket.ready, firstCallAt: ticket.firstCalledAt, servingSince: ticket.servingAt, doneAt: ticket.state === 'served' ? ticket.endedAt : null, parked: ticket.parked }, now, rules.settings);

/** Serving the person at the window, from the first word to the last. */
@Injectable()
export class ServingService {
  constructor(
    private readonly calling: CallingService,
    private readonly steps: TicketSteps,
    private readonly visits: TicketVisits,
    private readonly means: ServiceMeans,
  ) {}

  async serve(actor: StaffActor, ticketId: string, version: number): Promise<void> {
    await this.calling.atMyWindow(actor, ticketId, version, async (work, ticket, rules) => {
      await this.steps.serve(work, ticket, 'clerk', rules);
      work.emit(ticketServing, { ticketId, hallId: rules.hallId });
    });
  }

  /** The only way to `served`. @throws TICKET_CASE_OPEN while a matter is neither handled nor closed with a reason */
  async done(actor: StaffActor, ticketId: string, version: number): Promise<void> {
    await this.calling.atMyWindow(actor, ticketId, version, async (work, ticket, rules) => {
      const openMatters = await this.visits.openMatters(ticket);
      await this.steps.take(work, ticket, 'done', 'clerk', rules, { openMatters });
      const clock = clockOfTicket(ticket, work.now, rules);
      await this.visits.served(work, ticket);
      await this.means.learn(work, rules.hallId, ticket.scope, clock.runningSeconds * SECOND);
      work.emit(ticketServed, {
        ticketId, hallId: rules.hallId, bookingId: ticket.bookingId, residentId: ticket.residentId, windowId: ticket.windowId!, staffId: actor.id, matterIds: ticket.scope.map((item) => item.matterId),
        ready: ticket.ready, calledAt: ticket.firstCalledAt!, servingAt: ticket.servingAt!, servedAt: work.now, parkedMs: clock.parkedSeconds * SECOND,
      });
    });
  }

  /** Closes one matter of the visit that cannot be handled today; the reason is kept and counted. */
  async closeMatter(actor: StaffActor, ticketId: string, visitMatterId: string, version: number, reason: string): Promise<void> {
    await this.calling.atMyWindow(actor, ticketId, version, async (work, ticket) => {
      await this.visits.close(work, ticket, visitMatterId, reason);
      await this.steps.touch(work, ticket);
      work.audit('ticket.close-matter', ticket.id, { visitMatterId });
    });
  }
}
