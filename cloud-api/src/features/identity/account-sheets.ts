import { Injectable } from '@nestjs/common';
import { USER_NAME, type AccountWish } from '@hall/shared/identity/account.rules';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { DomainError } from '../../platform/errors/domain-error.ts';
import { RowProblem, readTable } from '../../platform/paper/table.reader.ts';
import { writeTable } from '../../platform/paper/table.workbook.ts';
import { Halls } from '../hall/halls.ts';
import { AccountPlans } from './account.plans.ts';
import type { AccountImportView } from './accounts.dto.ts';
import { AccountQueries } from './accounts.queries.ts';

const COLUMNS = { userName: '用户名', name: '姓名', badgeNumber: '工号', post: '岗位', department: '科室' } as const;

/** Staff as a sheet: out as they are, and back to be looked at before anything is saved. Roles are only shown: they are another administrator's. */
@Injectable()
export class AccountSheets {
  constructor(
    private readonly queries: AccountQueries,
    private readonly plans: AccountPlans,
    private readonly halls: Halls,
    private readonly clock: Clock,
  ) {}

  async write(actor: StaffActor): Promise<Buffer> {
    const [{ items, departments }, { name }] = await Promise.all([this.queries.room(actor, 'account'), this.halls.hall(actor.hallId)]);
    return writeTable({
      sheet: '工作人员', title: `${name} 工作人员`, note: '按用户名对应：新的用户名会建新账号；表里没有的账号不变。角色由安全管理员在“权限”里给，这里改了不算。', createdAt: this.clock.now(), creator: name, choices: { [COLUMNS.department]: departments.map((each) => each.name) },
      columns: [[COLUMNS.userName, 20], [COLUMNS.name, 14], [COLUMNS.badgeNumber, 12], [COLUMNS.post, 18], [COLUMNS.department, 20], ['角色（只看）', 24]],
      rows: items.filter(({ active }) => active).map((each) => [each.userName, each.name, each.badgeNumber, each.post, each.departmentName, each.rolesInWords]),
    });
  }

  /** Saves nothing. @throws DomainError `WORKBOOK_…` */
  async read(actor: StaffActor, upload: Buffer): Promise<AccountImportView> {
    const { items, departments } = await this.queries.room(actor, 'account');
    const [names, badges] = [new Set<string>(), new Set<string>()];
    const once = (seen: Set<string>, title: string, value: string): string => {
      if (seen.has(value)) throw new RowProblem(`的${title}“${value}”在前面已经有了`);
      seen.add(value);
      return value;
    };
    const { rows, problems } = await readTable(upload, Object.values(COLUMNS), (row) => {
      const userName = row.text(COLUMNS.userName);
      if (!USER_NAME.test(userName)) throw new RowProblem('的“用户名”请用小写字母开头，2 到 40 位小写字母、数字、点或横线');
      const department = row.text(COLUMNS.department);
      const found = departments.find((each) => each.name === department);
      if (department !== '' && !found) throw new RowProblem(`的科室“${department}”不存在，现有：${departments.map((each) => each.name).join('、')}`);
      return { row: row.number, userName: once(names, '用户名', userName), wish: { name: row.text(COLUMNS.name), badgeNumber: once(badges, '工号', row.text(COLUMNS.badgeNumber)), post: row.text(COLUMNS.post), departmentId: found?.id ?? null } satisfies AccountWish };
    });
    const view: AccountImportView = { begins: [], changes: [], same: 0, problems };
    for (const { row, userName, wish } of rows) {
      const standing = items.find((each) => each.userName === userName) ?? null;
      if (standing && !standing.active) { problems.push({ row, message: `第 ${row} 行的账号“${userName}”已停用，不能再改；请换一个用户名` }); continue; }
      const before = standing && { name: standing.name, badgeNumber: standing.badgeNumber, post: standing.post, departmentId: standing.departmentId };
      try {
        const after = await this.plans.judge({ ...wish }, { hallId: actor.hallId, id: standing?.id ?? '', before });
        const lines = await this.plans.lines(actor.hallId, before, after);
        if (!standing) view.begins.push({ row, account: { userName, ...after } });
        else if (lines.length === 0) view.same += 1;
        else view.changes.push({ row, label: after.name, lines, change: { subjectId: standing.id, stamp: standing.stamp, after: { ...after } } });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        problems.push({ row, message: `第 ${row} 行：${(error.extras.fields ?? []).map(({ message }) => message).join('；') || error.title}` });
      }
    }
    return { ...view, problems: problems.sort((a, b) => a.row - b.row) };
  }
}
