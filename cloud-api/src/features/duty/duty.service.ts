import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThan, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { absenceProblems, actingFor, decideShift } from '@hall/shared/duty/duty.rules';
import { addDays, dayOf, isDay } from '@hall/shared/kernel/day';
import { system, type StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { refusal, type FieldProblem } from '../../platform/errors/domain-error.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { Idempotency } from '../../platform/http/idempotency.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Halls } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import type { DutyAbsenceInput, DutyMonthInput, DutyPairsInput, DutyShiftInput } from './duty.dto.ts';
import { DutyAbsence, DutyPair, DutyShift } from './duty.entity.ts';
import { dutyErrors } from './duty.errors.ts';
import { dutyAbsenceRecorded, dutyBegun, dutyHandedOver, dutyMissed } from './duty.events.ts';
import { DutyRoster, mayLead } from './duty-roster.ts';
import { pairsVersion } from './pairs-version.ts';

const clockwork = system('duty.clockwork');
const invalid = (fields: FieldProblem[]) => dutyErrors.DUTY_INVALID({ fields });
/** How far back somebody else's absence may still be written down, and how far ahead and how long any may be, in days. */
const MOST_BACK = 31;
const MOST_AHEAD = 366;
const problem = (path: string, message: string): FieldProblem => ({ path, code: 'DUTY_INVALID', message });

/** Writes the roster: who leads when, who stands in for whom, who is away, and how one shift hands on to the next. */
@Injectable()
export class DutyService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly roster: DutyRoster,
    private readonly people: People,
    private readonly halls: Halls,
    private readonly clock: Clock,
  ) {}

  /** Puts leaders on days, or takes them off. @throws DUTY_INVALID, DUTY_SHIFT_SETTLED, STALE_VERSION */
  async plan(actor: StaffActor, { month, shifts }: DutyMonthInput): Promise<void> {
    const staff = await this.people.staffOf(actor.hallId);
    const known = new Set(staff.map((each) => each.id));
    const leaders = new Set(staff.filter(mayLead).map((each) => each.id));
    const problems = shifts.flatMap(({ day, leaderId }, index) => [
      ...(isDay(day) && day.startsWith(`${month}-`) ? [] : [problem(`shifts.${index}.day`, '这一天不在所选的月份里')]),
      ...(leaderId === null || known.has(leaderId) ? [] : [problem(`shifts.${index}.leaderId`, '没有这位工作人员，请重新选择')]),
      ...(shifts.findIndex((each) => each.day === day) === index ? [] : [problem(`shifts.${index}.day`, '同一天排了两次')]),
    ]);
    if (problems.length > 0) throw invalid(problems);
    await this.unitOfWork.run(actor, async (work) => {
      let changed = 0;
      for (const shift of [...shifts].sort((a, b) => (a.day < b.day ? -1 : 1))) {
        if (!(await this.place(work, actor.hallId, shift))) continue;
        if (shift.leaderId !== null && !leaders.has(shift.leaderId)) throw invalid([problem(`shifts.${shifts.indexOf(shift)}.leaderId`, '这位工作人员不是带班领导，请重新选择')]);
        changed += 1;
      }
      if (changed > 0) work.audit('duty.plan', month, { days: changed });
    });
    this.roster.forget();
  }

  /** Replaces all standing substitutes. @throws DUTY_INVALID, STALE_VERSION */
  async pairUp(actor: StaffActor, { pairs, version }: DutyPairsInput): Promise<void> {
    const known = new Set((await this.people.staffOf(actor.hallId)).map((staff) => staff.id));
    const problems = pairs.flatMap(({ staffId, substituteId }, index) => [
      ...(known.has(staffId) && known.has(substituteId) ? [] : [problem(`pairs.${index}.staffId`, '没有这位工作人员，请重新选择')]),
      ...(staffId === substituteId ? [problem(`pairs.${index}.substituteId`, 'B 岗不能是本人')] : []),
      ...(pairs.findIndex((each) => each.staffId === staffId) === index ? [] : [problem(`pairs.${index}.staffId`, '同一个人设了两个 B 岗')]),
    ]);
    if (problems.length > 0) throw invalid(problems);
    await this.unitOfWork.run(actor, async (work) => {
      await this.halls.hold(work, actor.hallId);
      if (pairsVersion(await work.find(DutyPair, { hallId: actor.hallId })) !== version) throw platformErrors.STALE_VERSION();
      await work.execute('DELETE FROM duty_pair WHERE hall_id = ?', [actor.hallId]);
      for (const pair of pairs) await work.add(DutyPair, { id: newId(), hallId: actor.hallId, ...pair });
      work.audit('duty.pair-up', actor.hallId, { pairs: pairs.length });
    });
    this.roster.forget();
  }

  /**
   * Anybody may say that they are away themselves, from today on: whoever missed a day would else hand it to their substitute
   * afterwards. For others, days gone by included, it takes `duty.edit`; so does naming anybody but the standing substitute, because
   * nobody is given a colleague's work by that colleague alone. @throws NOT_ALLOWED, NOT_FOUND, DUTY_INVALID
   */
  async recordAbsence(actor: StaffActor, input: DutyAbsenceInput, key: Idempotency | null): Promise<void> {
    this.refuseUnlessOwn(actor, input.staffId);
    const known = new Set((await this.people.staffOf(actor.hallId)).map((staff) => staff.id));
    if (!known.has(input.staffId)) throw platformErrors.NOT_FOUND();
    const mayName = actor.permissions.has('duty.edit') || input.substituteId === null || (await this.dataSource.manager.existsBy(DutyPair, { hallId: actor.hallId, staffId: input.staffId, substituteId: input.substituteId }));
    const today = dayOf(this.clock.now());
    const earliest = input.staffId === actor.id ? today : addDays(today, -MOST_BACK);
    const problems = [
      ...absenceProblems(input), ...(input.fromDay < earliest ? [problem('fromDay', input.staffId === actor.id ? '本人只能登记今天起的日子，以前的请排班人员补记' : `最多补记 ${MOST_BACK} 天以前的`)] : []),
      ...(input.fromDay > addDays(today, MOST_AHEAD) || input.toDay > addDays(input.fromDay, MOST_AHEAD) ? [problem('toDay', '最多登记一年，请分次登记')] : []), ...(input.toDay < today ? [problem('toDay', '结束日期已经过去')] : []), ...(input.reason.trim() === '' ? [problem('reason', '请写明原因')] : []),
      ...(input.substituteId === null || known.has(input.substituteId) ? [] : [problem('substituteId', '没有这位工作人员，请重新选择')]),
      ...(mayName ? [] : [problem('substituteId', '自己登记时由常设 B 岗代。要请别的同事代，请排班人员登记')]),
    ];
    if (problems.length > 0) throw invalid(problems);
    const { staffId, fromDay, toDay, substituteId } = input;
    await this.unitOfWork.run(actor, (work) => work.once(key, async (id) => {
      await this.people.holdStaff(work, staffId);
      const [standing] = await work.find(DutyAbsence, { hallId: actor.hallId, staffId, cancelledAt: IsNull(), fromDay: LessThanOrEqual(toDay), toDay: MoreThanOrEqual(fromDay) });
      if (standing) throw invalid([problem('fromDay', `${standing.fromDay} 至 ${standing.toDay} 已经登记过不在岗，请先撤销原来的`)]);
      await work.add(DutyAbsence, { id, hallId: actor.hallId, staffId, fromDay, toDay, substituteId, reason: input.reason.trim(), recordedBy: actor.id, recordedAt: work.now, cancelledAt: null });
      work.audit('duty.record-absence', id, { staffId, fromDay, toDay });
      work.emit(dutyAbsenceRecorded, { absenceId: id, hallId: actor.hallId, staffId, substituteId, fromDay, toDay });
    }));
    this.roster.forget();
  }

  /** Whoever is back early: the days gone by stay as they were. @throws NOT_FOUND, NOT_ALLOWED, STALE_VERSION, DUTY_ABSENCE_OVER */
  async cancelAbsence(actor: StaffActor, id: string, version: number): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const row = await work.lock(DutyAbsence, id);
      if (row.hallId !== actor.hallId) throw platformErrors.NOT_FOUND();
      this.refuseUnlessOwn(actor, row.staffId);
      if (row.cancelledAt !== null) return;
      if (row.version !== version) throw platformErrors.STALE_VERSION();
      const today = dayOf(work.now);
      if (row.toDay < today) throw dutyErrors.DUTY_ABSENCE_OVER();
      await work.change(DutyAbsence, row, row.fromDay < today ? { toDay: addDays(today, -1) } : { cancelledAt: work.now });
      work.audit('duty.cancel-absence', id);
    });
    this.roster.forget();
  }

  /** The leader, or whoever acts for them, is here. @throws NOT_FOUND, STALE_VERSION, DUTY_NOT_YOURS, DUTY_OTHER_DAY */
  async begin(actor: StaffActor, shiftId: string, version: number): Promise<void> {
    await this.step(actor, shiftId, version, 'begin', (work, row) => {
      work.emit(dutyBegun, { ...told(row), staffId: actor.id });
      return { begunAt: work.now, begunBy: actor.id };
    });
  }

  /** What is still open is written down for whoever leads next. @throws as `begin` */
  async handOver(actor: StaffActor, shiftId: string, version: number, note: string): Promise<void> {
    await this.step(actor, shiftId, version, 'hand-over', (work, row) => {
      work.emit(dutyHandedOver, { ...told(row), staffId: actor.id });
      return { handedOverAt: work.now, handedOverBy: actor.id, handOverNote: note.trim() };
    });
  }

  /** A day that went by without anybody beginning its shift was missed. @returns how many */
  async closePastDays(): Promise<number> {
    const past = await this.dataSource.manager.find(DutyShift, { where: { state: 'planned', day: LessThan(dayOf(this.clock.now())) }, select: { id: true }, take: 200 });
    let missed = 0;
    for (const { id } of past) {
      missed += await this.unitOfWork.run(clockwork, async (work) => {
        const row = await work.lock(DutyShift, id);
        const verdict = decideShift('miss', { state: row.state, day: row.day, mine: true, edits: true }, dayOf(work.now));
        if (!verdict.ok) return 0;
        await work.change(DutyShift, row, { state: verdict.value });
        work.emit(dutyMissed, told(row));
        work.audit('duty.miss', id);
        return 1;
      });
    }
    return missed;
  }

  private async place(work: Work, hallId: string, { day, leaderId, version }: DutyShiftInput): Promise<boolean> {
    const standing = await work.findOne(DutyShift, { hallId, day });
    if ((standing?.version ?? null) !== version) throw platformErrors.STALE_VERSION();
    if ((standing?.leaderId ?? null) === leaderId) return false;
    if (day < dayOf(work.now) || (standing && standing.state !== 'planned')) throw dutyErrors.DUTY_SHIFT_SETTLED({ detail: `${day} 的带班已经过去或已签到` });
    if (!standing) await work.add(DutyShift, { id: newId(), hallId, day, leaderId: leaderId!, state: 'planned', begunAt: null, begunBy: null, handedOverAt: null, handedOverBy: null, handOverNote: null });
    else if (leaderId === null) await work.execute('DELETE FROM duty_shift WHERE id = ? AND version = ?', [standing.id, standing.version]);
    else await work.change(DutyShift, standing, { leaderId });
    return true;
  }

  private async step(actor: StaffActor, id: string, version: number, action: 'begin' | 'hand-over', changes: (work: Work, row: DutyShift) => Partial<DutyShift>): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const row = await work.lock(DutyShift, id);
      if (row.hallId !== actor.hallId) throw platformErrors.NOT_FOUND();
      if (row.version !== version) throw platformErrors.STALE_VERSION();
      const [absences, pairs, staff] = await Promise.all([
        work.find(DutyAbsence, { hallId: row.hallId, cancelledAt: IsNull(), fromDay: LessThanOrEqual(row.day), toDay: MoreThanOrEqual(row.day) }), work.find(DutyPair, { hallId: row.hallId }), this.people.staffOf(row.hallId),
      ]);
      const acting = actingFor(row.leaderId, row.day, absences, pairs, (id) => staff.some((each) => each.id === id));
      const mine = actor.id === row.leaderId || actor.id === acting || actor.id === row.begunBy;
      const verdict = decideShift(action, { state: row.state, day: row.day, mine, edits: actor.permissions.has('duty.edit') }, dayOf(work.now));
      if (!verdict.ok) throw refusal(verdict);
      await work.change(DutyShift, row, { ...changes(work, row), state: verdict.value });
      work.audit(`duty.${action}`, id, actor.id === row.leaderId ? null : { inNameOf: row.leaderId });
    });
    this.roster.forget();
  }

  private refuseUnlessOwn(actor: StaffActor, staffId: string): void {
    if (actor.id !== staffId && !actor.permissions.has('duty.edit')) throw platformErrors.NOT_ALLOWED();
  }
}

const told = ({ id, hallId, day, leaderId }: DutyShift) => ({ shiftId: id, hallId, day, leaderId });
