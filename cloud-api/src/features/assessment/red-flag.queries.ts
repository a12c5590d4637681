import { Injectable } from '@nestjs/common';
import { FLAG_PARTS, FLAG_TIES, SHIPPED_FLAG_FORMULA, flagResult, type FlagFormula, type FlagPart, type FlagResult } from '@hall/shared/assessment/red-flag.rules';
import { formulaFor, scoreWords, type Month } from '@hall/shared/assessment/weights.rules';
import { SPREAD_LABELS, monthOf, nextMonth } from '@hall/shared/commitment/figures.rules';
import { dayOf } from '@hall/shared/kernel/day';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Halls } from '../hall/halls.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { RedFlagBoardView, RedFlagFormulaView, RedFlagMonthView, StaffRedFlagView } from './red-flag.dto.ts';
import { RedFlagsService } from './red-flags.service.ts';

const A_YEAR = 12;

@Injectable()
export class RedFlagQueries {
  constructor(
    private readonly ledger: Ledger,
    private readonly halls: Halls,
    private readonly flags: RedFlagsService,
    private readonly clock: Clock,
  ) {}

  /** What everybody may see: the results as they stand in the ledger. @throws NOT_FOUND when there is no such hall */
  async board(asked?: string): Promise<RedFlagBoardView> {
    const { id: hallId } = await this.halls.hall(asked ?? (await this.halls.defaultHallId()));
    const [formulas, results, labels] = await Promise.all([this.flags.formulas(hallId), this.ledger.said<FlagResult>(hallId, 'flag.result'), this.labelsByCode(hallId)]);
    const formula = formulaFor(formulas, this.month());
    return { formula: formula && formulaView(formula), months: results.sort((a, b) => (a.month < b.month ? 1 : -1)).slice(0, A_YEAR).map((result) => monthView(result, labels)) };
  }

  /** The same for the house, with this month up to now and what was published for months to come. */
  async ofHall({ hallId }: StaffActor): Promise<StaffRedFlagView> {
    const [board, formulas] = [await this.board(hallId), await this.flags.formulas(hallId)];
    const month = this.month();
    const formula = formulaFor(formulas, month);
    const later = [...new Set(formulas.filter(({ from }) => from > month).map(({ from }) => from))].sort();
    const next = nextMonth(month);
    return {
      ...board, coming: later.map((from) => formulaView(formulaFor(formulas, from)!)), suggested: { ...SHIPPED_FLAG_FORMULA, ...formulaFor(formulas, next), weights: { ...(formulaFor(formulas, next) ?? SHIPPED_FLAG_FORMULA).weights }, from: next },
      running: formula && (await this.counted(hallId, formula, month)),
    };
  }

  /** What a formula would have found in this or an earlier month. Nothing is kept of it. */
  trial({ hallId }: StaffActor, formula: FlagFormula, month: Month): Promise<RedFlagMonthView> {
    return this.counted(hallId, formula, month);
  }

  private async counted(hallId: string, formula: FlagFormula, month: Month): Promise<RedFlagMonthView> {
    const tallies = await this.flags.tallies(hallId, month, dayOf(this.clock.now()));
    return monthView(flagResult(formula, month, tallies), new Map((await this.halls.windows(hallId)).map(({ id, label }) => [id, label])));
  }

  private async labelsByCode(hallId: string): Promise<Map<string, string>> {
    const windows = await this.halls.windows(hallId);
    const codes = await this.ledger.codes(hallId, 'window', windows.map(({ id }) => id));
    return new Map(windows.flatMap(({ id, label }) => { const code = codes.get(id)?.code; return code === undefined ? [] : [[code, label] as const]; }));
  }

  private month(): Month {
    return monthOf(dayOf(this.clock.now()));
  }
}

function formulaView({ from, weights, least, places, tie }: FlagFormula): RedFlagFormulaView {
  return { from, weights: { ...weights }, least, places, tie, tieLabel: FLAG_TIES[tie], parts: (Object.keys(FLAG_PARTS) as FlagPart[]).map((part) => ({ part, ...FLAG_PARTS[part], weight: weights[part] })) };
}

/** @param labels of the windows, by the names the result uses; a window that was taken away since has none */
function monthView({ month, windows, flagged }: FlagResult, labels: ReadonlyMap<string, string>): RedFlagMonthView {
  const labelOf = (window: string) => labels.get(window) ?? '已撤销的窗口';
  const best = [...windows].sort((a, b) => (b.score ?? -1) - (a.score ?? -1) || b.services - a.services);
  return {
    month, flagged: flagged.map(labelOf),
    windows: best.map(({ w, services, ready, five, lost, pace, score }) => ({ label: labelOf(w), services, ready, five, lost, pace: pace === null ? null : SPREAD_LABELS.minutes[pace]!, score: score === null ? null : scoreWords(score), flagged: flagged.includes(w) })),
  };
}
