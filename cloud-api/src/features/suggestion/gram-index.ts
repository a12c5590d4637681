import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { gramKey, pairsOf, signsOf } from '@hall/shared/suggestion/suggestion.rules';
import type { Work } from '../../platform/persistence/work.ts';

const AT_ONCE = 200;
/** A gram that stands in so many texts is frequent; how frequent does not matter. */
export const FREQUENT = 41;

/** Where a public list stands: the day, and the id within the day. The newest day comes first. */
export interface Place {
  day: string;
  id: string;
}

export const pairKeysOf = (text: string): string[] => [...pairsOf(text)].map(gramKey);

/** The entries of one gram no more than make it frequent, the newest; bound by `hall_id`, `gram`. */
const NEWEST_ENTRIES = `SELECT e.id AS id FROM (SELECT suggestion_id AS id FROM suggestion_gram WHERE hall_id = ? AND gram = ? ORDER BY received_on DESC, suggestion_id DESC LIMIT ${FREQUENT}) AS e`;

/**
 * The public wordings by their signs and pairs of signs: so that Chinese is searched and compared by any database, without
 * reading every text. Every read of it is bounded, whatever the years have left behind.
 */
@Injectable()
export class GramIndex {
  constructor(private readonly dataSource: DataSource) {}

  /** Writes the wording into the index instead of the former one; `null` takes it out. @returns how many pairs it has */
  async write(work: Work, { id, hallId, receivedOn }: { id: string; hallId: string; receivedOn: string }, text: string | null): Promise<number> {
    await work.execute('DELETE FROM suggestion_gram WHERE suggestion_id = ?', [id]);
    const pairs = text === null ? [] : pairKeysOf(text);
    const grams = text === null ? [] : [...[...signsOf(text)].map(gramKey), ...pairs];
    for (let at = 0; at < grams.length; at += AT_ONCE) {
      const lot = grams.slice(at, at + AT_ONCE);
      await work.execute(`INSERT INTO suggestion_gram (hall_id, gram, received_on, suggestion_id) VALUES ${lot.map(() => '(?, ?, ?, ?)').join(', ')}`, lot.flatMap((gram) => [hallId, gram, receivedOn, id]));
    }
    return pairs.length;
  }

  /** In how many texts each stands, counted no further than {@link FREQUENT}. */
  async frequencies(hallId: string, grams: readonly string[]): Promise<Map<string, number>> {
    if (grams.length === 0) return new Map();
    const one = `SELECT COUNT(*) AS times FROM (SELECT 1 AS hit FROM suggestion_gram WHERE hall_id = ? AND gram = ? LIMIT ${FREQUENT}) AS hits`;
    const rows: { at: number | string; times: number | string }[] = await this.dataSource.query(grams.map((_, at) => `SELECT ${at} AS at, counted.times AS times FROM (${one}) AS counted`).join(' UNION ALL '), grams.flatMap((gram) => [hallId, gram]));
    const times = new Map(rows.map((row) => [Number(row.at), Number(row.times)]));
    return new Map(grams.map((gram, at) => [gram, times.get(at) ?? 0]));
  }

  /** Those that share the most of these grams, looked up among the newest of each. */
  async sharing(hallId: string, grams: readonly string[], most: number): Promise<{ id: string; text: string }[]> {
    return this.dataSource.query(
      `SELECT s.id AS id, s.public_text AS text FROM (
         SELECT p.id AS id, COUNT(*) AS common FROM (${grams.map(() => NEWEST_ENTRIES).join(' UNION ALL ')}) p GROUP BY p.id ORDER BY common DESC, p.id LIMIT ${most}
       ) c JOIN suggestion s ON s.id = c.id WHERE s.face = 'whole' AND s.state <> 'duplicate'`,
      grams.flatMap((gram) => [hallId, gram]),
    );
  }

  /** So many of those that have the gram, the newest first, from behind a place on. Whether they show is for the reader to judge. */
  async newestWith<T>(hallId: string, gram: string, behind: Place | null, most: number, columns: readonly string[]): Promise<(T & { day: string; id: string })[]> {
    const from = behind ? 'AND received_on <= ? AND (received_on < ? OR suggestion_id < ?)' : '';
    return this.dataSource.query(
      `SELECT e.received_on AS day, s.id AS id, ${columns.map((column) => `s.${column} AS ${column}`).join(', ')}
         FROM (SELECT received_on, suggestion_id FROM suggestion_gram WHERE hall_id = ? AND gram = ? ${from} ORDER BY received_on DESC, suggestion_id DESC LIMIT ${most}) e
         JOIN suggestion s ON s.id = e.suggestion_id ORDER BY e.received_on DESC, e.suggestion_id DESC`,
      [hallId, gram, ...(behind ? [behind.day, behind.day, behind.id] : [])],
    );
  }
}
