import { Injectable } from '@nestjs/common';
import { dayOf } from '@hall/shared/kernel/day';
import {
  LEAST_TOLD, SEVERAL_MATTERS, addMonths, baseWords, isExact, monthOf, publishedOn, shareWords, tell, tellFigures, tellMatters, tellSaid, type Month, type RatingCounts, type ToldShare,
} from '@hall/shared/rating/published-figures.rules';
import { RATING_DIMENSIONS } from '@hall/shared/rating/rating.rules';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { writeTable } from '../../platform/paper/table.workbook.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { Halls } from '../hall/halls.ts';
import { QueueTickets } from '../queue/queue-tickets.ts';
import type { RatingMonth } from './rating-case.entity.ts';
import { ratingCaseErrors } from './rating-case.errors.ts';
import type { RatingFigureView, RatingFiguresView, RatingMatterFiguresView, RatingTrendView } from './rating-figures.dto.ts';
import { RatingMonths } from './rating-months.ts';
import { RatingTerms } from './rating-terms.ts';

const TREND = 12;
const PUBLISHED_MONTHS = 24;
const SERVICES = '人次';
const NEGATIVES = '件差评';
const FIGURES = {
  good: { label: '好评率', how: '评为基本满意及以上的，占已评价的', unit: SERVICES },
  active: { label: '主动评价率', how: '作了评价的，占办过业务的', unit: SERVICES },
  unrated: { label: '未评率', how: '没有评价的，占办过业务的。没评的不算好评', unit: SERVICES },
  answered: { label: '差评回复率', how: '已经核实并答复的，占收到的差评', unit: NEGATIVES },
  revisited: { label: '回访整改率', how: '整改后本人回访过的，占收到的差评。联系不上的不算', unit: NEGATIVES },
} as const;
type FigureCode = keyof typeof FIGURES;
const NOTES = [
  '按办理业务的月份统计，评价期过后才公布，谁也不能改。还在办的差评办好后，回复和回访的数会更新。',
  `不足 ${LEAST_TOLD} 人的数不公布；相减能推算出来的，也改为范围或不公布，为的是不暴露是谁评的。`,
  '被认定为误评或恶意的评价照样计入，不删除。',
];

/** The figures of ratings, from the months' sums alone; nothing below five leaves this class. */
@Injectable()
export class RatingFigures {
  constructor(
    private readonly months: RatingMonths,
    private readonly terms: RatingTerms,
    private readonly halls: Halls,
    private readonly tickets: QueueTickets,
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** For everybody: months whose invitations have all run out. @throws NOT_FOUND, RATING_MONTH_NOT_PUBLISHED */
  async published(hallId: string | undefined, month: Month | undefined): Promise<RatingFiguresView> {
    const hall = await this.halls.hall(hallId ?? (await this.halls.defaultHallId()));
    const [days, known] = await Promise.all([this.terms.days(hall.id), this.months.known(hall.id)]);
    const today = dayOf(this.clock.now());
    const open = known.filter((each) => publishedOn(each, days) <= today).slice(0, PUBLISHED_MONTHS);
    const asked = month ?? open[0];
    if (asked === undefined || !open.includes(asked)) throw ratingCaseErrors.RATING_MONTH_NOT_PUBLISHED();
    return this.view(hall, asked, open, days);
  }

  /** For those who lead: the running month too. The same is hidden as everywhere. */
  async forStaff(actor: StaffActor, month?: Month): Promise<RatingFiguresView> {
    const hall = await this.halls.hall(actor.hallId);
    const [days, known] = await Promise.all([this.terms.days(hall.id), this.months.known(hall.id)]);
    return this.view(hall, month ?? monthOf(dayOf(this.clock.now())), known, days);
  }

  /** Twelve months as a sheet, matter by matter. Each download is written down. */
  async workbook(actor: StaffActor, month?: Month): Promise<Buffer> {
    const { hallName, month: last, trend, notes } = await this.forStaff(actor, month);
    const rows: string[][] = [];
    for (const { month: each } of trend) {
      const { figures, satisfactions, matters } = await this.forStaff(actor, each);
      const cell = ({ words, ...base }: RatingFigureView) => `${words}（${baseWords(base, base.unit)}）`;
      const by = (all: RatingFigureView[], code: string) => { const found = all.find((figure) => figure.code === code); return found ? cell(found) : ''; };
      rows.push([each, '全部', ...(['active', 'unrated', 'good', 'answered', 'revisited'] as const).map((code) => by(figures, code)), ...RATING_DIMENSIONS.map(({ code }) => by(satisfactions, code))]);
      for (const matter of matters) rows.push([each, matter.label, by(matter.figures, 'active'), by(matter.figures, 'unrated'), by(matter.figures, 'good'), '', '', '', '', '']);
    }
    await this.unitOfWork.run(actor, (work) => {
      work.audit('rating.download-figures', null, { month: last });
      return Promise.resolve();
    });
    return writeTable({
      sheet: '好差评', title: `${hallName} 好差评统计`, note: notes.join(''), createdAt: this.clock.now(), creator: hallName,
      columns: [['月份', 10], ['事项', 26], ...(['active', 'unrated', 'good', 'answered', 'revisited'] as const).map((code): [string, number] => [FIGURES[code].label, 26]), ...RATING_DIMENSIONS.map(({ label }): [string, number] => [`${label}满意率`, 26])], rows,
    });
  }

  private async view({ id, name }: { id: string; name: string }, month: Month, months: Month[], days: number): Promise<RatingFiguresView> {
    const span = Array.from({ length: TREND }, (_, index) => addMonths(month, index - TREND + 1));
    const rows = await this.months.of(id, span);
    const mine = rows.filter((row) => row.month === month);
    const told = tellFigures(sumOf(mine));
    const published = publishedOn(month, days);
    return {
      hallId: id, hallName: name, month, settled: published <= dayOf(this.clock.now()), publishedOn: published, months,
      figures: (Object.keys(FIGURES) as FigureCode[]).map((code) => figure(code, told[code])), satisfactions: satisfactionsOf(mine), matters: await this.mattersOf(mine),
      trend: span.filter((each) => months.includes(each)).map((each): RatingTrendView => {
        const of = tellFigures(sumOf(rows.filter((row) => row.month === each)));
        return { month: each, figures: [figure('good', of.good), figure('active', of.active)] };
      }),
      notes: NOTES,
    };
  }

  private async mattersOf(rows: readonly RatingMonth[]): Promise<RatingMatterFiguresView[]> {
    const told = tellMatters(rows.map((row) => ({ keys: [row.matterKey], served: row.served, rated: row.rated, negative: row.level1 + row.level2 })));
    return Promise.all(told.map(async ({ keys, active, good }) => ({
      label: (await Promise.all(keys.map((key) => this.labelOf(key)))).join('、'),
      figures: [figure('good', good), figure('active', active), figure('unrated', active.low === null || active.high === null ? active : { ...active, low: 1 - active.high, high: 1 - active.low })],
    })));
  }

  private async labelOf(key: string): Promise<string> {
    return key === SEVERAL_MATTERS ? '几件事一起办' : (await this.tickets.matterNames([key]))[0]!;
  }
}

function sumOf(rows: readonly RatingMonth[]): RatingCounts {
  const sum = (of: (row: RatingMonth) => number) => rows.reduce((all, row) => all + of(row), 0);
  return { served: sum(({ served }) => served), rated: sum(({ rated }) => rated), negative: sum(({ level1, level2 }) => level1 + level2), answered: sum(({ answered }) => answered), revisited: sum(({ revisited }) => revisited) };
}

const figure = (code: FigureCode, share: ToldShare): RatingFigureView => ({ code, ...FIGURES[code], ...share, words: shareWords(share) });

function satisfactionsOf(rows: readonly RatingMonth[]): RatingFigureView[] {
  const { served, rated } = sumOf(rows);
  const told = tell(rated, served);
  return RATING_DIMENSIONS.map(({ code, label }) => {
    const counts = rows.reduce((sum, row) => ({ said: sum.said + row[`${code}Said`], satisfied: sum.satisfied + row[`${code}Satisfied`] }), { said: 0, satisfied: 0 });
    const share = tellSaid(counts, rated, told !== null && isExact(told));
    return { code, label, how: `对“${label}”评为基本满意及以上的，占说了这一项的`, unit: SERVICES, ...share, words: shareWords(share) };
  });
}
