import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Work } from '../../platform/persistence/work.ts';

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

  /** Which of these this account supports. */
  async of(residentId: string, ids: readonly string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const rows: { suggestion_id: string }[] = await this.dataSource.query(`SELECT suggestion_id FROM suggestion_supporter WHERE resident_id = ? AND suggestion_id IN (${ids.map(() => '?').join(', ')})`, [residentId, ...ids]);
    return new Set(rows.map((row) => row.suggestion_id));
  }
}
