import type { Work } from '../../platform/persistence/work.ts';

export type Series = 'case' | 'notice' | 'batch';

/**
 * The next number of the hall's series in that year, from 1, without gaps: the counter row is counted up in the very
 * transaction that uses the number, so a refusal gives it back.
 */
export async function nextNumber(work: Work, hallId: string, series: Series, year: number): Promise<number> {
  const key = [hallId, series, year];
  const count = () => work.execute('UPDATE number_counter SET last = last + 1 WHERE hall_id = ? AND series = ? AND year = ?', key);
  if ((await count()).affected === 0) {
    await work.sql.insertIfAbsent('number_counter (hall_id, series, year, last) VALUES (?, ?, ?, 0)', key);
    await count();
  }
  const [row] = await work.rows<{ last: number }>('SELECT last FROM number_counter WHERE hall_id = ? AND series = ? AND year = ?', key);
  return Number(row!.last);
}

/** `420606-2026-000123`. */
export const caseNumberText = (areaCode: string, year: number, number: number): string => `${areaCode}-${year}-${String(number).padStart(6, '0')}`;
/** `告知420606-2026-000012`. */
export const noticeNumberText = (areaCode: string, year: number, number: number): string => `告知${caseNumberText(areaCode, year, number)}`;
/** `420606-2026-B0007`. */
export const batchNumberText = (areaCode: string, year: number, number: number): string => `${areaCode}-${year}-B${String(number).padStart(4, '0')}`;
