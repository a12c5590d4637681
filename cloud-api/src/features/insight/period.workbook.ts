import { Injectable } from '@nestjs/common';
import { rateWords } from '@hall/shared/commitment/rate-words.rules';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { writeTable, type Table } from '../../platform/paper/table.workbook.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { InsightPeriodView, InsightSheet, InsightSheetQuery, InsightVisitSumsView } from './period.dto.ts';
import { PeriodQueries } from './period.queries.ts';

const VISIT_COLUMNS = [['取号', 8], ['办结', 8], ['离开', 8], ['未办', 8], ['等候中位数（分）', 16], ['九成等候不超过（分）', 20], ['办理中位数（分）', 16]] as const;
const visitCells = ({ taken, served, left, unserved, medianWait, longWait, medianService }: InsightVisitSumsView): (string | number)[] => [taken, served, left, unserved, medianWait ?? '', longWait ?? '', medianService ?? ''];

type Sheet = Pick<Table, 'columns' | 'rows'> & { name: string };

const SHEETS: Record<InsightSheet, (of: InsightPeriodView) => Sheet> = {
  visits: ({ buckets, windows, matters, whole }) => ({
    name: '办件与等候', columns: [['分组', 10], ['名称', 22], ...VISIT_COLUMNS],
    rows: [['合计', '', ...visitCells(whole)], ...buckets.map((each) => ['时间', each.label, ...visitCells(each)]), ...windows.map((each) => ['窗口', each.label, ...visitCells(each)]), ...matters.map((each) => ['事项', each.label, ...visitCells(each)])],
  }),
  fulfilment: ({ promises, buckets }) => ({
    name: '承诺兑现', columns: [['承诺', 40], ['时间', 14], ['达标', 8], ['未达标', 8], ['剔除', 8], ['兑现率', 22]],
    rows: promises.flatMap(({ wording, points, whole }) => [['合计', whole] as const, ...points.map((point, at) => [buckets[at]!.label, point] as const)].map(([label, { met, broken, excluded, rate }]) => [wording, label, met, broken, excluded, rateWords(rate)])),
  }),
  ratings: ({ ratings }) => ({ name: '好差评', columns: [['月份', 12], ['指标', 16], ['公布口径', 30]], rows: ratings.flatMap(({ month, figures }) => figures.map(({ label, words }) => [month, label, words])) }),
  voices: ({ buckets }) => ({
    name: '意见咨询', columns: [['时间', 14], ['收到意见', 10], ['答复意见', 10], ['收到咨询', 10], ['答复咨询', 10]],
    rows: buckets.map(({ label, suggestionsReceived, suggestionsReplied, enquiriesAsked, enquiriesAnswered }) => [label, suggestionsReceived, suggestionsReplied, enquiriesAsked, enquiriesAnswered]),
  }),
};

/** The table beside a chart, as a sheet. Each download is written down. */
@Injectable()
export class PeriodWorkbook {
  constructor(
    private readonly queries: PeriodQueries,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws INSIGHT_PERIOD_INVALID */
  async of(actor: StaffActor, { sheet, ...period }: InsightSheetQuery): Promise<Buffer> {
    const view = await this.queries.of(actor, period as InsightSheetQuery);
    const { name, columns, rows } = SHEETS[sheet](view);
    await this.unitOfWork.run(actor, (work) => {
      work.audit('insight.download', null, { sheet, from: view.from, to: view.to });
      return Promise.resolve();
    });
    return writeTable({ sheet: name, title: `${view.hallName} ${name} ${view.from} 至 ${view.to}`, note: view.notes.join(''), createdAt: view.asOf, creator: view.hallName, columns, rows });
  }
}
