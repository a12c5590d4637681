import { Injectable } from '@nestjs/common';
import { isToldByTheMonth } from '@hall/shared/deadline/deadline.rules';
import { clockOf, dayOf } from '@hall/shared/kernel/day';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { writeTable } from '../../platform/paper/table.workbook.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { DutyRoster } from '../duty/duty-roster.ts';
import { Halls } from '../hall/halls.ts';
import { Deadlines } from './deadlines.ts';
import type { DeadlineQuery, DeadlineView, OverdueCountList } from './deadlines.dto.ts';

const instantText = (at: number | null): string => (at === null ? '' : `${dayOf(at)} ${clockOf(at)}`);

/** What is owed, for those who owe it and those who watch over it. */
@Injectable()
export class DeadlineQueries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deadlines: Deadlines,
    private readonly duty: DutyRoster,
    private readonly halls: Halls,
    private readonly clock: Clock,
  ) {}

  /** Anybody sees what is theirs or was reported to them, and to those they act for; everything takes `deadline.read`. @throws NOT_ALLOWED */
  async list(actor: StaffActor, { scope = 'mine', ...filter }: DeadlineQuery): Promise<DeadlineView[]> {
    if (scope === 'mine' || scope === 'reported') {
      const { ownerId, ...rest } = filter;
      const me = await this.duty.actsFor(actor.hallId, actor.id, this.clock.now());
      return this.deadlines.owed(actor.hallId, scope === 'mine' ? { ...rest, ownerIds: me } : { ...rest, ...(ownerId ? { ownerIds: [ownerId] } : {}), superiorIds: me }, actor);
    }
    if (!actor.permissions.has('deadline.read')) throw platformErrors.NOT_ALLOWED();
    const { ownerId, ...rest } = filter;
    return this.deadlines.owed(actor.hallId, { ...rest, ...(ownerId ? { ownerIds: [ownerId] } : {}), overdue: scope === 'overdue', escalated: scope === 'escalated' }, actor);
  }

  /** The same list as a sheet. Each download is written down. */
  async workbook(actor: StaffActor, query: DeadlineQuery): Promise<{ name: string; bytes: Buffer }> {
    const rows = await this.list(actor, query);
    const { name } = await this.halls.hall(actor.hallId);
    const now = this.clock.now();
    const bytes = await writeTable({
      sheet: '督办', title: `${name} 督办清单`, note: `截至 ${instantText(now)}，共 ${rows.length} 项`, createdAt: now, creator: name,
      columns: [['事项', 26], ['环节', 16], ['责任人', 12], ['代办人', 12], ['科室', 16], ['状态', 12], ['应办结时间', 18], ['超期工作日', 12], ['已报至', 14], ['依据', 40], ['延期', 24]],
      rows: rows.map((row) => [
        row.title, row.stepLabel, row.ownerName ?? '未分派', row.actingName ?? '', row.departmentName ?? '', row.stateLabel, row.dueAt === null ? row.stateLabel : instantText(row.dueAt), row.daysLate, row.level === 0 ? '' : row.levelLabel, row.basis,
        row.extension ? `${row.extension.workingDays} 个工作日：${row.extension.reason}` : '',
      ]),
    });
    await this.unitOfWork.run(actor, (work) => {
      work.audit('deadline.download', null, { rows: rows.length });
      return Promise.resolve();
    });
    return { name: `duban-${dayOf(now)}`, bytes };
  }

  /** For everybody to see: how much is owed, and how much of it is late, kind by kind. Kinds with nothing open are left out. */
  async overdueCounts(): Promise<OverdueCountList> {
    const asOf = this.clock.now();
    const counted = await this.deadlines.openCounts(await this.halls.defaultHallId(), asOf);
    const items = counted.items.filter(({ code }) => !isToldByTheMonth(code));
    const sum = (of: 'open' | 'overdue') => items.reduce((all, item) => all + item[of], 0);
    return { asOf, open: sum('open'), overdue: sum('overdue'), items };
  }
}
