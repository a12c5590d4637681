import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { compareTickets } from '@hall/shared/queue/order.rules';
import type { TicketClass } from '@hall/shared/queue/queue-settings';
import type { TicketState } from '@hall/shared/queue/ticket.moves';
import type { HallRules } from './hall-rules.ts';
import type { ScopeItem, Ticket } from './ticket.entity.ts';

/** What a list of the desk needs of a ticket. */
export type QueueRow = Pick<Ticket, 'id' | 'number' | 'cls' | 'state' | 'maskedName' | 'scope' | 'ready' | 'takenAt' | 'eligibleAt' | 'dueAt' | 'callCount' | 'rejoins' | 'calledAt' | 'servingAt' | 'promisedUntil' | 'passedUntil' | 'lane' | 'version'>;

export type ListedState = 'waiting' | 'missed' | 'parked';
const LISTED: readonly ListedState[] = ['waiting', 'missed', 'parked'];

/** Of each list; whoever stands further back comes forward by and by. */
export const ROWS_SHOWN = 50;
const COLUMNS = 'id, number, cls, state, masked_name, scope, ready, taken_at, eligible_at, due_at, call_count, rejoins, called_at, serving_at, promised_until, passed_until, lane, version';

type Raw = Record<'taken_at' | 'eligible_at' | 'due_at' | 'call_count' | 'rejoins' | 'ready' | 'version', number | string>
  & Record<'called_at' | 'serving_at' | 'promised_until' | 'passed_until', number | string | null>
  & { id: string; number: string; cls: TicketClass; state: TicketState; masked_name: string | null; scope: string; lane: string };

/**
 * The heads of the desk's lists in the order of the line, in one question without hydration: every press of a button
 * answers with them. The index `ix_ticket_line` holds the order, so a long line costs no more than a short one.
 */
@Injectable()
export class QueueRowsReader {
  constructor(private readonly dataSource: DataSource) {}

  async heads({ hallId, day }: HallRules): Promise<Record<ListedState, QueueRow[]>> {
    const list = `SELECT * FROM (SELECT ${COLUMNS} FROM ticket WHERE hall_id = ? AND day = ? AND state = ? ORDER BY due_at, eligible_at, number LIMIT ${ROWS_SHOWN}) AS `;
    const raw: Raw[] = await this.dataSource.query(LISTED.map((state) => `${list}${state}_`).join(' UNION ALL '), LISTED.flatMap((state) => [hallId, day, state]));
    const rows = raw.map(toRow).sort(compareTickets);
    const of = (state: ListedState) => rows.filter((row) => row.state === state);
    return { waiting: of('waiting'), missed: of('missed'), parked: of('parked') };
  }
}

const instant = (value: number | string | null): number | null => (value === null ? null : Number(value));

const toRow = (raw: Raw): QueueRow => ({
  id: raw.id, number: raw.number, cls: raw.cls, state: raw.state, maskedName: raw.masked_name, scope: JSON.parse(raw.scope) as ScopeItem[], ready: Number(raw.ready) === 1,
  takenAt: Number(raw.taken_at), eligibleAt: Number(raw.eligible_at), dueAt: Number(raw.due_at), callCount: Number(raw.call_count), rejoins: Number(raw.rejoins),
  calledAt: instant(raw.called_at), servingAt: instant(raw.serving_at), promisedUntil: instant(raw.promised_until), passedUntil: instant(raw.passed_until), lane: raw.lane, version: Number(raw.version),
});
