import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Json } from '@hall/shared/kernel/canonical-json';
import { MINUTE, addDays, dayOf, startOfDay, type Day } from '@hall/shared/kernel/day';
import { LAST_NINETY_DAYS, NO_COUNTS, daysOf, figureOf, monthOf, type Counts, type FigurePeriod } from '@hall/shared/commitment/figures.rules';
import { newId } from '../../platform/persistence/new-id.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Ledger } from '../ledger/ledger.ts';
import { Commitment, CommitmentVersion, PublishedFigure } from './commitment.entity.ts';

type Rows = <T>(sql: string, parameters: unknown[]) => Promise<T[]>;

/** The figures of a day that ends: what the public sees until the next one does. */
@Injectable()
export class Figures implements OnModuleInit {
  constructor(private readonly ledger: Ledger) {}

  onModuleInit(): void {
    this.ledger.beforeSealing((work, hallId, day) => this.publish(work, hallId, day));
  }

  /** What stood in these days at `now`, by the one rule: kept or broken is where the closing lies before or after the due instant. */
  async counts(rows: Rows, { id: versionId, rule }: Pick<CommitmentVersion, 'id' | 'rule'>, first: Day, last: Day, now: number): Promise<Counts> {
    const limit = rule.clock === 'minutes' ? rule.limit * MINUTE : Number.MAX_SAFE_INTEGER;
    const found = await rows<{ outcome: string; spread_step: number; n: number | string; paused: number | string }>(
      `SELECT CASE WHEN excluded_at IS NOT NULL THEN 'excluded' WHEN due_at IS NOT NULL AND (COALESCE(closed_at, ended_at) IS NULL OR COALESCE(closed_at, ended_at) > due_at) THEN 'broken' WHEN closed_at IS NULL THEN 'ended' ELSE 'met' END AS outcome, spread_step, COUNT(*) AS n, SUM(CASE WHEN due_at - opened_at > ? THEN 1 ELSE 0 END) AS paused
       FROM fulfilment WHERE commitment_version_id = ? AND settles_on >= ? AND settles_on <= ? AND (closed_at IS NOT NULL OR ended_at IS NOT NULL OR due_at < ?) GROUP BY outcome, spread_step`, [limit, versionId, first, last, now]);
    const spread = [...NO_COUNTS.spread];
    const sums = { met: 0, broken: 0, ended: 0, excluded: 0, paused: 0 };
    for (const { outcome, spread_step, n, paused } of found) {
      sums[outcome as 'met' | 'broken' | 'ended' | 'excluded'] += Number(n);
      if (outcome !== 'met' && outcome !== 'broken') continue;
      spread[Number(spread_step)]! += Number(n);
      sums.paused += Number(paused);
    }
    return { ...sums, ...await this.doubts(rows, versionId, first, last, now), spread };
  }

  /** How many of the same are doubted by who was served; counted from the doubts, which are few. */
  private async doubts(rows: Rows, versionId: string, first: Day, last: Day, now: number): Promise<Pick<Counts, 'disputed' | 'upheld'>> {
    const [found] = await rows<{ disputed: number | string; upheld: number | string | null }>(
      `SELECT COUNT(*) AS disputed, SUM(CASE WHEN d.state = 'upheld' THEN 1 ELSE 0 END) AS upheld FROM commitment_version v JOIN time_dispute d ON d.hall_id = v.hall_id JOIN fulfilment f ON f.commitment_version_id = v.id AND f.subject_id = d.ticket_id
       WHERE v.id = ? AND f.settles_on >= ? AND f.settles_on <= ? AND (f.closed_at IS NOT NULL OR f.ended_at IS NOT NULL OR f.due_at < ?)`, [versionId, first, last, now]);
    return { disputed: Number(found!.disputed), upheld: Number(found!.upheld ?? 0) };
  }

  /** Says every figure that has changed since it was last said: of this month, of the last ninety days, and of months that late facts have changed. */
  private async publish(work: Work, hallId: string, day: Day): Promise<void> {
    const rows: Rows = (sql, parameters) => work.rows(sql, parameters);
    const codes = new Map((await work.find(Commitment, { hallId })).map(({ id, code }) => [id, code]));
    for (const version of await work.find(CommitmentVersion, { hallId, state: 'published' })) {
      if (version.inForceFrom! > day) continue;
      const said = new Map((await work.find(PublishedFigure, { commitmentVersionId: version.id })).map((row) => [row.period, row]));
      for (const period of await this.periods(rows, version, day)) await this.say(work, codes.get(version.commitmentId)!, version, period, day, said.get(period));
    }
  }

  private async periods(rows: Rows, { id, inForceFrom }: CommitmentVersion, day: Day): Promise<FigurePeriod[]> {
    const months = await rows<{ month: string }>('SELECT DISTINCT SUBSTR(settles_on, 1, 7) AS month FROM fulfilment WHERE commitment_version_id = ? AND settles_on >= ? AND settles_on <= ?', [id, addDays(day, -400), day]);
    return [...new Set([...months.map(({ month }) => month), ...(inForceFrom! <= day ? [monthOf(day)] : []), LAST_NINETY_DAYS])].sort();
  }

  private async say(work: Work, code: string, version: CommitmentVersion, period: FigurePeriod, day: Day, before: PublishedFigure | undefined): Promise<void> {
    const { first, last } = daysOf(period, day);
    const figure = figureOf(code, version.number, period, day, await this.counts((sql, parameters) => work.rows(sql, parameters), version, first, last, startOfDay(addDays(day, 1))));
    const same = before && JSON.stringify({ ...before.figure, asOf: day }) === JSON.stringify(figure);
    // The present month is said each day, so that everybody sees it is watched; what is over only when it changes.
    if (same && period !== monthOf(day) && period !== LAST_NINETY_DAYS) return;
    await this.ledger.say(work, { hallId: version.hallId, key: `figure:${version.id}:${period}:${day}`, kind: 'figure.published', day, body: { ...figure, spread: [...figure.spread] } as { [name: string]: Json } });
    if (before) await work.manager.update(PublishedFigure, { id: before.id }, { asOf: day, figure });
    else await work.add(PublishedFigure, { id: newId(), hallId: version.hallId, commitmentVersionId: version.id, period, asOf: day, figure });
  }

  /** The figure as it stands at this moment, for the house: the public has yesterday's. */
  async live(rows: Rows, version: CommitmentVersion, code: string, period: FigurePeriod, now: number): Promise<ReturnType<typeof figureOf>> {
    const today = dayOf(now);
    const { first, last } = daysOf(period, today);
    return figureOf(code, version.number, period, today, await this.counts(rows, version, first, last, now));
  }
}
