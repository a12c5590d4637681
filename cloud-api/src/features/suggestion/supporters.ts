import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Work } from '../../platform/persistence/work.ts';
import type { Suggestion } from './suggestion.entity.ts';
import { suggestionSupportersTold, type SupportedNews } from './suggestion.events.ts';

/** How many one event names: each event is told in one unit of work. */
const AT_ONCE = 50;

/** How many people say the same: every account once, and each author of one that was joined to it. */
@Injectable()
export class Supporters {
  constructor(private readonly dataSource: DataSource) {}

  /** Counts anew and writes it down without making anybody's view stale. The caller holds the row. */
  async count(work: Work, id: string): Promise<number> {
    const cluster = 'SELECT id FROM suggestion WHERE id = ? OR merged_into_id = ?';
    const [named] = await work.rows<{ people: number | string }>(
      `SELECT COUNT(*) AS people FROM (SELECT resident_id FROM suggestion_supporter WHERE suggestion_id IN (${cluster}) UNION SELECT resident_id FROM suggestion_author WHERE suggestion_id IN (${cluster})) said
       WHERE resident_id NOT IN (SELECT resident_id FROM suggestion_author WHERE suggestion_id = ?)`,
      [id, id, id, id, id],
    );
    const [nameless] = await work.rows<{ people: number | string }>("SELECT COUNT(*) AS people FROM suggestion WHERE merged_into_id = ? AND identity = 'anonymous'", [id]);
    const supporters = Number(named?.people ?? 0) + Number(nameless?.people ?? 0);
    await work.execute('UPDATE suggestion SET supporters = ? WHERE id = ?', [supporters, id]);
    return supporters;
  }

  /**
   * Tells every account that said "me too", to it or to what was joined to it, while everybody can read it. Whoever wrote one of
   * them by name hears of it as its author.
   */
  async tell(work: Work, { id, hallId, face }: Suggestion, news: SupportedNews): Promise<void> {
    if (face !== 'whole') return;
    const cluster = 'SELECT id FROM suggestion WHERE id = ? OR merged_into_id = ?';
    const rows = await work.rows<{ resident_id: string }>(
      `SELECT DISTINCT resident_id FROM suggestion_supporter WHERE suggestion_id IN (${cluster}) AND resident_id NOT IN (SELECT resident_id FROM suggestion_author WHERE suggestion_id IN (${cluster})) ORDER BY resident_id`, [id, id, id, id],
    );
    for (let from = 0; from < rows.length; from += AT_ONCE) work.emit(suggestionSupportersTold, { suggestionId: id, hallId, news, residentIds: rows.slice(from, from + AT_ONCE).map((row) => row.resident_id) });
  }

  /** Which of these this account supports. */
  async of(residentId: string, ids: readonly string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const rows: { suggestion_id: string }[] = await this.dataSource.query(`SELECT suggestion_id FROM suggestion_supporter WHERE resident_id = ? AND suggestion_id IN (${ids.map(() => '?').join(', ')})`, [residentId, ...ids]);
    return new Set(rows.map((row) => row.suggestion_id));
  }
}
