import { Injectable } from '@nestjs/common';
import { isMonth } from '@hall/shared/duty/duty.rules';
import { dayOf, weekdayLabel } from '@hall/shared/kernel/day';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { RowProblem, readTable } from '../../platform/paper/table.reader.ts';
import { writeTable } from '../../platform/paper/table.workbook.ts';
import { Halls } from '../hall/halls.ts';
import type { DutyImportRowView, DutyImportView } from './duty.dto.ts';
import { dutyErrors } from './duty.errors.ts';
import { DutyQueries } from './duty.queries.ts';

const DAY = '日期';
const LEADER = '带班领导';
const KIND_LABELS = { workday: '工作日', 'extra-workday': '调休上班', weekend: '周末', holiday: '节假日', uncovered: '日历未发布' } as const;

/** The roster as a sheet: out to be filled, and back to be looked at before anything is saved. */
@Injectable()
export class DutySheets {
  constructor(
    private readonly queries: DutyQueries,
    private readonly halls: Halls,
    private readonly clock: Clock,
  ) {}

  /** The month as it stands; an empty month is the template. @throws NOT_FOUND for something that is no month */
  async write(actor: StaffActor, month: string): Promise<Buffer> {
    if (!isMonth(month)) throw platformErrors.NOT_FOUND();
    const [{ name }, { days, people }] = await Promise.all([this.halls.hall(actor.hallId), this.queries.month(actor, month)]);
    const leaders = people.filter((person) => person.leads).map((person) => person.name);
    return writeTable({
      sheet: '带班表', title: `${name} ${month} 带班表`, note: `请在“${LEADER}”一列填写姓名，不带班的日子留空；其他列不用改。`, createdAt: this.clock.now(), creator: name, choices: { [LEADER]: leaders },
      columns: [[DAY, 14], ['星期', 8], ['日子', 12], [LEADER, 16], ['B 岗代班', 14], ['状态', 12], ['交接事项', 40]],
      rows: days.map(({ day, kind, shift }) => [day, weekdayLabel(day), KIND_LABELS[kind], shift?.leaderName ?? '', shift?.actingName ?? '', shift?.stateLabel ?? '', shift?.handOverNote ?? '']),
    });
  }

  /**
   * Reads a filled sheet against the roster. Saves nothing: each row says what it would change, each problem what to mend.
   * @throws DUTY_WORKBOOK_UNREADABLE when it holds no day at all, DomainError `WORKBOOK_…`
   */
  async read(actor: StaffActor, upload: Buffer): Promise<DutyImportView> {
    const seen = new Set<string>();
    const { rows, problems } = await readTable(upload, [DAY, LEADER], (row) => {
      const day = row.day(DAY);
      if (seen.has(day)) throw new RowProblem(`的日期 ${day} 在前面已经有了，请删除其中一行`);
      seen.add(day);
      return { row: row.number, day, name: row.text(LEADER) };
    });
    const first = rows[0];
    if (!first) throw dutyErrors.DUTY_WORKBOOK_UNREADABLE({ detail: problems[0]?.message ?? '表里没有一行日期' });
    const month = first.day.slice(0, 7);
    const { days, people } = await this.queries.month(actor, month);
    const today = dayOf(this.clock.now());
    const taken: DutyImportRowView[] = [];
    for (const { row, day, name } of rows) {
      const wrong = (message: string) => problems.push({ row, message: `第 ${row} 行${message}` });
      const standing = days.find((each) => each.day === day)?.shift ?? null;
      const named = people.filter((person) => person.name === name);
      const [leader] = named.filter((person) => person.leads);
      if (!day.startsWith(`${month}-`)) wrong(`的日期 ${day} 不在 ${month}，请分月上传`);
      else if (name !== '' && named.length === 0) wrong(`的“${name}”不是本厅工作人员，请核对姓名`);
      else if (name !== '' && !leader) wrong(`的“${name}”不是带班领导`);
      else if (named.filter((person) => person.leads).length > 1) wrong(`有两位“${name}”，请在页面上选择`);
      else if ((standing?.leaderName ?? '') === name) taken.push({ row, day, leaderId: standing?.leaderId ?? null, leaderName: name, change: 'same', version: standing?.version ?? null });
      else if (day < today) wrong(`的 ${day} 已经过去，不能再改`);
      else if (standing && standing.state !== 'planned') wrong(`的 ${day} 已经签到或交接，不能再改`);
      else taken.push({ row, day, leaderId: leader?.id ?? null, leaderName: name, change: !standing ? 'new' : leader ? 'changed' : 'removed', version: standing?.version ?? null });
    }
    return { month, rows: taken, problems: problems.sort((a, b) => a.row - b.row) };
  }
}
