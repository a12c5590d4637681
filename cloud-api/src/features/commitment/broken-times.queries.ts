import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { daysOf } from '@hall/shared/commitment/figures.rules';
import { SUBJECT_LABELS, subjectKindOf } from '@hall/shared/commitment/measurable-events';
import { addDays, dayLabel, dayOf, startOfDay } from '@hall/shared/kernel/day';
import { CommitmentVersion, FulfilmentRow } from './commitment.entity.ts';
import type { BrokenTimeView } from './figure-check.dto.ts';
import { whyOf } from './fulfilment.queries.ts';

/** So many are told; a month with more of them has a figure that says enough. */
const MOST = 20;

/** The broken times behind a published figure, for everybody: only what the ledger says of them, no name and no number. */
@Injectable()
export class BrokenTimesQueries {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * As they stood when the figure's day ended, the newest first: what came later is told once its own day is sealed, and not at the hour it happened.
   * @param versionId of the wording the figure is of
   */
  async behind(versionId: string, { period, asOf }: { period: string; asOf: string }): Promise<BrokenTimeView[]> {
    const { first } = daysOf(period, asOf);
    const until = startOfDay(addDays(asOf, 1));
    const found = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM fulfilment WHERE commitment_version_id = ? AND (excluded_at IS NULL OR excluded_at >= ?) AND settles_on >= ? AND settles_on <= ? AND due_at IS NOT NULL AND due_at < COALESCE(closed_at, ended_at, ?) ORDER BY opened_at DESC, id LIMIT ${MOST}`,
      [versionId, until, first, asOf, until]);
    if (found.length === 0) return [];
    const { rule } = await this.dataSource.manager.findOneByOrFail(CommitmentVersion, { id: versionId });
    const rows = await this.dataSource.manager.find(FulfilmentRow, { where: { id: In(found.map(({ id }) => id)) }, order: { openedAt: 'DESC', id: 'ASC' } });
    const known = (at: number | null) => (at !== null && at < until ? at : null);
    return rows.map(({ openedAt, dueAt, closedAt, endedAt }) => ({ title: `${dayLabel(dayOf(openedAt))} · ${SUBJECT_LABELS[subjectKindOf(rule.from)]}`, why: whyOf(rule, { dueAt, closedAt: known(closedAt), endedAt: known(endedAt) }, 'broken') }));
  }
}
