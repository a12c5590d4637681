import { Injectable } from '@nestjs/common';
import { canServe } from '@hall/shared/queue/order.rules';
import type { Work } from '../../platform/persistence/work.ts';
import { skillsOf } from './tickets.ts';
import type { ScopeItem } from './ticket.entity.ts';

export interface Candidate {
  id: string;
  version: number;
  scope: ScopeItem[];
  firstCalledAt: number | null;
  residentId: string | null;
}

interface CandidateRow {
  id: string;
  version: number;
  scope: string;
  first_called_at: number | string | null;
  resident_id: string | null;
}

export interface Call {
  windowId: string;
  staffId: string;
  ready: boolean;
  scope: ScopeItem[];
}

const COLUMNS = 'id, version, scope, first_called_at, resident_id, due_at, eligible_at, number';
const WAITING = "hall_id = ? AND day = ? AND state = 'waiting' AND lane = ? AND (passed_until IS NULL OR passed_until <= ?)";
const ORDER = 'ORDER BY due_at, eligible_at, number LIMIT 1';

/**
 * The hot path of the hall, in prepared SQL: who is next for a window, and the calling of exactly that person. The
 * order is that of `compareTickets`; the index `ix_ticket_next` holds it, so each lane costs one step into the index
 * however many tickets there are.
 */
@Injectable()
export class NextTicket {
  /** Whom this window calls next: of the eligible the one due first; only when there is none, the first of the early ones. */
  async find(work: Pick<Work, 'rows' | 'now'>, hallId: string, day: string, skills: readonly string[]): Promise<Candidate | null> {
    const lanes = (await work.rows<{ lane: string }>('SELECT lane FROM queue_lane WHERE hall_id = ?', [hallId])).map((row) => row.lane).filter((lane) => canServe(skills, { skills: skillsOf(lane) }));
    if (lanes.length === 0) return null;
    return (await this.first(work, hallId, day, lanes, true)) ?? (await this.first(work, hallId, day, lanes, false));
  }

  /** False when somebody else has called, or the person has left, since the candidate was read. */
  async call(work: Work, candidate: Candidate, call: Call): Promise<boolean> {
    const { affected } = await work.execute(
      `UPDATE ticket SET state = 'called', window_id = ?, window_in_use = ?, staff_id = ?, call_count = 1, called_at = ?, first_called_at = COALESCE(first_called_at, ?), ready = ?, scope = ?, version = version + 1
       WHERE id = ? AND state = 'waiting' AND version = ?`,
      [call.windowId, call.windowId, call.staffId, work.now, work.now, call.ready ? 1 : 0, JSON.stringify(call.scope), candidate.id, candidate.version],
    );
    return affected === 1;
  }

  private async first(work: Pick<Work, 'rows' | 'now'>, hallId: string, day: string, lanes: readonly string[], eligibleOnly: boolean): Promise<Candidate | null> {
    const one = `SELECT * FROM (SELECT ${COLUMNS} FROM ticket WHERE ${WAITING}${eligibleOnly ? ' AND eligible_at <= ?' : ''} ${ORDER}) AS lane_`;
    const sql = lanes.length === 1 ? one : `SELECT * FROM (${lanes.map((_, index) => `${one}${index}`).join(' UNION ALL ')}) AS heads ${ORDER}`;
    const [row] = await work.rows<CandidateRow>(sql, lanes.flatMap((lane) => [hallId, day, lane, work.now, ...(eligibleOnly ? [work.now] : [])]));
    if (!row) return null;
    return { id: row.id, version: Number(row.version), scope: JSON.parse(row.scope) as ScopeItem[], firstCalledAt: row.first_called_at === null ? null : Number(row.first_called_at), residentId: row.resident_id };
  }
}
