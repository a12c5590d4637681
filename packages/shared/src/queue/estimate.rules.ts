import { MINUTE } from '../kernel/day.ts';
import type { Instant } from '../kernel/day.ts';
import { canServe, compareTickets } from './order.rules.ts';
import type { QueueTicket } from './order.rules.ts';
import { RankHeap } from './rank-heap.ts';

/** A ticket to simulate. `expected` marks a booking whose holder is not there yet: it takes its turn only once eligible, and gets no estimate. */
export interface EstimateTicket extends QueueTicket { minutes: number; expected?: boolean }
/** An open window and when it will be free: now or earlier when idle. */
export interface EstimateWindow { id: string; skills: readonly string[]; freeAt: Instant }
/** Whole minutes from now, and how many go before. `stepOutUntil` is null when there is no time to step out. */
export interface WaitEstimate { ahead: number; lowMinutes: number; highMinutes: number; startsAt: Instant; stepOutUntil: Instant | null }

/** Service times scatter by about this share of their mean. */
const SPREAD = 0.6;
/** Standard deviations between the mean and the 10th or 90th percentile. */
const TENTH = 1.2816;
const STEP_OUT_MARGIN = 5 * MINUTE;
/** How many services a prior counts for before what was measured outweighs it. */
const PRIOR_WEIGHT = 10;

/** Mean service minutes of a matter and readiness: what the matter says, drawn towards what was measured as services add up. */
export const learnedMinutes = (priorMinutes: number, measured: { count: number; totalMinutes: number }): number =>
  (priorMinutes * PRIOR_WEIGHT + measured.totalMinutes) / (PRIOR_WEIGHT + measured.count);

/** When a window at work will be free: after the mean, and once that is over, a quarter of it from now. */
export const expectedFreeAt = (servingSince: Instant, meanMinutes: number, now: Instant): Instant =>
  Math.max(servingSince + meanMinutes * MINUTE, now + meanMinutes * MINUTE / 4);

/**
 * When each waiting ticket will be called, by playing the rest of the day with the rule of order and mean service times, while the
 * uncertainty of the services before it adds up. The low end plays without the expected bookings, the high end with them.
 * Deterministic. Tickets no open window can serve are absent from the answer.
 */
export function estimateWaits(tickets: readonly EstimateTicket[], windows: readonly EstimateWindow[], now: Instant): Map<string, WaitEstimate> {
  const ordered = tickets.filter((ticket) => ticket.state === 'waiting' || ticket.state === 'transferred').sort(compareTickets);
  const present = ordered.filter((ticket) => ticket.expected !== true);
  const soonest = play(present, windows, now);
  const latest = present.length === ordered.length ? soonest : play(ordered, windows, now);
  const estimates = new Map<string, WaitEstimate>();
  for (const ticket of present) {
    const first = soonest.get(ticket.id);
    if (first === undefined) continue;
    const last = latest.get(ticket.id) ?? first;
    const tenth = Math.max(now, first.start - TENTH * first.deviation);
    const ninetieth = Math.max(first.start, last.start) + TENTH * Math.max(first.deviation, last.deviation);
    const stepOutUntil = Math.floor((tenth - STEP_OUT_MARGIN) / MINUTE) * MINUTE;
    estimates.set(ticket.id, {
      ahead: first.ahead, startsAt: first.start, lowMinutes: Math.floor((tenth - now) / MINUTE), highMinutes: Math.ceil((ninetieth - now) / MINUTE),
      stepOutUntil: stepOutUntil > now ? stepOutUntil : null,
    });
  }
  return estimates;
}

interface Turn { start: Instant; deviation: number; ahead: number }
/** Tickets that need the same skills: two heaps of ranks, and the windows that serve them. */
interface Lane { eligible: RankHeap; early: RankHeap; windows: number[] }

/** A ticket becomes callable: as one before its slot, or as an eligible one. */
interface Arrival { at: Instant; rank: number; as: 'early' | 'eligible' }

/** When each ticket becomes callable, in order of time. One whose holder is there before the slot comes twice: early, then eligible. */
function arrivalsOf(ordered: readonly EstimateTicket[], now: Instant): Arrival[] {
  const arrivals: Arrival[] = [];
  ordered.forEach((ticket, rank) => {
    const callableAt = Math.max(now, ticket.passedUntil ?? 0);
    const eligibleAt = Math.max(callableAt, ticket.eligibleAt);
    if (ticket.expected !== true && callableAt < eligibleAt) arrivals.push({ at: callableAt, rank, as: 'early' });
    arrivals.push({ at: eligibleAt, rank, as: 'eligible' });
  });
  return arrivals.sort((a, b) => a.at - b.at || a.rank - b.rank);
}

/** Plays the queue to its end. `ordered` is in the rule's order, so that a ticket's index is its rank. */
function play(ordered: readonly EstimateTicket[], windows: readonly EstimateWindow[], now: Instant): Map<string, Turn> {
  const lanes = new Map<string, Lane>();
  const laneOf = ordered.map((ticket) => {
    const key = ticket.skills.length === 1 ? (ticket.skills[0] as string) : [...ticket.skills].sort().join('\n');
    let lane = lanes.get(key);
    if (lane === undefined) {
      lane = { eligible: new RankHeap(), early: new RankHeap(), windows: windows.flatMap((window, index) => (canServe(window.skills, ticket) ? [index] : [])) };
      lanes.set(key, lane);
    }
    return lane;
  });
  const lanesOfWindow = windows.map((_, index) => [...lanes.values()].filter((lane) => lane.windows.includes(index)));
  const taken = new Uint8Array(ordered.length);
  const events = arrivalsOf(ordered, now);

  const freeAt = windows.map((window) => Math.max(window.freeAt, now));
  const variance = windows.map((window) => (SPREAD * Math.max(0, window.freeAt - now)) ** 2);
  const calls = windows.map(() => 0);
  const turns = new Map<string, Turn>();
  let arrived = 0;
  for (let left = ordered.length; left > 0;) {
    const window = earliest(freeAt);
    const time = freeAt[window] ?? Infinity;
    if (time === Infinity) break;
    for (let event = events[arrived]; event !== undefined && event.at <= time; event = events[++arrived]) {
      if (taken[event.rank] === 0) laneOf[event.rank]?.[event.as].push(event.rank);
    }
    const mine = lanesOfWindow[window] as Lane[];
    const rank = firstOf(mine, 'eligible', taken) ?? firstOf(mine, 'early', taken);
    if (rank === undefined) { freeAt[window] = nextArrival(); continue; }
    const ticket = ordered[rank] as EstimateTicket;
    const { windows: servers } = laneOf[rank] as Lane;
    let doubt = 0;
    let ahead = 0;
    for (const server of servers) { doubt += variance[server] as number; ahead += calls[server] as number; }
    turns.set(ticket.id, { start: time, deviation: Math.sqrt(doubt) / servers.length, ahead });
    taken[rank] = 1;
    left--;
    freeAt[window] = time + ticket.minutes * MINUTE;
    variance[window] = (variance[window] as number) + (SPREAD * ticket.minutes * MINUTE) ** 2;
    if (ticket.expected !== true) calls[window] = (calls[window] as number) + 1;

    function nextArrival(): Instant {
      for (let index = arrived; index < events.length; index++) {
        const { at, rank: candidate } = events[index] as Arrival;
        if (taken[candidate] === 0 && mine.includes(laneOf[candidate] as Lane)) return at;
      }
      return Infinity;
    }
  }
  return turns;
}

function earliest(times: readonly Instant[]): number {
  let best = 0;
  for (let index = 1; index < times.length; index++) if ((times[index] as number) < (times[best] as number)) best = index;
  return best;
}

/** The lowest rank on top of these lanes that nobody took; tops already taken are dropped on the way. */
function firstOf(lanes: readonly Lane[], heap: 'eligible' | 'early', taken: Uint8Array): number | undefined {
  let best: number | undefined;
  for (const lane of lanes) {
    while (lane[heap].top !== undefined && taken[lane[heap].top] === 1) lane[heap].pop();
    const top = lane[heap].top;
    if (top !== undefined && (best === undefined || top < best)) best = top;
  }
  return best;
}
