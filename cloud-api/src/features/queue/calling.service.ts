import { Injectable } from '@nestjs/common';
import { inScopeAtCall } from '@hall/shared/queue/service-clock.rules';
import { rejoinQueue } from '@hall/shared/queue/order.rules';
import { absenceAction } from '@hall/shared/queue/ticket.moves';
import type { ResidentActor, StaffActor } from '../../platform/auth/actor.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Halls, type WindowFacts } from '../hall/halls.ts';
import { BoardVersions } from './board-versions.ts';
import { HallRulebook, type HallRules } from './hall-rules.ts';
import { NextTicket } from './next-ticket.ts';
import { queueErrors } from './queue.errors.ts';
import { ticketCalled, ticketLeft, ticketMissed, ticketParked, ticketWaiting } from './queue.events.ts';
import { TicketSteps } from './ticket-steps.ts';
import { TicketVisits } from './ticket-visits.ts';
import { TicketLookup } from './ticket-lookup.ts';
import type { Ticket } from './ticket.entity.ts';

/** Calling people to windows, and what becomes of a call. */
@Injectable()
export class CallingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rulebook: HallRulebook,
    private readonly halls: Halls,
    private readonly board: BoardVersions,
    private readonly nextTicket: NextTicket,
    private readonly steps: TicketSteps,
    private readonly visits: TicketVisits,
    private readonly lookup: TicketLookup,
  ) {}

  /**
   * Calls the next person to the clerk's window and answers the ticket's id.
   * @throws WINDOW_NEEDED, WINDOW_PAUSED, WINDOW_BUSY, QUEUE_EMPTY
   */
  async next(actor: StaffActor): Promise<string> {
    const rules = await this.rulebook.of(actor.hallId);
    return this.unitOfWork.run(actor, async (work) => {
      await this.board.raise(work, rules.hallId);
      const window = await this.openWindow(work, actor);
      for (;;) {
        const candidate = await this.nextTicket.find(work, rules.hallId, rules.day, window.skills);
        if (!candidate) throw queueErrors.QUEUE_EMPTY();
        // Frozen at the first call: what was not ready then does not become the clerk's five minutes later.
        const scope = candidate.firstCalledAt === null ? await this.visits.readiness(candidate.scope) : candidate.scope;
        if (!(await this.nextTicket.call(work, candidate, { windowId: window.id, staffId: actor.id, scope, ready: inScopeAtCall(scope) }))) continue;
        work.audit('ticket.call', candidate.id, { windowId: window.id });
        work.emit(ticketCalled, { ticketId: candidate.id, hallId: rules.hallId, windowId: window.id, residentId: candidate.residentId, callCount: 1 });
        return candidate.id;
      }
    });
  }

  async recall(actor: StaffActor, ticketId: string, version: number): Promise<void> {
    await this.atMyWindow(actor, ticketId, version, async (work, ticket, rules) => {
      const callCount = ticket.callCount + 1;
      await this.steps.take(work, ticket, 'recall', 'clerk', rules, { changes: { callCount, calledAt: work.now } });
      work.emit(ticketCalled, { ticketId, hallId: rules.hallId, windowId: ticket.windowId!, residentId: ticket.residentId, callCount });
    });
  }

  /** Nobody came. Someone called before the time promised to them is passed over and keeps the place. */
  async miss(actor: StaffActor, ticketId: string, version: number): Promise<void> {
    await this.atMyWindow(actor, ticketId, version, async (work, ticket, rules) => {
      if (absenceAction(ticket.promisedUntil, work.now) === 'pass') {
        await this.steps.take(work, ticket, 'pass', 'clerk', rules, { changes: { passedUntil: ticket.promisedUntil } });
        work.emit(ticketWaiting, { ticketId, hallId: rules.hallId, why: 'passed-over' });
      } else {
        await this.steps.take(work, ticket, 'miss', 'clerk', rules);
        work.emit(ticketMissed, { ticketId, hallId: rules.hallId, residentId: ticket.residentId });
      }
    });
  }

  async park(actor: StaffActor, ticketId: string, version: number): Promise<void> {
    await this.inMyHall(actor, ticketId, version, async (work, ticket, rules) => {
      // Putting somebody aside who still waits changes the order of the line, which is not a clerk's to change.
      if (ticket.windowInUse !== null || !actor.permissions.has('queue.supervise')) await this.refuseElsewhere(work, actor, ticket);
      await this.steps.take(work, ticket, 'park', 'clerk', rules);
      work.emit(ticketParked, { ticketId, hallId: rules.hallId });
    });
  }

  /** Back into line at the old place: parking keeps the due time. */
  async resume(actor: StaffActor, ticketId: string, version: number): Promise<void> {
    await this.inMyHall(actor, ticketId, version, async (work, ticket, rules) => {
      await this.steps.take(work, ticket, 'resume', 'clerk', rules);
      work.emit(ticketWaiting, { ticketId, hallId: rules.hallId, why: 'resumed' });
    });
  }

  /** @throws TICKET_REJOINS_USED, HALL_CLOSED */
  async rejoin(actor: StaffActor | ResidentActor, ticketId: string, version: number): Promise<void> {
    const run = async (work: Work, ticket: Ticket, rules: HallRules) => {
      const place = rejoinQueue(ticket, work.now, rules.settings);
      await this.steps.take(work, ticket, 'rejoin', actor.kind === 'staff' ? 'clerk' : 'resident', rules, { changes: { ...place, rejoins: ticket.rejoins + 1, promisedUntil: null, passedUntil: null } });
      work.emit(ticketWaiting, { ticketId, hallId: rules.hallId, why: 'rejoined' });
    };
    if (actor.kind === 'staff') return this.inMyHall(actor, ticketId, version, run);
    return this.mine(actor, ticketId, version, run);
  }

  async leave(actor: ResidentActor, ticketId: string, version: number): Promise<void> {
    await this.mine(actor, ticketId, version, async (work, ticket, rules) => {
      await this.steps.take(work, ticket, 'leave', 'resident', rules);
      await this.visits.abandoned(work, ticket, 'left');
      work.emit(ticketLeft, { ticketId, hallId: rules.hallId });
    });
  }

  /** Runs `body` with a ticket that is called to, or served at, the clerk's own window. @throws TICKET_NOT_AT_WINDOW */
  async atMyWindow<T>(actor: StaffActor, ticketId: string, version: number, body: (work: Work, ticket: Ticket, rules: HallRules) => Promise<T>): Promise<T> {
    return this.inMyHall(actor, ticketId, version, async (work, ticket, rules) => {
      await this.refuseElsewhere(work, actor, ticket);
      return body(work, ticket, rules);
    });
  }

  private async inMyHall<T>(actor: StaffActor, ticketId: string, version: number, body: (work: Work, ticket: Ticket, rules: HallRules) => Promise<T>): Promise<T> {
    const rules = await this.rulebook.of(actor.hallId);
    return this.unitOfWork.run(actor, async (work) => body(work, await this.steps.open(work, rules, ticketId, version), rules));
  }

  private async mine<T>(actor: ResidentActor, ticketId: string, version: number, body: (work: Work, ticket: Ticket, rules: HallRules) => Promise<T>): Promise<T> {
    const { hallId } = await this.lookup.ofResident(actor.id, ticketId);
    const rules = await this.rulebook.of(hallId);
    return this.unitOfWork.run(actor, async (work) => {
      const ticket = await this.steps.open(work, rules, ticketId, version);
      if (ticket.residentId !== actor.id) throw platformErrors.NOT_FOUND();
      return body(work, ticket, rules);
    });
  }

  private async refuseElsewhere(work: Work, actor: StaffActor, ticket: Ticket): Promise<void> {
    const window = await this.halls.windowOf(actor.id, work.manager);
    if (!window || ticket.windowInUse !== window.id) throw queueErrors.TICKET_NOT_AT_WINDOW();
  }

  private async openWindow(work: Work, actor: StaffActor): Promise<WindowFacts> {
    const window = await this.halls.windowOf(actor.id, work.manager);
    if (!window || window.hallId !== actor.hallId || window.state === 'closed') throw queueErrors.WINDOW_NEEDED();
    if (window.state === 'paused') throw queueErrors.WINDOW_PAUSED();
    const busy = await work.rows('SELECT id FROM ticket WHERE window_in_use = ?', [window.id]);
    if (busy.length > 0) throw queueErrors.WINDOW_BUSY();
    return window;
  }
}
