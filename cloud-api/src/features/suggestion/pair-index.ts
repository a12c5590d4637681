import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SIMILAR_FROM, likeness, pairKey, pairsOf } from '@hall/shared/suggestion/suggestion.rules';
import type { Work } from '../../platform/persistence/work.ts';

const AT_ONCE = 200;
/** More pairs than this of a long text add nothing to finding it. */
const MOST_PAIRS = 160;
const MOST_FOUND = 5;
/** A pair that stands in so many texts is frequent; how frequent does not matter. */
const COUNTED = 101;
/** Entries of the index that are followed for one text, and texts that are compared in full. */
const MOST_FOLLOWED = 1_000;
const MOST_COMPARED = 60;
/** So few texts are looked at one by one; a word that more have is soon met among the newest. */
const MOST_NARROWED = 100;
/** The entries of one pair, no more than were counted. */
const ENTRIES = `SELECT e.id AS id FROM (SELECT suggestion_id AS id FROM suggestion_pair WHERE pair = ? AND hall_id = ? LIMIT ${COUNTED}) AS e`;
const TWO_HAN = /^\p{Script=Han}{2}$/u;

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

  /** Ids of the public ones most like the text, the most alike first. Pairs that very many texts have say little: only the rare ones are followed. */
  async alike(hallId: string, text: string): Promise<string[]> {
    const asked = keysOf(text).slice(0, MOST_PAIRS);
    const rare = rarest(await this.frequencies(asked));
    if (rare.length === 0) return [];
    const rows: { id: string; text: string }[] = await this.dataSource.query(
      `SELECT s.id AS id, s.public_text AS text FROM (
         SELECT p.id AS id, COUNT(*) AS common FROM (${rare.map(() => ENTRIES).join(' UNION ALL ')}) p GROUP BY p.id ORDER BY common DESC, p.id LIMIT ${MOST_COMPARED}
       ) c JOIN suggestion s ON s.id = c.id WHERE s.face = 'whole' AND s.state <> 'duplicate'`,
      rare.flatMap((key) => [key, hallId]),
    );
    const mine = new Set(asked);
    return rows
      .map(({ id, text: other }) => ({ id, alike: likeness(mine, new Set(keysOf(other))) }))
      .filter(({ alike }) => alike >= SIMILAR_FROM)
      .sort((a, b) => b.alike - a.alike || (a.id < b.id ? -1 : 1))
      .slice(0, MOST_FOUND)
      .map(({ id }) => id);
  }

  /**
   * Ids of all that may contain the word, when they are few. Null when the index cannot narrow it down: the word has no two
   * Chinese signs together, or so many use it that reading from the newest finds a page at once.
   */
  async mayContain(hallId: string, word: string): Promise<string[] | null> {
    const keys = [...new Set([...pairsOf(word)].filter((pair) => TWO_HAN.test(pair)).map(pairKey))].slice(0, MOST_PAIRS);
    if (keys.length === 0) return null;
    const counted = await this.frequencies(keys);
    const [rarestKey, times] = [...counted].sort(([, a], [, b]) => a - b)[0]!;
    if (times > MOST_NARROWED) return null;
    const rows: { id: string }[] = await this.dataSource.query('SELECT suggestion_id AS id FROM suggestion_pair WHERE pair = ? AND hall_id = ?', [rarestKey, hallId]);
    return rows.map(({ id }) => id);
  }

  /** In how many texts each pair stands, counted no further than {@link COUNTED}: what is frequent need not be known exactly. */
  private async frequencies(keys: readonly string[]): Promise<Map<string, number>> {
    if (keys.length === 0) return new Map();
    const one = `SELECT COUNT(*) AS times FROM (SELECT 1 AS hit FROM suggestion_pair WHERE pair = ? LIMIT ${COUNTED}) AS hits`;
    const rows: { at: number | string; times: number | string }[] = await this.dataSource.query(keys.map((_, at) => `SELECT ${at} AS at, counted.times AS times FROM (${one}) AS counted`).join(' UNION ALL '), [...keys]);
    const times = new Map(rows.map((row) => [Number(row.at), Number(row.times)]));
    return new Map(keys.map((key, at) => [key, times.get(at) ?? 0]));
  }
}

/** The rarest first, as long as all of them together stand in few enough texts; the very rarest always, unless nobody used it. */
function rarest(frequencies: ReadonlyMap<string, number>): string[] {
  const used = [...frequencies].filter(([, times]) => times > 0).sort(([, a], [, b]) => a - b);
  let followed = 0;
  return used.filter(([, times], at) => {
    followed += times;
    return at === 0 || followed <= MOST_FOLLOWED;
  }).map(([key]) => key);
}
