import { Injectable } from '@nestjs/common';
import { DataSource, In, type FindOptionsWhere } from 'typeorm';
import { HAND_PAUSE_DAYS, OPEN_DEADLINE_STATES, decideDeadline, isOverdue, mayHandle, meetingOf, type DeadlineAction, type DeadlineState, type PauseReason } from '@hall/shared/deadline/deadline.moves';
import { DEADLINE_CATALOGUE, DEADLINE_CODES, type DeadlineCode } from '@hall/shared/deadline/deadline.rules';
import { DAY_LENGTH, dayOf, type Day, type Instant } from '@hall/shared/kernel/day';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { refusal } from '../../platform/errors/domain-error.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { DutyRoster } from '../duty/duty-roster.ts';
import { DeadlineConcern, type AboutWhom } from './deadline-concern.ts';
import { DeadlineRules } from './deadline-rules.service.ts';
import { DeadlineTerms, computeDue, nextLook, pausedDays, type Terms } from './deadline-terms.ts';
import { Deadline, DeadlinePause, DeadlineSuperior } from './deadline.entity.ts';
import { DeadlineViews, factsOf } from './deadline.views.ts';
import type { DeadlineView, OverdueCountView } from './deadlines.dto.ts';
import { deadlineErrors } from './deadlines.errors.ts';
import { deadlineAwaitingCalendar, deadlineDropped, deadlineExtended, deadlineMet, deadlineMoved, deadlineOpened, type DeadlineTold, type OwedBy } from './deadlines.events.ts';

/** What is owed: one case, one suggestion … and the step of it. */
export interface Subject {
  kind: string;
  id: string;
}

export interface DeadlineWish {
  hallId: string;
  subjectKind: string;
  subjectId: string;
  /** Names the step within its subject; often the rule's code. */
  step: string;
  ownerId: string | null;
  departmentId: string | null;
  /** What is owed, in a few words without personal data: a case number, not a name. */
  title: string;
  ruleCode: DeadlineCode;
  from: Instant;
  /** For rules whose day the matter itself gives. */
  givenDay?: Day;
}

export interface OwedFilter {
  /** Owned by one of these. */
  ownerIds?: readonly string[];
  overdue?: boolean;
  escalated?: boolean;
  /** Reported to one of these as a superior. */
  superiorIds?: readonly string[];
  code?: DeadlineCode;
  departmentId?: string;
}

/** The most a list shows; the oldest are the first. */
const MOST = 300;

export const toldOf = ({ id, hallId, subjectKind, subjectId, step }: Deadline): DeadlineTold => ({ deadlineId: id, hallId, subjectKind, subjectId, step });
const owedBy = ({ ruleCode, ownerId, departmentId }: Deadline): OwedBy => ({ ruleCode, ownerId, departmentId });
const openKeyOf = (kind: string, id: string, step: string): string => `${kind}:${id}:${step}`;

/** The one mechanism for everything the hall owes somebody by a day. Writes join the caller's unit of work. */
@Injectable()
export class Deadlines {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: DeadlineRules,
    private readonly terms: DeadlineTerms,
    private readonly views: DeadlineViews,
    private readonly duty: DutyRoster,
    private readonly concern: DeadlineConcern,
  ) {}

  /**
   * For a room whose subjects may be about a member of staff: what is owed for such a one is neither shown nor reported to that
   * person, and not theirs to stop. @param whom by subject; subjects about nobody are left out
   */
  concerning(subjectKind: string, whom: AboutWhom): void {
    this.concern.concerning(subjectKind, whom);
  }

  /**
   * Starts the clock. The rule in force on the day of `from` is frozen into it. One deadline stands open for a subject and step: opening it
   * again answers the one that stands. Never refused for want of a calendar: then `dueAt` is null and it waits.
   */
  async open(work: Work, wish: DeadlineWish): Promise<{ id: string; dueAt: Instant | null }> {
    const { givenDay = null, from, ...said } = wish;
    const openKey = openKeyOf(wish.subjectKind, wish.subjectId, wish.step);
    const standing = await work.findOne(Deadline, { openKey });
    if (standing) return { id: standing.id, dueAt: standing.dueAt };
    const [rule, terms] = await Promise.all([this.rules.on(wish.hallId, wish.ruleCode, dayOf(from)), this.terms.of(wish.hallId)]);
    if ((rule.workingDays === null) !== (givenDay !== null)) throw new Error(`${wish.ruleCode}: a day is given exactly when the rule counts no working days`);
    const due = computeDue(terms, { fromAt: from, givenDay, rule, extraDays: 0 }, []);
    const row: Omit<Deadline, 'version'> = {
      ...said, id: newId(), openKey, rule, ...due, fromAt: from, givenDay, warnedAt: null, overdueToldAt: null, level: 0, extraDays: 0, extension: null, endedAt: null, dropReason: null, createdAt: work.now,
      nextAt: nextLook(terms, { ...due, warnedAt: null, overdueToldAt: null, level: 0, rule }, work.now),
    };
    const added = await work.add(Deadline, row);
    work.emit(deadlineOpened, { ...toldOf(added), ...owedBy(added), fromAt: from, givenDay });
    if (due.state === 'awaiting-calendar') work.emit(deadlineAwaitingCalendar, toldOf(added));
    return { id: added.id, dueAt: added.dueAt };
  }

  /** What was owed is done, in time or late. Nothing open is no error: it was met or dropped before. */
  async meet(work: Work, subject: Subject, step: string): Promise<void> {
    const row = await this.standing(work, subject, step);
    if (!row) return;
    const action = meetingOf(row, work.now);
    await this.end(work, row, action, {});
    work.emit(deadlineMet, { ...toldOf(row), ...owedBy(row), late: action === 'meet-late' });
  }

  /** Nobody owes it any more. Without `step`, every open one of the subject. */
  async drop(work: Work, subject: Subject, reason: string, step?: string): Promise<void> {
    for (const row of await this.openOf(work, subject, step)) {
      await this.end(work, row, 'drop', { dropReason: reason });
      work.emit(deadlineDropped, { ...toldOf(row), ...owedBy(row), reason });
    }
  }

  /**
   * Hands what is open to another owner; the time that is left stays the same. @param departmentId `undefined` leaves the department
   * @param step without it, every open one of the subject
   */
  async reassign(work: Work, subject: Subject, ownerId: string | null, departmentId?: string | null, step?: string): Promise<void> {
    for (const row of await this.openOf(work, subject, step)) {
      const to = { ownerId, departmentId: departmentId === undefined ? row.departmentId : departmentId };
      if (row.ownerId === to.ownerId && row.departmentId === to.departmentId) continue;
      await work.change(Deadline, row, to);
      work.audit('deadline.reassign', row.id, to);
    }
  }

  /** Stops the clock. @throws DEADLINE_OVERDUE, MOVE_NOT_ALLOWED */
  async pause(work: Work, subject: Subject, step: string, reason: PauseReason): Promise<void> {
    const row = await this.standing(work, subject, step);
    if (row) await this.stop(work, row, reason, null);
  }

  /** Lets the clock run on; the days it stood still are not counted. @throws MOVE_NOT_ALLOWED */
  async resume(work: Work, subject: Subject, step: string): Promise<void> {
    const row = await this.standing(work, subject, step);
    if (row) await this.runOn(work, row);
  }

  /** By hand. Nobody stops their own clock: a stopped one is never late. @throws NOT_FOUND, STALE_VERSION, DEADLINE_OWN, DEADLINE_OVERDUE, DEADLINE_PAUSED_OFTEN */
  async pauseOne(work: Work, actor: StaffActor, deadlineId: string, reason: PauseReason, version?: number): Promise<void> {
    const row = await this.lockIn(work, actor, deadlineId, version);
    const own = row.ownerId !== null && [row.ownerId, await this.duty.actingFor(row.hallId, row.ownerId, work.now)].includes(actor.id);
    if (!mayHandle('pause', { grants: true, own })) throw deadlineErrors.DEADLINE_OWN();
    await this.stop(work, row, reason, actor.id);
  }

  /** @throws NOT_FOUND, STALE_VERSION */
  async resumeOne(work: Work, actor: StaffActor, deadlineId: string, version?: number): Promise<void> {
    await this.runOn(work, await this.lockIn(work, actor, deadlineId, version));
  }

  /**
   * Gives more working days, once, within what its rule allows.
   * @throws NOT_FOUND, STALE_VERSION, DEADLINE_OVERDUE, DEADLINE_EXTENDED_ALREADY, DEADLINE_NOT_EXTENDABLE, DEADLINE_EXTENSION_INVALID
   */
  async extend(work: Work, actor: StaffActor, deadlineId: string, { workingDays, reason }: { workingDays: number; reason: string }, version?: number): Promise<void> {
    const row = await this.lockIn(work, actor, deadlineId, version);
    const most = row.rule.extensionDays;
    this.decide('extend', row, work.now);
    const wrong = (path: string, message: string) => deadlineErrors.DEADLINE_EXTENSION_INVALID({ fields: [{ path, code: 'DEADLINE_EXTENSION_INVALID', message }] });
    if (!Number.isInteger(workingDays) || workingDays < 1 || workingDays > most) throw wrong('workingDays', `最多可延 ${most} 个工作日`);
    if (reason.trim() === '') throw wrong('reason', '请写明延期原因');
    const extraDays = row.extraDays + workingDays;
    await this.recompute(work, row, { extraDays, extension: { workingDays, reason: reason.trim(), byId: actor.id, at: work.now } });
    work.audit('deadline.extend', row.id, { workingDays });
    work.emit(deadlineExtended, { ...toldOf(row), workingDays, byStaffId: actor.id });
  }

  /** Every deadline of these subjects, open and ended, the oldest first. Subjects without one are left out. @param reader whose `actions` are told */
  async of(subjectKind: string, subjectIds: readonly string[], reader?: StaffActor): Promise<Map<string, DeadlineView[]>> {
    const found = new Map<string, DeadlineView[]>();
    if (subjectIds.length === 0) return found;
    const rows = await this.dataSource.manager.find(Deadline, { where: { subjectKind, subjectId: In([...subjectIds]) }, order: { createdAt: 'ASC', id: 'ASC' } });
    for (const hallId of new Set(rows.map((row) => row.hallId))) {
      for (const view of await this.views.of(hallId, rows.filter((row) => row.hallId === hallId), reader)) found.set(view.subjectId, [...(found.get(view.subjectId) ?? []), view]);
    }
    return found;
  }

  /** What the hall owes just now, the soonest due first; what nobody can date comes last. @param reader whose `actions` are told */
  async owed(hallId: string, filter: OwedFilter = {}, reader?: StaffActor): Promise<DeadlineView[]> {
    const where: FindOptionsWhere<Deadline> = {
      hallId, state: In([...OPEN_DEADLINE_STATES]), ...(filter.ownerIds ? { ownerId: In([...filter.ownerIds]) } : {}), ...(filter.code ? { ruleCode: filter.code } : {}), ...(filter.departmentId ? { departmentId: filter.departmentId } : {}),
    };
    const asked = this.dataSource.manager.createQueryBuilder(Deadline, 'd').where(where);
    if (filter.superiorIds) asked.andWhere(`d.id IN ${asked.subQuery().select('above.deadlineId').from(DeadlineSuperior, 'above').where('above.staffId IN (:...superiorIds)').getQuery()}`, { superiorIds: [...filter.superiorIds] });
    const rows = await asked.orderBy('CASE WHEN d.dueAt IS NULL THEN 1 ELSE 0 END').addOrderBy('d.dueAt').addOrderBy('d.id').take(MOST).getMany();
    const about = reader ? await this.concern.aboutWhom(rows) : new Map<string, string>();
    const views = await this.views.of(hallId, rows.filter(({ id }) => !reader || about.get(id) !== reader.id), reader);
    return views.filter((view) => (!filter.overdue || view.overdue) && (!filter.escalated || view.level > 0));
  }

  /** How much the hall owes just now, and how much of it is late, kind by kind. Kinds with nothing open are left out. */
  async openCounts(hallId: string, now: Instant): Promise<{ open: number; overdue: number; items: OverdueCountView[] }> {
    const rows = await this.dataSource.manager.find(Deadline, { where: { hallId, state: In([...OPEN_DEADLINE_STATES]) }, select: { ruleCode: true, state: true, dueAt: true } });
    const items = DEADLINE_CODES.flatMap((code) => {
      const mine = rows.filter((row) => row.ruleCode === code);
      return mine.length === 0 ? [] : [{ code, label: DEADLINE_CATALOGUE[code].label, open: mine.length, overdue: mine.filter((row) => isOverdue(row, now)).length }];
    });
    return { open: rows.length, overdue: items.reduce((sum, { overdue }) => sum + overdue, 0), items };
  }

  /** @throws NOT_FOUND also when it is another hall's */
  async one(actor: StaffActor, deadlineId: string): Promise<DeadlineView> {
    const row = await this.dataSource.manager.findOneBy(Deadline, { id: deadlineId, hallId: actor.hallId });
    if (!row || (await this.concern.aboutWhom([row])).get(row.id) === actor.id) throw platformErrors.NOT_FOUND();
    return (await this.views.of(actor.hallId, [row], actor))[0]!;
  }

  /** Gives a waiting one its day when the calendar can tell at last. @returns whether it could */
  async compute(work: Work, deadlineId: string): Promise<boolean> {
    const row = await work.lock(Deadline, deadlineId);
    if (row.state !== 'awaiting-calendar') return false;
    const due = computeDue(await this.terms.of(row.hallId), row, await this.pausesOf(work, row));
    if (due.state === 'awaiting-calendar') return false;
    await this.recompute(work, row, {});
    return true;
  }

  /** A clock stopped by hand is looked at again when it has stood long enough. */
  private async stop(work: Work, row: Deadline, reason: PauseReason, byId: string | null): Promise<void> {
    const handPauses = byId === null ? 0 : (await work.find(DeadlinePause, { deadlineId: row.id })).filter(({ pausedBy }) => pausedBy !== null).length;
    const state = this.decide('pause', row, work.now, { handPauses });
    await work.add(DeadlinePause, { id: newId(), deadlineId: row.id, reason, fromAt: work.now, toAt: null, pausedBy: byId });
    await work.change(Deadline, row, { state, dueAt: null, warnAt: null, nextAt: byId === null ? null : work.now + HAND_PAUSE_DAYS * DAY_LENGTH });
    work.audit('deadline.pause', row.id, { reason });
    work.emit(deadlineMoved, { ...toldOf(row), dueAt: null });
  }

  /** Lets a stopped clock run on; by the sweep when it was stopped by hand and has stood long enough. @throws MOVE_NOT_ALLOWED */
  async runOn(work: Work, row: Deadline): Promise<void> {
    this.decide('resume', row, work.now);
    await work.execute('UPDATE deadline_pause SET to_at = ? WHERE deadline_id = ? AND to_at IS NULL', [work.now, row.id]);
    await this.recompute(work, row, {});
    work.audit('deadline.resume', row.id);
  }

  /** Works out anew when it is due; a warning is given again when the new one lies ahead. */
  private async recompute(work: Work, row: Deadline, changes: Partial<Deadline>): Promise<void> {
    const terms: Terms = await this.terms.of(row.hallId);
    const due = computeDue(terms, { ...row, ...changes }, await this.pausesOf(work, row));
    const warnedAt = due.warnAt !== null && due.warnAt > work.now ? null : row.warnedAt;
    await work.change(Deadline, row, { ...changes, ...due, warnedAt, nextAt: nextLook(terms, { ...row, ...due, warnedAt }, work.now) });
    work.emit(deadlineMoved, { ...toldOf(row), dueAt: row.dueAt });
    if (due.state === 'awaiting-calendar') work.emit(deadlineAwaitingCalendar, toldOf(row));
  }

  private async end(work: Work, row: Deadline, action: DeadlineAction, changes: Partial<Deadline>): Promise<void> {
    const state = this.decide(action, row, work.now);
    await work.change(Deadline, row, { ...changes, state, openKey: null, nextAt: null, endedAt: work.now });
    work.audit(`deadline.${action}`, row.id, { step: row.step });
  }

  private decide(action: DeadlineAction, row: Deadline, now: Instant, more: { handPauses?: number } = {}): DeadlineState {
    const verdict = decideDeadline(action, { ...factsOf(row), ...more }, now);
    if (!verdict.ok) throw refusal(verdict);
    return verdict.value;
  }

  private async standing(work: Work, { kind, id }: Subject, step: string): Promise<Deadline | null> {
    const found = await work.findOne(Deadline, { openKey: openKeyOf(kind, id, step) });
    return found && work.lock(Deadline, found.id);
  }

  private async openOf(work: Work, { kind, id }: Subject, step?: string): Promise<Deadline[]> {
    const found = await work.find(Deadline, { subjectKind: kind, subjectId: id, state: In([...OPEN_DEADLINE_STATES]), ...(step === undefined ? {} : { step }) });
    const rows: Deadline[] = [];
    for (const row of found.sort((a, b) => (a.id < b.id ? -1 : 1))) rows.push(await work.lock(Deadline, row.id));
    return rows;
  }

  private async lockIn(work: Work, actor: StaffActor, id: string, version?: number): Promise<Deadline> {
    const row = await work.lock(Deadline, id);
    if (row.hallId !== actor.hallId || (await this.concern.aboutWhom([row])).get(row.id) === actor.id) throw platformErrors.NOT_FOUND();
    if (version !== undefined && row.version !== version) throw platformErrors.STALE_VERSION();
    return row;
  }

  private async pausesOf(work: Work, row: Deadline) {
    return pausedDays(await work.find(DeadlinePause, { deadlineId: row.id }));
  }
}
