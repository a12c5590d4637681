import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { NO_COUNTS, type Counts } from '@hall/shared/commitment/figures.rules';
import type { MeasurableEvent } from '@hall/shared/commitment/measurable-events';
import { addDays, dayOf, startOfDay, type Day } from '@hall/shared/kernel/day';
import { Clock } from '../../platform/clock/clock.ts';
import { Commitment, CommitmentVersion, PublishedFigure } from './commitment.entity.ts';

export type Outcomes = Pick<Counts, 'met' | 'broken' | 'excluded'>;

/** What one promise came to, by the day or, with a month's first day, by the month. */
export interface PromiseCourse {
  commitmentId: string;
  wording: string;
  points: { day: Day; outcomes: Outcomes }[];
}

const OUTCOME = `CASE WHEN f.excluded_at IS NOT NULL THEN 'excluded' WHEN f.due_at IS NOT NULL AND COALESCE(f.closed_at, f.ended_at, f.due_at + 1) > f.due_at THEN 'broken' WHEN f.closed_at IS NULL THEN 'ended' ELSE 'met' END`;

/** Promises over a stretch of time, for those who look at the hall as a whole. Every read is bounded by its days. */
@Injectable()
export class CommitmentSums {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** As they stand now, for stretches of some months. */
  async byDay(hallId: string, first: Day, last: Day): Promise<PromiseCourse[]> {
    const { shown, owner } = await this.promises(hallId, last);
    if (owner.size === 0) return [];
    const ids = [...owner.keys()];
    const rows = await this.dataSource.query<{ version_id: string; day: string; outcome: keyof Outcomes | 'ended'; n: number | string }[]>(
      `SELECT f.commitment_version_id AS version_id, f.settles_on AS day, ${OUTCOME} AS outcome, COUNT(*) AS n FROM fulfilment f
       WHERE f.commitment_version_id IN (${ids.map(() => '?').join(', ')}) AND f.settles_on >= ? AND f.settles_on <= ? AND (f.closed_at IS NOT NULL OR f.ended_at IS NOT NULL OR f.due_at < ?)
       GROUP BY f.commitment_version_id, f.settles_on, ${OUTCOME}`, [...ids, first, last, this.clock.now()]);
    return this.courses(shown, rows.flatMap(({ version_id, day, outcome, n }) => (outcome === 'ended' ? [] : [{ commitmentId: owner.get(version_id)!, day, outcomes: { ...NONE, [outcome]: Number(n) } }])));
  }

  /** As they were last published, each month under its first day. */
  async byMonth(hallId: string, first: Day, last: Day): Promise<PromiseCourse[]> {
    const { shown, owner } = await this.promises(hallId, last);
    if (owner.size === 0) return [];
    const figures = await this.dataSource.manager.find(PublishedFigure, { where: { commitmentVersionId: In([...owner.keys()]) } });
    return this.courses(shown, figures.filter(({ period }) => first.slice(0, 7) <= period && period <= last.slice(0, 7)).map(({ commitmentVersionId, period, figure: { met, broken, excluded } }) => (
      { commitmentId: owner.get(commitmentVersionId)!, day: `${period}-01`, outcomes: { met, broken, excluded } })));
  }

  /** How often each of these happened, day by day. Only for events that are kept by the day. */
  async factsByDay(hallId: string, events: readonly MeasurableEvent[], first: Day, last: Day): Promise<{ day: Day; event: MeasurableEvent; count: number }[]> {
    const rows = await this.dataSource.query<{ event: MeasurableEvent; at: number | string; n: number | string }[]>(
      `SELECT event, at, COUNT(*) AS n FROM measured_fact WHERE hall_id = ? AND event IN (${events.map(() => '?').join(', ')}) AND at >= ? AND at < ? GROUP BY event, at`, [hallId, ...events, startOfDay(first), startOfDay(addDays(last, 1))]);
    return rows.map(({ event, at, n }) => ({ day: dayOf(Number(at)), event, count: Number(n) }));
  }

  /** Every promise that has been published, in the order of the hall's list, under its last wording. */
  private async promises(hallId: string, until: Day): Promise<{ shown: { id: string; wording: string }[]; owner: ReadonlyMap<string, string> }> {
    const [commitments, versions] = await Promise.all([
      this.dataSource.manager.find(Commitment, { where: { hallId }, order: { position: 'ASC' } }), this.dataSource.manager.find(CommitmentVersion, { where: { hallId, state: 'published' }, order: { number: 'ASC' } }),
    ]);
    const begun = versions.filter(({ inForceFrom }) => inForceFrom! <= until);
    const shown = commitments.flatMap(({ id }) => {
      const last = begun.filter(({ commitmentId }) => commitmentId === id).at(-1);
      return last ? [{ id, wording: last.wording }] : [];
    });
    return { shown, owner: new Map(begun.map(({ id, commitmentId }) => [id, commitmentId])) };
  }

  private courses(shown: readonly { id: string; wording: string }[], found: readonly { commitmentId: string; day: Day; outcomes: Outcomes }[]): PromiseCourse[] {
    return shown.map(({ id, wording }) => {
      const days = new Map<Day, Outcomes>();
      for (const { commitmentId, day, outcomes } of found) if (commitmentId === id) days.set(day, addOutcomes(days.get(day) ?? NONE, outcomes));
      return { commitmentId: id, wording, points: [...days].map(([day, outcomes]) => ({ day, outcomes })).sort((a, b) => (a.day < b.day ? -1 : 1)) };
    });
  }
}

const NONE: Outcomes = { met: NO_COUNTS.met, broken: NO_COUNTS.broken, excluded: NO_COUNTS.excluded };

export const addOutcomes = (a: Outcomes, b: Outcomes): Outcomes => ({ met: a.met + b.met, broken: a.broken + b.broken, excluded: a.excluded + b.excluded });
