import { Injectable } from '@nestjs/common';
import { autoServeAt, servingStart } from '@hall/shared/queue/service-clock.rules';
import { AT_WINDOW_STATES, QUEUED_STATES, decide, type TicketAction, type TicketActor, type TicketFacts, type TicketState } from '@hall/shared/queue/ticket.moves';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { refusal } from '../../platform/errors/domain-error.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { BoardVersions } from './board-versions.ts';
import type { HallRules } from './hall-rules.ts';
import { Ticket } from './ticket.entity.ts';

const ENDED: readonly TicketState[] = ['served', 'left', 'unserved'];

/** The ticket as it is at `now`: a call that was left alone long enough has become a service, whether or not a sweep has written it down. */
export function settled(ticket: Ticket, now: number, rules: HallRules): Ticket {
  const at = autoServeAt({ state: ticket.state, lastCallAt: ticket.calledAt }, rules.settings);
  if (at === null || now < at) return ticket;
  return Object.assign(Object.create(Ticket.prototype) as Ticket, ticket, { state: 'serving', servingAt: ticket.servingAt ?? at, parked: endedAt(ticket.parked, at) });
}

/** A person put aside is away from the window until served again: their turn in line, and the call, are no service. */
const endedAt = (parked: Ticket['parked'], at: number): Ticket['parked'] => parked.map((stretch) => ({ ...stretch, to: stretch.to ?? at }));

export type StepFacts = Pick<Ticket, 'state' | 'callCount' | 'rejoins' | 'calledAt' | 'servingAt' | 'promisedUntil'>;

export const factsOf = (ticket: StepFacts, by: TicketActor, rules: HallRules, openMatters = 0): TicketFacts => ({
  state: ticket.state, by, callCount: ticket.callCount, rejoinCount: ticket.rejoins, lastCallAt: ticket.calledAt, servingSince: ticket.servingAt,
  promisedUntil: ticket.promisedUntil, openMatters, hallOpen: rules.open, settings: rules.settings,
});

export interface StepDetails {
  changes?: Partial<Ticket>;
  openMatters?: number;
  /** Decide on the state as stored, when the step is itself the writing down of what the clock has begun. */
  asStored?: boolean;
}

/** One step of one ticket: asked of the rules, written with everything that follows from the new state, audited. */
@Injectable()
export class TicketSteps {
  constructor(private readonly board: BoardVersions) {}

  /**
   * The ticket, kept for this unit of work, as it is now.
   * @throws NOT_FOUND also when it belongs to another hall, STALE_VERSION
   */
  async open(work: Work, rules: HallRules, ticketId: string, version?: number): Promise<Ticket> {
    await this.board.raise(work, rules.hallId);
    const ticket = await work.lock(Ticket, ticketId, version);
    if (ticket.hallId !== rules.hallId) throw platformErrors.NOT_FOUND();
    return ticket;
  }

  /** @throws the rule's refusal */
  async take(work: Work, ticket: Ticket, action: TicketAction, by: TicketActor, rules: HallRules, more: StepDetails = {}): Promise<Ticket> {
    const now = more.asStored ? ticket : settled(ticket, work.now, rules);
    const verdict = decide(action, factsOf(now, by, rules, more.openMatters), work.now);
    if (!verdict.ok) throw refusal(verdict);
    const [from, state] = [now.state, verdict.value];
    await work.change(Ticket, ticket, { servingAt: now.servingAt, ...this.consequences(now, state, work.now), ...more.changes, state });
    work.audit(`ticket.${action}`, ticket.id, { from, to: state });
    return ticket;
  }

  /** Begins the service: at the clerk's press, or when the clock had begun it before. */
  async serve(work: Work, ticket: Ticket, by: TicketActor, rules: HallRules): Promise<Ticket> {
    const since = servingStart(work.now, { state: ticket.state, lastCallAt: ticket.calledAt }, rules.settings);
    return this.take(work, ticket, 'serve', by, rules, { changes: { servingAt: ticket.servingAt ?? since, parked: endedAt(ticket.parked, since) }, asStored: true });
  }

  /** Something about the visit changed, not the ticket's state: whoever looked before must look again. */
  async touch(work: Work, ticket: Ticket): Promise<void> {
    await work.change(Ticket, ticket, { staffId: ticket.staffId });
  }

  private consequences(ticket: Ticket, state: TicketState, now: number): Partial<Ticket> {
    const aside = ticket.parked.some((stretch) => stretch.to === null);
    const over = state === 'serving' || ENDED.includes(state);
    return {
      parked: over ? endedAt(ticket.parked, now) : state === 'parked' && !aside ? [...ticket.parked, { from: now, to: null }] : ticket.parked,
      ...(AT_WINDOW_STATES.includes(state) ? {} : { windowInUse: null }),
      ...(QUEUED_STATES.includes(state) ? { callCount: 0, calledAt: null, flaggedAt: null } : {}),
      ...(ENDED.includes(state) ? { openKey: null, endedAt: now } : {}),
    };
  }
}
