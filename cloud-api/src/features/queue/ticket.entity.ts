import { Entity, Index, PrimaryColumn } from 'typeorm';
import type { TicketClass } from '@hall/shared/queue/queue-settings';
import type { TicketState } from '@hall/shared/queue/ticket.moves';
import { DayColumn, Flag, Id, InstantColumn, Integer, Json, Ref, Text, Version } from '../../platform/persistence/columns.ts';

/** One matter of the visit as the queue sees it: what is to be done, and whether everything for it is ready. */
export interface ScopeItem {
  matterId: string;
  applicationId: string | null;
  ready: boolean;
}

/** From park until the person is served again; `to` is null until then. */
export interface ParkedStretch {
  from: number;
  to: number | null;
}

export type TicketSource = 'scan' | 'desk';

/**
 * One person's place in line. `eligibleAt` and `dueAt` are stored, so that "who is next" is one walk along
 * `ix_ticket_next`; `windowInUse` and `openKey` let the database itself refuse two people at one window and two open
 * tickets for one visit.
 */
@Entity('ticket')
@Index('ux_ticket_number', ['hallId', 'day', 'cls', 'seq'], { unique: true })
@Index('ux_ticket_open', ['openKey'], { unique: true })
@Index('ux_ticket_window', ['windowInUse'], { unique: true })
@Index('ix_ticket_next', ['hallId', 'day', 'state', 'lane', 'dueAt', 'eligibleAt', 'number'])
@Index('ix_ticket_line', ['hallId', 'day', 'state', 'dueAt', 'eligibleAt', 'number'])
@Index('ix_ticket_staff', ['staffId', 'day', 'state'])
@Index('ix_ticket_called', ['hallId', 'day', 'calledAt'])
@Index('ix_ticket_resident', ['residentId', 'day'])
@Index('ix_ticket_booking', ['bookingId'])
export class Ticket {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @DayColumn('day') day: string;
  @Text('cls', 8) cls: TicketClass;
  /** Gapless within hall, day and class. */
  @Integer('seq') seq: number;
  @Text('number', 12) number: string;
  @Text('state', 12) state: TicketState;
  /** The matters a window must be able to handle, sorted and joined by `+`. */
  @Text('lane', 255) lane: string;
  @Text('source', 8) source: TicketSource;
  /** Set when the visit was booked beforehand. */
  @Ref('booking_id', { nullable: true }) bookingId: string | null;
  @Text('booking_reference', 12, { nullable: true }) bookingReference: string | null;
  /** The account that carried the visit, if any. */
  @Ref('resident_id', { nullable: true }) residentId: string | null;
  /** Names the visit or the walk-in person while the ticket is open; null afterwards. */
  @Text('open_key', 60, { nullable: true }) openKey: string | null;
  @Text('masked_name', 40, { nullable: true }) maskedName: string | null;
  @Text('masked_citizen_id', 20, { nullable: true }) maskedCitizenId: string | null;
  @Json('scope') scope: ScopeItem[];
  /** Whether every matter was ready; frozen at the first call, when the clock that judges the service starts. */
  @Flag('ready') ready: boolean;
  @InstantColumn('taken_at') takenAt: number;
  @InstantColumn('eligible_at') eligibleAt: number;
  @InstantColumn('due_at') dueAt: number;
  /** "You may step out until": someone called earlier than this is passed over, not missed. */
  @InstantColumn('promised_until', { nullable: true }) promisedUntil: number | null;
  /** Called before the promised time and not there: not called again before this. */
  @InstantColumn('passed_until', { nullable: true }) passedUntil: number | null;
  @Ref('window_id', { nullable: true }) windowId: string | null;
  /** The window while somebody is called to it or served at it. */
  @Ref('window_in_use', { nullable: true }) windowInUse: string | null;
  @Ref('staff_id', { nullable: true }) staffId: string | null;
  @Integer('call_count') callCount: number;
  @Integer('rejoins') rejoins: number;
  @InstantColumn('first_called_at', { nullable: true }) firstCalledAt: number | null;
  @InstantColumn('called_at', { nullable: true }) calledAt: number | null;
  @InstantColumn('serving_at', { nullable: true }) servingAt: number | null;
  @Json('parked') parked: ParkedStretch[];
  @InstantColumn('ended_at', { nullable: true }) endedAt: number | null;
  /** When a call that nobody closed was reported. */
  @InstantColumn('flagged_at', { nullable: true }) flaggedAt: number | null;
  @Text('end_reason', 40, { nullable: true }) endReason: string | null;
  @Version() version: number;
}

/** The last number given out; counting rows instead would leave gaps or give a number twice. */
@Entity('ticket_counter')
export class TicketCounter {
  @PrimaryColumn({ name: 'hall_id', type: 'varchar', length: 36 }) hallId: string;
  @PrimaryColumn({ name: 'day', type: 'varchar', length: 10 }) day: string;
  @PrimaryColumn({ name: 'cls', type: 'varchar', length: 8 }) cls: TicketClass;
  @Integer('last') last: number;
}

/** Which combinations of matters have ever been asked for: a window walks only the lanes it can serve. */
@Entity('queue_lane')
export class QueueLane {
  @PrimaryColumn({ name: 'hall_id', type: 'varchar', length: 36 }) hallId: string;
  @PrimaryColumn({ name: 'lane', type: 'varchar', length: 255 }) lane: string;
}

/** Grows with every change the board shows, in the same transaction. */
@Entity('board_version')
export class BoardVersion {
  @PrimaryColumn({ name: 'hall_id', type: 'varchar', length: 36 }) hallId: string;
  @Integer('version') version: number;
}

/** How long services of a matter have taken, learned from the tickets served. */
@Entity('service_mean')
export class ServiceMean {
  @PrimaryColumn({ name: 'hall_id', type: 'varchar', length: 36 }) hallId: string;
  @PrimaryColumn({ name: 'matter_id', type: 'varchar', length: 64 }) matterId: string;
  @PrimaryColumn({ name: 'ready', type: 'integer' }) ready: number;
  @Integer('served') served: number;
  @InstantColumn('total_ms') totalMs: number;
}
