import { SECOND } from '../kernel/day.ts';
import type { Instant } from '../kernel/day.ts';
import type { QueueSettings } from './queue-settings.ts';
import type { TicketState } from './ticket.moves.ts';

/** What the five-minute clock reads. Scope is frozen at the first call; serving began once and transfer does not stop it. */
export interface ClockFacts {
  inScope: boolean;
  firstCallAt: Instant | null; servingSince: Instant | null; doneAt: Instant | null;
  /** Every stretch from park until the person is served again, the wait for the second call included; `to` is null until then. */
  parked: readonly { from: Instant; to: Instant | null }[];
}
/** Seconds, rounded down. `met` is null while undecided and for what is out of scope. */
export interface ClockReading { stage: 'not-started' | 'running' | 'parked' | 'stopped'; runningSeconds: number; parkedSeconds: number; callToDoneSeconds: number; met: boolean | null }

/** In scope is a visit of which every matter has all its materials; the answer is written down at the call. */
export const inScopeAtCall = (matters: readonly { ready: boolean }[]): boolean => matters.length > 0 && matters.every((matter) => matter.ready);

/** When serving begins by itself: only for a ticket that is called and not missed or parked; a recall starts the wait anew. */
export const autoServeAt = (ticket: { state: TicketState; lastCallAt: Instant | null }, settings: QueueSettings): Instant | null =>
  ticket.state === 'called' && ticket.lastCallAt !== null ? ticket.lastCallAt + settings.autoServeSeconds * SECOND : null;

/** The beginning of serving: the clerk's press, or the automatic start if the press came later. */
export const servingStart = (pressedAt: Instant, ticket: { state: TicketState; lastCallAt: Instant | null }, settings: QueueSettings): Instant =>
  Math.min(pressedAt, autoServeAt(ticket, settings) ?? pressedAt);

/** Milliseconds of `parked` that lie between `start` and `end`. Overlapping stretches are counted once. */
function parkedWithin(parked: ClockFacts['parked'], start: Instant, end: Instant): number {
  let total = 0;
  let counted = start;
  for (const { from, to } of [...parked].sort((a, b) => a.from - b.from)) {
    const begin = Math.max(from, counted);
    const finish = Math.min(to ?? end, end);
    if (finish > begin) { total += finish - begin; counted = finish; }
  }
  return total;
}

/**
 * The clock at `now`: from the beginning of serving to done, parked time left out but shown, waiting after a transfer included.
 * A clock past its limit is broken at once, also before done.
 */
export function readClock(facts: ClockFacts, now: Instant, settings: QueueSettings): ClockReading {
  const end = facts.doneAt ?? now;
  const callToDoneSeconds = facts.firstCallAt === null ? 0 : Math.max(0, Math.floor((end - facts.firstCallAt) / SECOND));
  const parkedNow = facts.doneAt === null && facts.parked.some(({ from, to }) => from <= now && to === null);
  if (facts.servingSince === null) {
    const parkedSeconds = facts.firstCallAt === null ? 0 : Math.floor(parkedWithin(facts.parked, facts.firstCallAt, end) / SECOND);
    return { stage: parkedNow ? 'parked' : 'not-started', runningSeconds: 0, parkedSeconds, callToDoneSeconds, met: null };
  }
  const parked = parkedWithin(facts.parked, facts.servingSince, end);
  const running = Math.max(0, end - facts.servingSince - parked);
  const within = running <= settings.clockLimitSeconds * SECOND;
  const decided = facts.doneAt !== null || !within;
  return {
    stage: facts.doneAt !== null ? 'stopped' : parkedNow ? 'parked' : 'running',
    runningSeconds: Math.floor(running / SECOND), parkedSeconds: Math.floor(parked / SECOND), callToDoneSeconds, met: facts.inScope && decided ? within : null,
  };
}
