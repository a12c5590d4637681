import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { MINUTE, SECOND } from '@hall/shared/kernel/day';
import { estimateWaits, expectedFreeAt, type EstimateTicket, type EstimateWindow, type WaitEstimate } from '@hall/shared/queue/estimate.rules';
import { compareTickets, enterQueue } from '@hall/shared/queue/order.rules';
import { TICKET_CLASSES, type TicketClass } from '@hall/shared/queue/queue-settings';
import { AT_WINDOW_STATES } from '@hall/shared/queue/ticket.moves';
import { Clock } from '../../platform/clock/clock.ts';
import { Halls } from '../hall/halls.ts';
import { BoardVersions } from './board-versions.ts';
import { HallRulebook, type HallRules } from './hall-rules.ts';
import { ServiceMeans, type MinutesOf } from './service-means.ts';
import { settled } from './ticket-steps.ts';
import { Ticket, type ScopeItem } from './ticket.entity.ts';
import { TicketVisits } from './ticket-visits.ts';
import { skillsOf } from './tickets.ts';

export interface HallEstimate {
  /** By ticket; absent when no open window can serve it. */
  waits: ReadonlyMap<string, WaitEstimate>;
  /** For somebody of the class who would take a ticket now. */
  newcomers: ReadonlyMap<TicketClass, WaitEstimate>;
  /** Waiting tickets in the order in which they are called. */
  order: ReadonlyMap<string, number>;
  counts: ReadonlyMap<TicketClass, number>;
}

/** Somebody booked who is later than this is no longer expected. */
const STILL_EXPECTED_FOR = 15 * MINUTE;
const EXPECTED_MINUTES = 6;
/** Minutes shown grow old after this long even when nobody moved. */
const GOOD_FOR = 10 * SECOND;

/** Plays the rest of the day once per change of the queue, for everybody who asks. */
@Injectable()
export class Estimates {
  private readonly known = new Map<string, { key: string; value: Promise<HallEstimate> }>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly halls: Halls,
    private readonly rulebook: HallRulebook,
    private readonly board: BoardVersions,
    private readonly means: ServiceMeans,
    private readonly visits: TicketVisits,
  ) {}

  async of(hallId: string, version?: number): Promise<HallEstimate> {
    const now = this.clock.now();
    const key = `${version ?? (await this.board.current(hallId))}:${Math.floor(now / GOOD_FOR)}`;
    const known = this.known.get(hallId);
    if (known?.key === key) return known.value;
    const value = this.play(hallId, now);
    this.known.set(hallId, { key, value });
    value.catch(() => this.known.delete(hallId));
    return value;
  }

  private async play(hallId: string, now: number): Promise<HallEstimate> {
    const [rules, minutesOf, facts] = [await this.rulebook.of(hallId), await this.means.of(hallId), await this.halls.windows(hallId)];
    const atWindows = await this.dataSource.manager.findBy(Ticket, { hallId, day: rules.day, state: In(AT_WINDOW_STATES) });
    const rows: WaitingRow[] = await this.dataSource.query("SELECT id, number, cls, lane, scope, eligible_at, due_at, passed_until FROM ticket WHERE hall_id = ? AND day = ? AND state = 'waiting'", [hallId, rules.day]);
    const waiting = rows.map((row) => toEstimateTicket(row, minutesOf)).sort(compareTickets);
    const windows: EstimateWindow[] = facts.filter((window) => window.state === 'open')
      .map(({ id, skills }) => ({ id, skills, freeAt: freeAt(atWindows.find((ticket) => ticket.windowInUse === id), minutesOf, now, rules) }));
    // Imagined people need any window and take no time of those behind; played apart, so that nobody counts them as ahead.
    const newcomers = TICKET_CLASSES.map((cls): EstimateTicket => ({ id: cls, number: '~', state: 'waiting', skills: [], minutes: 0, ...enterQueue({ cls, scanAt: now, slotStart: null }, rules.settings) }));
    const expected = await this.expected(rules, now);
    const imagined = estimateWaits([...waiting, ...newcomers, ...expected], windows, now);
    return {
      waits: estimateWaits([...waiting, ...expected], windows, now), order: new Map(waiting.map((ticket, index) => [ticket.id, index])),
      newcomers: new Map(TICKET_CLASSES.flatMap((cls) => (imagined.has(cls) ? [[cls, imagined.get(cls)!] as const] : []))),
      counts: new Map(TICKET_CLASSES.map((cls) => [cls, rows.filter((row) => row.cls === cls).length])),
    };
  }

  /** Those who have booked and are not here yet: they take their turns when they come, and make the high end honest. */
  private async expected(rules: HallRules, now: number): Promise<EstimateTicket[]> {
    const slots = (await this.visits.expected(rules.hallId, rules.day)).filter(([start]) => start + STILL_EXPECTED_FOR > now);
    return slots.flatMap(([slotStart, count]) => Array.from({ length: count }, (_, index): EstimateTicket => ({
      id: `expected:${slotStart}:${index}`, number: '~', state: 'waiting', skills: [], minutes: EXPECTED_MINUTES, expected: true, ...enterQueue({ cls: 'booked', scanAt: now, slotStart }, rules.settings),
    })));
  }
}

/** Read without hydration: a full hall is read anew at every change. */
interface WaitingRow {
  id: string;
  number: string;
  cls: TicketClass;
  lane: string;
  scope: string;
  eligible_at: number | string;
  due_at: number | string;
  passed_until: number | string | null;
}

const toEstimateTicket = (row: WaitingRow, minutesOf: MinutesOf): EstimateTicket => ({
  id: row.id, number: row.number, state: 'waiting', skills: skillsOf(row.lane), eligibleAt: Number(row.eligible_at), dueAt: Number(row.due_at),
  passedUntil: row.passed_until === null ? null : Number(row.passed_until), minutes: minutesOf(JSON.parse(row.scope) as ScopeItem[]),
});

/** When a window will be free: now when nobody is there. */
function freeAt(atWindow: Ticket | undefined, minutesOf: MinutesOf, now: number, rules: HallRules): number {
  if (!atWindow) return now;
  const ticket = settled(atWindow, now, rules);
  const minutes = minutesOf(ticket.scope);
  return ticket.servingAt === null ? now + minutes * MINUTE : expectedFreeAt(ticket.servingAt, minutes, now);
}
