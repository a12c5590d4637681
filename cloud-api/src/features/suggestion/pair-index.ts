import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SIMILAR_FROM, pairKey, pairsOf } from '@hall/shared/suggestion/suggestion.rules';
import type { Work } from '../../platform/persistence/work.ts';

const AT_ONCE = 200;
/** More pairs than this of a long text add nothing to finding it. */
const MOST_PAIRS = 160;
const MOST_FOUND = 5;

export const keysOf = (text: string): string[] => [...new Set([...pairsOf(text)].map(pairKey))];

/** The public wordings by their pairs of signs: so that what is alike is found in Chinese, by any database, without reading every text. */
@Injectable()
export class PairIndex {
  constructor(private readonly dataSource: DataSource) {}

  /** Writes the wording into the index instead of the former one; `null` takes it out. @returns how many pairs it has */
  async write(work: Work, { id, hallId }: { id: string; hallId: string }, text: string | null): Promise<number> {
    await work.execute('DELETE FROM suggestion_pair WHERE suggestion_id = ?', [id]);
    const keys = text === null ? [] : keysOf(text);
    for (let at = 0; at < keys.length; at += AT_ONCE) {
      const lot = keys.slice(at, at + AT_ONCE);
      await work.execute(`INSERT INTO suggestion_pair (pair, suggestion_id, hall_id) VALUES ${lot.map(() => '(?, ?, ?)').join(', ')}`, lot.flatMap((key) => [key, id, hallId]));
    }
    return keys.length;
  }

  /** Ids of the public ones most like the text, the most alike first. */
  async alike(hallId: string, text: string): Promise<string[]> {
    const keys = keysOf(text);
    if (keys.length === 0) return [];
    const asked = keys.slice(0, MOST_PAIRS);
    const rows: { id: string; common: number | string; pairs: number | string }[] = await this.dataSource.query(
      `SELECT s.id AS id, COUNT(*) AS common, s.pair_count AS pairs FROM suggestion_pair p JOIN suggestion s ON s.id = p.suggestion_id
       WHERE p.pair IN (${asked.map(() => '?').join(', ')}) AND p.hall_id = ? AND s.face = 'whole' AND s.state <> 'duplicate'
       GROUP BY s.id, s.pair_count`,
      [...asked, hallId],
    );
    return rows
      .map(({ id, common, pairs }) => ({ id, likeness: (2 * Number(common)) / (asked.length + Number(pairs)) }))
      .filter(({ likeness }) => likeness >= SIMILAR_FROM)
      .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
      .slice(0, MOST_FOUND)
      .map(({ id }) => id);
  }
}
