import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { RatingInput } from '@hall/shared/rating/rating.rules';
import { firstDayOf, lastDayOf, matterKeyOf, monthOf, type Month } from '@hall/shared/rating/published-figures.rules';
import { system } from '../../platform/auth/actor.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import type { RatingInvitation } from './rating.entity.ts';
import { RatingMonth } from './rating-case.entity.ts';

const COUNTERS = [
  'served', 'rated', 'level_1', 'level_2', 'level_3', 'level_4', 'level_5', 'attitude_said', 'attitude_satisfied', 'quality_said', 'quality_satisfied', 'activities_said', 'activities_satisfied', 'answered', 'revisited',
] as const;
type Counter = (typeof COUNTERS)[number];
type Sums = Record<Counter, number>;
type Counted = Pick<RatingInvitation, 'hallId' | 'servedOn' | 'matterIds'>;

const said = (column: string) => `SUM(CASE WHEN r.${column} IS NULL THEN 0 ELSE 1 END) AS ${column}_said, SUM(CASE WHEN r.${column} >= 3 THEN 1 ELSE 0 END) AS ${column}_satisfied`;
/** The rows themselves, one line for each set of matters. */
const FROM_ROWS = `SELECT i.matter_ids AS matter_ids, COUNT(*) AS served, SUM(CASE WHEN r.id IS NULL THEN 0 ELSE 1 END) AS rated,
  ${[1, 2, 3, 4, 5].map((level) => `SUM(CASE WHEN r.level = ${level} THEN 1 ELSE 0 END) AS level_${level}`).join(', ')}, ${['attitude', 'quality', 'activities'].map(said).join(', ')},
  SUM(CASE WHEN c.answered_at IS NULL THEN 0 ELSE 1 END) AS answered, SUM(CASE WHEN c.revisited_at IS NULL THEN 0 ELSE 1 END) AS revisited
  FROM rating_invitation i LEFT JOIN rating r ON r.invitation_id = i.id LEFT JOIN rating_case c ON c.invitation_id = i.id
  WHERE i.hall_id = ? AND i.served_on >= ? AND i.served_on <= ? GROUP BY i.matter_ids`;

/**
 * The sums of each month, so that a year of ratings is read in a few rows. Whatever changes what they count adds to them in the
 * same unit of work, as its last step; `recount` makes them anew from the rows.
 */
@Injectable()
export class RatingMonths {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  served(work: Work, invitation: Counted): Promise<void> {
    return this.add(work, invitation, ['served']);
  }

  rated(work: Work, invitation: Counted, rating: RatingInput): Promise<void> {
    const dimensions = (['attitude', 'quality', 'activities'] as const).flatMap((name): Counter[] => {
      const level = rating[name];
      return level === undefined ? [] : level >= 3 ? [`${name}_said`, `${name}_satisfied`] : [`${name}_said`];
    });
    return this.add(work, invitation, ['rated', `level_${rating.level}`, ...dimensions]);
  }

  /** A negative rating was answered, or the person revisited, for the first time. */
  worked(work: Work, invitation: Counted, step: 'answered' | 'revisited'): Promise<void> {
    return this.add(work, invitation, [step]);
  }

  /** Every matter's sums of these months. */
  of(hallId: string, months: readonly Month[]): Promise<RatingMonth[]> {
    return this.dataSource.manager.find(RatingMonth, { where: { hallId, month: In([...months]) }, order: { month: 'ASC', matterKey: 'ASC' } });
  }

  /** The months in which anybody was served, the newest first. */
  async known(hallId: string): Promise<Month[]> {
    const rows = await this.dataSource.query<{ month: string }[]>('SELECT DISTINCT month FROM rating_month WHERE hall_id = ? AND served > 0 ORDER BY month DESC', [hallId]);
    return rows.map(({ month }) => month);
  }

  /** Makes a month's sums from the rows. Whoever rates meanwhile waits for it and is added after. @returns the sums by matter */
  recount(hallId: string, month: Month): Promise<Map<string, Sums>> {
    return this.unitOfWork.run(system('rating.recount'), async (work) => {
      await work.rows(`SELECT id FROM rating_month WHERE hall_id = ? AND month = ?${work.sql.forUpdate}`, [hallId, month]);
      const sums = await this.fromRows(work, hallId, month);
      const nothing = COUNTERS.map((name) => `${name} = 0`).join(', ');
      await work.execute(`UPDATE rating_month SET ${nothing} WHERE hall_id = ? AND month = ?`, [hallId, month]);
      for (const [matterKey, counted] of sums) {
        await this.lay(work, hallId, month, matterKey);
        await work.execute(`UPDATE rating_month SET ${COUNTERS.map((name) => `${name} = ?`).join(', ')} WHERE hall_id = ? AND month = ? AND matter_key = ?`, [...COUNTERS.map((name) => counted[name]), hallId, month, matterKey]);
      }
      work.audit('rating.recount', null, { month });
      return sums;
    });
  }

  private async fromRows(work: Work, hallId: string, month: Month): Promise<Map<string, Sums>> {
    const sums = new Map<string, Sums>();
    for (const row of await work.rows<Record<Counter, number | string> & { matter_ids: string }>(FROM_ROWS, [hallId, firstDayOf(month), lastDayOf(month)])) {
      const key = matterKeyOf(JSON.parse(row.matter_ids) as string[]);
      const before = sums.get(key);
      sums.set(key, Object.fromEntries(COUNTERS.map((name) => [name, (before?.[name] ?? 0) + Number(row[name])])) as Sums);
    }
    return sums;
  }

  private async add(work: Work, { hallId, servedOn, matterIds }: Counted, counters: readonly Counter[]): Promise<void> {
    const [month, matterKey] = [monthOf(servedOn), matterKeyOf(matterIds)];
    const more = () => work.execute(`UPDATE rating_month SET ${counters.map((name) => `${name} = ${name} + 1`).join(', ')} WHERE hall_id = ? AND month = ? AND matter_key = ?`, [hallId, month, matterKey]);
    if ((await more()).affected > 0) return;
    await this.lay(work, hallId, month, matterKey);
    await more();
  }

  private async lay(work: Work, hallId: string, month: Month, matterKey: string): Promise<void> {
    await work.sql.insertIfAbsent(`rating_month (id, hall_id, month, matter_key, ${COUNTERS.join(', ')}) VALUES (?, ?, ?, ?, ${COUNTERS.map(() => '0').join(', ')})`, [newId(), hallId, month, matterKey]);
  }
}
