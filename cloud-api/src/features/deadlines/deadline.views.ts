import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { DEADLINE_STATE_LABELS, LADDER_LABELS, OPEN_DEADLINE_STATES, PAUSE_REASON_LABELS, deadlineActions, isOverdue, type DeadlineFacts } from '@hall/shared/deadline/deadline.moves';
import { basisText } from '@hall/shared/deadline/deadline.rules';
import { workingDaysLate } from '@hall/shared/deadline/due.rules';
import { dayOf } from '@hall/shared/kernel/day';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { DutyRoster } from '../duty/duty-roster.ts';
import { Halls } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import { Deadline, DeadlinePause, DeadlineSuperior } from './deadline.entity.ts';
import { DeadlineTerms, type Terms } from './deadline-terms.ts';
import type { DeadlineView } from './deadlines.dto.ts';

const isOpen = ({ state }: Pick<Deadline, 'state'>): boolean => OPEN_DEADLINE_STATES.includes(state);
export const factsOf = ({ state, dueAt, extension, rule }: Pick<Deadline, 'state' | 'dueAt' | 'extension' | 'rule'>): DeadlineFacts => ({ state, dueAt, extended: extension !== null, extensionDays: rule.extensionDays });

/** Draws deadlines of one hall for people: who owns each, who acts for them, who has been added above. */
@Injectable()
export class DeadlineViews {
  constructor(
    private readonly dataSource: DataSource,
    private readonly terms: DeadlineTerms,
    private readonly halls: Halls,
    private readonly people: People,
    private readonly duty: DutyRoster,
    private readonly clock: Clock,
  ) {}

  /** @param rows all of one hall @param reader whose `actions` are told; without one nobody's */
  async of(hallId: string, rows: readonly Deadline[], reader?: StaffActor): Promise<DeadlineView[]> {
    if (rows.length === 0) return [];
    const now = this.clock.now();
    const given = await this.givenBy(hallId, reader);
    const ids = rows.map((row) => row.id);
    const [terms, acting, departments, superiors, pauses] = await Promise.all([
      this.terms.of(hallId), this.duty.actingOn(hallId, dayOf(now)), this.halls.departments(hallId, 'all'),
      this.dataSource.manager.find(DeadlineSuperior, { where: { deadlineId: In(ids) }, order: { level: 'ASC' } }),
      this.dataSource.manager.find(DeadlinePause, { where: { deadlineId: In(ids) }, order: { fromAt: 'ASC' } }),
    ]);
    const actors = rows.flatMap((row) => (row.ownerId === null ? [] : [acting(row.ownerId)]));
    const names = await this.people.staffNames([...actors, ...rows.flatMap((row) => [row.ownerId, row.extension?.byId]), ...superiors.map((each) => each.staffId)].filter((id) => typeof id === 'string'));
    const nameOf = (id: string | null): string | null => (id === null ? null : names.get(id) ?? null);
    return rows.map((row) => {
      const actingId = row.ownerId === null ? null : acting(row.ownerId);
      const above = superiors.filter((each) => each.deadlineId === row.id);
      const standing = row.state === 'paused' ? pauses.findLast((each) => each.deadlineId === row.id && each.toAt === null) : undefined;
      return {
        id: row.id, subjectKind: row.subjectKind, subjectId: row.subjectId, step: row.step, stepLabel: row.rule.label, title: row.title,
        ownerId: row.ownerId, ownerName: nameOf(row.ownerId), actingName: actingId === row.ownerId ? null : nameOf(actingId),
        departmentId: row.departmentId, departmentName: departments.find((each) => each.id === row.departmentId)?.name ?? null,
        ...whenOf(row, terms, now), level: row.level, levelLabel: LADDER_LABELS[row.level],
        superiors: above.map(({ level, staffId, at }) => ({ level, label: LADDER_LABELS[level], name: nameOf(staffId), at })),
        basis: basisText(row.rule), extensionDays: row.rule.extensionDays,
        extension: row.extension && { workingDays: row.extension.workingDays, reason: row.extension.reason, byName: nameOf(row.extension.byId) ?? '', at: row.extension.at },
        pausedFor: standing ? PAUSE_REASON_LABELS[standing.reason] : null, version: row.version,
        actions: [...(isOpen(row) && row.ownerId !== null && given.has(row.ownerId) && this.halls.plans.registry.handsOn(row.subjectKind)?.needs ? (['hand-on'] as const) : []), ...deadlineActions({ ...factsOf(row), handPauses: pauses.filter((each) => each.deadlineId === row.id && each.pausedBy !== null).length }, { grants: reader?.permissions.has('deadline.extend') ?? false, own: reader !== undefined && [row.ownerId, actingId].includes(reader.id) }, now)],
      };
    });
  }

  /** Whose work this reader may give to another: that of their own department's colleagues. */
  private async givenBy(hallId: string, reader: StaffActor | undefined): Promise<ReadonlySet<string>> {
    if (!reader?.permissions.has('deadline.hand-on')) return new Set();
    const staff = await this.people.staffOf(hallId);
    const departmentId = staff.find(({ id }) => id === reader.id)?.departmentId ?? null;
    return new Set(departmentId === null ? [] : staff.filter((each) => each.departmentId === departmentId && each.id !== reader.id).map(({ id }) => id));
  }
}

type When = Pick<DeadlineView, 'state' | 'stateLabel' | 'fromAt' | 'dueAt' | 'warnAt' | 'endedAt' | 'overdue' | 'daysLate'>;

function whenOf(row: Deadline, { calendar }: Terms, now: number): When {
  const overdue = isOverdue(row, now);
  const lateAt = overdue ? now : row.state === 'met-late' ? row.endedAt : null;
  return {
    state: row.state, stateLabel: overdue ? '已超期' : DEADLINE_STATE_LABELS[row.state], fromAt: row.fromAt, dueAt: row.dueAt, warnAt: row.warnAt, endedAt: row.endedAt, overdue,
    daysLate: lateAt === null || row.dueAt === null ? 0 : workingDaysLate(calendar, row.dueAt, lateAt),
  };
}
