import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { EXCLUSION_MOVES, EXCLUSION_REASONS } from '@hall/shared/commitment/commitment.moves';
import { stateOf } from '@hall/shared/commitment/fulfilment.rules';
import { daysOf, monthOf } from '@hall/shared/commitment/figures.rules';
import { MEASURABLE_EVENTS, SUBJECT_LABELS, subjectKindOf, type SubjectKind } from '@hall/shared/commitment/measurable-events';
import { SECOND, clockOf, dayLabel, dayOf } from '@hall/shared/kernel/day';
import { actionsFrom } from '@hall/shared/kernel/moves';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { Halls } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import type { AskedExclusionView, ExclusionView, FulfilmentCountsView, FulfilmentPage, FulfilmentQuery, FulfilmentView } from './commitment.dto.ts';
import { CommitmentVersion, Exclusion, FulfilmentRow } from './commitment.entity.ts';

const PAGE = 30;
const OPEN_ENDED = 'closed_at IS NULL AND ended_at IS NULL';
/** Each state as a condition over the instants: there is no column that says it. `?` is the present instant. */
const STATES: Record<NonNullable<FulfilmentQuery['state']>, string> = {
  excluded: 'excluded_at IS NOT NULL AND ? > 0',
  pending: `excluded_at IS NULL AND ${OPEN_ENDED} AND (due_at IS NULL OR due_at >= ?)`,
  broken: `excluded_at IS NULL AND due_at IS NOT NULL AND due_at < COALESCE(closed_at, ended_at, ?)`,
  met: 'excluded_at IS NULL AND closed_at IS NOT NULL AND (due_at IS NULL OR closed_at <= due_at) AND ? > 0',
  ended: 'excluded_at IS NULL AND closed_at IS NULL AND ended_at IS NOT NULL AND (due_at IS NULL OR ended_at <= due_at) AND ? > 0',
};

const IN_PERIOD = '((settles_on >= ? AND settles_on <= ?) OR settles_on IS NULL)';
const SETTLED = ['broken', 'met', 'ended', 'excluded'] as const;
type Sums = Partial<Record<keyof FulfilmentCountsView, number | string>>;

/** Every single time behind a figure, and why it was kept or broken. For the house. */
@Injectable()
export class FulfilmentQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly halls: Halls,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /** The newest first. @throws NOT_FOUND when the promise is another hall's */
  async page(actor: StaffActor, commitmentId: string, { period, state, skip = 0 }: FulfilmentQuery): Promise<FulfilmentPage> {
    const now = this.clock.now();
    const versions = await this.dataSource.manager.findBy(CommitmentVersion, { commitmentId, hallId: actor.hallId, state: 'published' });
    if (versions.length === 0) return this.none(actor, commitmentId);
    const { first, last } = daysOf(period ?? monthOf(dayOf(now)), dayOf(now));
    const whole = `commitment_version_id IN (${versions.map(() => '?').join(', ')}) AND `;
    const where = `${whole}${state === 'pending' ? '? <= ?' : IN_PERIOD}${state ? ` AND ${STATES[state]}` : ''}`;
    const held = [...versions.map(({ id }) => id), first, last];
    const values = [...held, ...(state ? [now] : [])];
    const [ids, [counted], [settled], [running]] = await Promise.all([
      this.dataSource.query<{ id: string }[]>(`SELECT id FROM fulfilment WHERE ${where} ORDER BY opened_at DESC, id LIMIT ${PAGE} OFFSET ${Math.trunc(skip)}`, values),
      this.dataSource.query<{ n: number | string }[]>(`SELECT COUNT(*) AS n FROM fulfilment WHERE ${where}`, values),
      this.dataSource.query<Sums[]>(`SELECT ${SETTLED.map((each) => `SUM(CASE WHEN ${STATES[each]} THEN 1 ELSE 0 END) AS ${each}`).join(', ')} FROM fulfilment WHERE ${whole}${IN_PERIOD}`, [...SETTLED.map(() => now), ...held]),
      this.dataSource.query<Sums[]>(`SELECT COUNT(*) AS pending FROM fulfilment WHERE ${whole}${STATES.pending}`, [...versions.map(({ id }) => id), now]),
    ]);
    const counts = Object.fromEntries([...SETTLED, 'pending' as const].map((each) => [each, Number({ ...settled, ...running }[each] ?? 0)])) as unknown as FulfilmentCountsView;
    const rows = ids.length === 0 ? [] : await this.dataSource.manager.find(FulfilmentRow, { where: { id: In(ids.map(({ id }) => id)) }, order: { openedAt: 'DESC', id: 'ASC' } });
    return { items: await this.views(actor, rows, versions, now), count: Number(counted?.n ?? 0), counts };
  }

  /** What waits for a second person, then what was decided. */
  async exclusions(actor: StaffActor): Promise<AskedExclusionView[]> {
    const rows = await this.dataSource.manager.find(Exclusion, { where: { hallId: actor.hallId }, order: { proposedAt: 'DESC' }, take: 200 });
    if (rows.length === 0) return [];
    const times = await this.dataSource.manager.findBy(FulfilmentRow, { id: In(rows.map(({ fulfilmentId }) => fulfilmentId)) });
    const versions = await this.dataSource.manager.findBy(CommitmentVersion, { id: In([...new Set(times.map(({ commitmentVersionId }) => commitmentVersionId))]) });
    const [asked, shown] = await Promise.all([this.exclusionViews(actor, rows), this.views(actor, times, versions, this.clock.now())]);
    const views = asked.map((exclusion): AskedExclusionView => {
      const at = times.findIndex(({ id }) => id === exclusion.fulfilmentId);
      const { subjectKind, subjectId, title, why, staffName, windowLabel } = shown[at]!;
      return { ...exclusion, wording: versions.find(({ id }) => id === times[at]!.commitmentVersionId)!.wording, subjectKind, subjectId, title, why, staffName, windowLabel };
    });
    return [...views.filter(({ state }) => state === 'proposed'), ...views.filter(({ state }) => state !== 'proposed')];
  }

  private async none(actor: StaffActor, commitmentId: string): Promise<FulfilmentPage> {
    if ((await this.dataSource.query<unknown[]>('SELECT id FROM commitment WHERE id = ? AND hall_id = ?', [commitmentId, actor.hallId])).length === 0) throw platformErrors.NOT_FOUND();
    return { items: [], count: 0, counts: { broken: 0, met: 0, pending: 0, ended: 0, excluded: 0 } };
  }

  private async views(actor: StaffActor, rows: readonly FulfilmentRow[], versions: readonly CommitmentVersion[], now: number): Promise<FulfilmentView[]> {
    const [names, windows, exclusions] = await Promise.all([
      this.people.staffNames(rows.flatMap(({ staffId }) => staffId ?? [])), this.halls.windows(actor.hallId),
      rows.length === 0 ? [] : this.dataSource.manager.findBy(Exclusion, { fulfilmentId: In(rows.map(({ id }) => id)) }),
    ]);
    const shown = new Map((await this.exclusionViews(actor, exclusions)).map((view) => [view.fulfilmentId, view]));
    return rows.map((row) => {
      const { rule } = versions.find(({ id }) => id === row.commitmentVersionId)!;
      const kind = subjectKindOf(rule.from);
      const state = row.excludedAt === null ? stateOf(row, now) : 'excluded';
      return {
        id: row.id, subjectKind: kind, subjectId: row.subjectId, title: titleOf(kind, row), state, why: whyOf(rule, row, state), openedAt: row.openedAt, dueAt: row.dueAt, closedAt: row.closedAt,
        tookSeconds: row.took === null ? null : Math.round(row.took / SECOND), staffName: row.staffId === null ? null : names.get(row.staffId) ?? null,
        windowLabel: windows.find(({ id }) => id === row.windowId)?.label ?? null, exclusion: shown.get(row.id) ?? null,
      };
    });
  }

  private async exclusionViews(actor: StaffActor, rows: readonly Exclusion[]): Promise<ExclusionView[]> {
    const names = await this.people.staffNames(rows.flatMap(({ proposedBy, decidedBy }) => [proposedBy, ...(decidedBy === null ? [] : [decidedBy])]));
    return rows.map((row) => ({
      id: row.id, fulfilmentId: row.fulfilmentId, reasonLabel: EXCLUSION_REASONS[row.reason], words: row.words, state: row.state, proposedBy: names.get(row.proposedBy) ?? '', proposedAt: row.proposedAt,
      decidedBy: row.decidedBy === null ? null : names.get(row.decidedBy) ?? '', decisionWords: row.decisionWords, actions: row.proposedBy === actor.id ? [] : actionsFrom(EXCLUSION_MOVES, row.state), version: row.version,
    }));
  }
}

const titleOf = (kind: SubjectKind, { openedAt }: FulfilmentRow): string => `${SUBJECT_LABELS[kind]} · ${dayLabel(dayOf(openedAt))}`;

/** Why a time counts as it does, as a sentence. */
export function whyOf({ to, clock }: CommitmentVersion['rule'], { dueAt, closedAt, endedAt }: Pick<FulfilmentRow, 'dueAt' | 'closedAt' | 'endedAt'>, state: FulfilmentView['state']): string {
  const at = (instant: number) => (clock === 'minutes' ? `${dayLabel(dayOf(instant))} ${clockOf(instant)}` : dayLabel(dayOf(instant)));
  const done = MEASURABLE_EVENTS[to].label;
  if (state === 'excluded') return '两人同意，不计入';
  if (state === 'pending') return dueAt === null ? '计时暂停，或等待工作日历' : `应在 ${at(dueAt)} 前${done}`;
  if (state === 'ended') return '居民过号、离开或撤回，不再计时';
  if (state === 'met') return `${at(closedAt!)} ${done}，在时限内`;
  return closedAt === null && endedAt === null ? `应在 ${at(dueAt!)} 前${done}，至今没有` : closedAt === null ? `应在 ${at(dueAt!)} 前${done}，到时没有完成` : `应在 ${at(dueAt!)} 前${done}，实际 ${at(closedAt)}`;
}
