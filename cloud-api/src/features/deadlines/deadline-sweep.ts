import { Injectable } from '@nestjs/common';
import { DataSource, In, LessThan } from 'typeorm';
import { isOverdue, type LadderLevel } from '@hall/shared/deadline/deadline.moves';
import { ladderSteps, levelReached } from '@hall/shared/deadline/due.rules';
import { dayOf } from '@hall/shared/kernel/day';
import { system } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Logger } from '../../platform/logging/logger.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { DutyRoster } from '../duty/duty-roster.ts';
import { DeadlineTerms, nextLook, type Terms } from './deadline-terms.ts';
import { Deadline, DeadlineSuperior } from './deadline.entity.ts';
import { DeadlineConcern } from './deadline-concern.ts';
import { Deadlines, toldOf } from './deadlines.ts';
import { deadlineEscalated, deadlineOverdue, deadlineWarned } from './deadlines.events.ts';

const AT_ONCE = 200;
const clockwork = system('deadlines.clockwork');

/** What time alone brings about: owners are warned, superiors added, and what waited for a calendar gets its day. Each is told once. */
@Injectable()
export class DeadlineSweep {
  /** How many wait for a calendar, as the last sweep counted them. */
  private waiting = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly deadlines: Deadlines,
    private readonly concern: DeadlineConcern,
    private readonly terms: DeadlineTerms,
    private readonly duty: DutyRoster,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  get awaiting(): number {
    return this.waiting;
  }

  /** @returns how many deadlines were looked at because their time had come */
  async sweep(): Promise<number> {
    const due = await this.dataSource.manager.find(Deadline, { where: { state: In(['running', 'paused']), nextAt: LessThan(this.clock.now()) }, select: { id: true }, order: { nextAt: 'ASC' }, take: AT_ONCE });
    for (const { id } of due) await this.unitOfWork.run(clockwork, (work) => this.look(work, id));
    return due.length;
  }

  /** Gives their day to those that waited for a calendar. Raises the alarm while any is left. @returns how many got one */
  async computeAwaited(): Promise<number> {
    const waiting = await this.dataSource.manager.find(Deadline, { where: { state: 'awaiting-calendar' }, select: { id: true }, order: { createdAt: 'ASC' } });
    let computed = 0;
    for (const { id } of waiting) if (await this.unitOfWork.run(clockwork, (work) => this.deadlines.compute(work, id))) computed += 1;
    this.waiting = waiting.length - computed;
    if (this.waiting > 0) this.log.warn({ awaiting: this.waiting }, 'deadlines wait for the official calendar of a year: load it');
    return computed;
  }

  private async look(work: Work, id: string): Promise<void> {
    const row = await work.lock(Deadline, id);
    if (row.state === 'paused' && row.nextAt !== null && row.nextAt < work.now) return this.deadlines.runOn(work, row);
    // It may have been met, stopped or looked at since it was listed.
    if (row.state !== 'running' || row.dueAt === null || row.nextAt === null || row.nextAt >= work.now) return;
    const terms = await this.terms.of(row.hallId);
    const about = (await this.concern.aboutWhom([row])).get(row.id);
    const actingId = row.ownerId === null ? null : await this.duty.actingFor(row.hallId, row.ownerId, work.now);
    const acting = actingId === about ? row.ownerId : actingId;
    const told = toldOf(row);
    const changes: Partial<Deadline> = {};
    if (row.warnedAt === null && row.warnAt !== null && row.warnAt <= work.now) {
      changes.warnedAt = work.now;
      if (!isOverdue(row, work.now)) work.emit(deadlineWarned, { ...told, staffId: acting });
    }
    if (isOverdue(row, work.now) && row.overdueToldAt === null) {
      changes.overdueToldAt = work.now;
      work.emit(deadlineOverdue, { ...told, ruleCode: row.ruleCode, ownerId: row.ownerId, departmentId: row.departmentId, staffId: acting });
    }
    changes.level = await this.climb(work, row, terms, about);
    await work.change(Deadline, row, { ...changes, nextAt: nextLook(terms, { ...row, ...changes }, work.now) });
  }

  /** Adds the superiors whose time has come, one after the other, also when the house slept through several. */
  private async climb(work: Work, row: Deadline, { calendar, hours }: Terms, about: string | undefined): Promise<LadderLevel> {
    const reached = levelReached(ladderSteps(calendar, row.rule.ladder, row.dueAt!, hours), work.now);
    for (const level of ([1, 2, 3] as const).filter((each) => each > row.level && each <= reached)) {
      const staffId = await this.superior(row, level, work.now, about);
      await work.add(DeadlineSuperior, { id: newId(), deadlineId: row.id, level, staffId, at: work.now });
      work.emit(deadlineEscalated, { ...toldOf(row), level, staffId });
      work.audit('deadline.escalate', row.id, { level });
    }
    return reached > row.level ? reached : row.level;
  }

  /** Where a post is empty, or held by the one it is about, the next one above is told, so that somebody always hears. */
  private async superior({ hallId, departmentId }: Deadline, level: 1 | 2 | 3, now: number, about: string | undefined): Promise<string | null> {
    const posts = [() => this.duty.headOf(hallId, departmentId), async () => (await this.duty.onDuty(hallId, dayOf(now)))?.actingId ?? null, () => this.duty.director(hallId)];
    for (const holder of posts.slice(level - 1)) {
      const staffId = await holder();
      if (staffId !== null && staffId !== about) return staffId;
    }
    return null;
  }
}
