import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.ts';
import { writeTables, type Table } from '../../platform/paper/table.workbook.ts';
import { PolicyQueries } from './policy.queries.ts';

const BEYOND = { 'only-years-beyond': '只有超出的年份', 'all-years': '全部年份' } as const;

/** A policy as the four sheets the console reads a new one from. */
@Injectable()
export class PolicySheets {
  constructor(
    private readonly policies: PolicyQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND */
  async write(profileId: string): Promise<Buffer> {
    const { content } = await this.policies.detail(profileId);
    const { yearSupplement: years } = content;
    const table = (sheet: string, columns: Table['columns'], rows: Table['rows']): Table => ({ sheet, title: `${content.name} ${sheet}`, note: '改好后在“缴费标准”里录入新的一版。', createdAt: this.clock.now(), creator: '大厅', columns, rows });
    return writeTables([
      table('基本情况', [['项目', 30], ['内容', 60]], [
        ['编号', content.id], ['名称', content.name], ['依据（文号）', content.source], ['生效日期', content.effectiveFrom], ['失效日期', content.effectiveTo ?? ''], ['给群众的提示', content.disclaimer], ['示例', content.example ? '是' : '否'],
        ['基础养老金（元/月）', content.basePensionMonthly], ['计发月数', content.divisor], ['最低缴费年限（年）', content.fullYears], ['年限补贴起算（年）', years.from], ['年限补贴分界（年）', years.upTo],
        ['分界以内每年加（元/月）', years.monthlyPerYear], ['超过分界每年加（元/月）', years.monthlyPerYearBeyond], ['超过分界后较高标准用于', BEYOND[years.beyond]],
      ]),
      table('缴费档次', [['每年缴费（元）', 20], ['政府补贴（元）', 20]], content.tiers.map(({ yuan, subsidyYuan }) => [yuan, subsidyYuan])),
      table('特殊群体', [['代码', 20], ['群体', 30], ['政府代缴（元/年）', 18], ['说明', 60]], content.specialGroups.map(({ code, label, governmentPaysYuan, note }) => [code, label, governmentPaysYuan, note])),
      table('高龄加发', [['年满（岁）', 14], ['每月加发（元）', 18]], content.ageTilts.map(({ fromAge, monthlyYuan }) => [fromAge, monthlyYuan])),
    ]);
  }
}
