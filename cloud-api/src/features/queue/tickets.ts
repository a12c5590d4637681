import { Injectable } from '@nestjs/common';
import { enterQueue } from '@hall/shared/queue/order.rules';
import type { TicketClass } from '@hall/shared/queue/queue-settings';
import { ticketNumber } from '@hall/shared/queue/ticket-number';
import type { Work } from '../../platform/persistence/work.ts';
import { BoardVersions } from './board-versions.ts';
import type { HallRules } from './hall-rules.ts';
import { ticketTaken } from './queue.events.ts';
import { Ticket, type ScopeItem, type TicketSource } from './ticket.entity.ts';

export interface NewTicket {
  id: string;
  cls: TicketClass;
  source: TicketSource;
  bookingId: string | null;
  bookingReference: string | null;
  residentId: string | null;
  /** Who or what may have only one open ticket; the ticket's own id when nobody is known. */
  openKey: string;
  maskedName: string | null;
  maskedCitizenId: string | null;
  scope: ScopeItem[];
  /** Of the booked slot, epoch milliseconds. */
  slotStart: number | null;
}

/** Gives out tickets. */
@Injectable()
export class Tickets {
  constructor(private readonly board: BoardVersions) {}

  /** The open ticket of this visit or person, so that scanning twice shows the same number. From here on nobody else of the hall gives out one. */
  async openOf(work: Work, rules: HallRules, openKey: string): Promise<Ticket | null> {
    await this.board.raise(work, rules.hallId);
    return work.findOne(Ticket, { openKey });
  }

  /**
   * Makes the ticket and puts it in line, after {@link openOf} found none. The counter's row is raised in the same
   * transaction: a refusal gives its number back.
   */
  async add(work: Work, rules: HallRules, wish: NewTicket): Promise<Ticket> {
    const seq = await this.count(work, rules, wish.cls);
    const lane = laneOf(wish.scope.map((item) => item.matterId));
    await work.sql.insertIfAbsent('queue_lane (hall_id, lane) VALUES (?, ?)', [rules.hallId, lane]);
    const position = enterQueue({ cls: wish.cls, scanAt: work.now, slotStart: wish.slotStart }, rules.settings);
    const { slotStart: _, ...stored } = wish;
    const ticket = await work.add(Ticket, {
      ...stored, ...position, hallId: rules.hallId, day: rules.day, seq, number: ticketNumber(wish.cls, seq), state: 'waiting', lane,
      ready: wish.scope.every((item) => item.ready), takenAt: work.now, promisedUntil: null, passedUntil: null, windowId: null, windowInUse: null, staffId: null,
      callCount: 0, rejoins: 0, firstCalledAt: null, calledAt: null, servingAt: null, parked: [], endedAt: null, flaggedAt: null, endReason: null,
    });
    work.audit('ticket.take', ticket.id, { cls: wish.cls, source: wish.source });
    work.emit(ticketTaken, { ticketId: ticket.id, hallId: rules.hallId, residentId: wish.residentId });
    return ticket;
  }

  private async count(work: Work, rules: HallRules, cls: TicketClass): Promise<number> {
    const key = [rules.hallId, rules.day, cls];
    await work.sql.insertIfAbsent('ticket_counter (hall_id, day, cls, last) VALUES (?, ?, ?, 0)', key);
    await work.execute('UPDATE ticket_counter SET last = last + 1 WHERE hall_id = ? AND day = ? AND cls = ?', key);
    const [row] = await work.rows<{ last: number }>('SELECT last FROM ticket_counter WHERE hall_id = ? AND day = ? AND cls = ?', key);
    return Number(row!.last);
  }
}

const SEPARATOR = '+';
export const laneOf = (matterIds: readonly string[]): string => [...new Set(matterIds)].sort().join(SEPARATOR);
/** The matters a window must be able to handle to serve this lane. */
export const skillsOf = (lane: string): string[] => (lane === '' ? [] : lane.split(SEPARATOR));
