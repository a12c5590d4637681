import { EVERYTHING } from '../commitment/commitment.rules.ts';
import type { CommitmentRule } from '../commitment/commitment.rules.ts';
import { spreadStep } from '../commitment/figures.rules.ts';
import { fulfilmentsOf } from '../commitment/fulfilment.rules.ts';
import type { Fact } from '../commitment/fulfilment.rules.ts';
import type { FieldProblem } from '../kernel/verdict.ts';
import type { Day } from '../kernel/day.ts';
import { WHOLE, beginsInTime, share, weighed, weightProblems } from './weights.rules.ts';
import type { Month } from './weights.rules.ts';

export type FlagPart = 'five' | 'pace' | 'kept' | 'services';
export const FLAG_PARTS: Record<FlagPart, { label: string; how: string }> = {
  five: { label: '5分钟办结', how: '材料备齐的办件中，叫号后 5 分钟内办结的占比；没有这样的办件按 0 分' },
  pace: { label: '办理快慢', how: '全部办件用时的中位档，越快分越高' },
  kept: { label: '叫到办成', how: '叫到号的人里办成的占比；过号后没再来、离开、闭厅未办的都算没办成' },
  services: { label: '办件数量', how: '办件数与当月办件最多的窗口之比' },
};

/** `shared`: whoever is level at the last place gets a flag too. `services`: of those level, whoever served more; still level, both. */
export type FlagTie = 'shared' | 'services';
export const FLAG_TIES: Record<FlagTie, string> = { shared: '得分相同的并列', services: '得分相同的，办件多的在前；仍相同的并列' };

/** How a month's red-flag windows are found, from a month on until another is published. Weights are thousandths. */
export interface FlagFormula { from: Month; weights: Readonly<Record<FlagPart, number>>; /** Who served fewer does not take part. */ least: number; places: number; tie: FlagTie }
export const SHIPPED_FLAG_FORMULA: Omit<FlagFormula, 'from'> = { weights: { five: 400, pace: 200, kept: 200, services: 200 }, least: 50, places: 1, tie: 'shared' };

/** What a month's facts say of one window; `steps` counts the times taken by the steps of the published figures. */
export interface WindowTally { services: number; ready: number; five: number; lost: number; steps: readonly number[] }
/** A window as the result says it: `pace` is the median step, 0 the quickest; `score` of a million, null when it does not take part. */
export interface WindowFigure { w: string; services: number; ready: number; five: number; lost: number; pace: number | null; score: number | null }
export interface FlagResult { month: Month; from: Month; windows: readonly WindowFigure[]; flagged: readonly string[] }

const FIVE: CommitmentRule = { from: 'visit.called', to: 'visit.served', limit: 5, clock: 'minutes', scope: EVERYTHING };
const NO_CALENDAR = { coveredYears: [], holidays: {}, extraWorkdays: {} };
const SLOWEST = 6;
const NONE: WindowTally = { services: 0, ready: 0, five: 0, lost: 0, steps: new Array<number>(SLOWEST + 1).fill(0) };

/** The visits of a month, window by window, in whatever order their facts came to be known. @param visits the facts of each visit that lie in the month */
export function tallyWindows(visits: Iterable<readonly Fact[]>): Map<string, WindowTally> {
  const found = new Map<string, WindowTally>();
  for (const facts of visits) {
    const times = fulfilmentsOf(FIVE, NO_CALENDAR, facts);
    const window = times[0]?.attributes.window;
    if (window === undefined) continue;
    const served = times.find(({ closedAt }) => closedAt !== null);
    const before = found.get(window) ?? NONE;
    if (served) {
      const step = spreadStep(FIVE, served);
      const ready = served.attributes.ready === true;
      found.set(window, {
        services: before.services + 1, ready: before.ready + (ready ? 1 : 0), five: before.five + (ready && served.closedAt! <= served.dueAt! ? 1 : 0), lost: before.lost, steps: before.steps.map((count, at) => count + (at === step ? 1 : 0)),
      });
    } else if (times.some(({ endedAt }) => endedAt !== null)) found.set(window, { ...before, lost: before.lost + 1 });
  }
  return found;
}

/** The step in the middle; of an even number the quicker of the two. */
function medianStep({ services, steps }: WindowTally): number | null {
  let seen = 0;
  const at = steps.findIndex((count) => (seen += count) * 2 >= services && seen > 0);
  return at === -1 ? null : at;
}

/** The points of one window in thousandths, part by part. @param most the services of the busiest window that takes part */
export function flagPoints({ services, ready, five, lost, pace }: Omit<WindowFigure, 'w' | 'score'>, most: number): Record<FlagPart, number> {
  return { five: share(five, ready), pace: pace === null ? 0 : Math.floor(((SLOWEST - pace) * WHOLE) / SLOWEST), kept: share(services, services + lost), services: share(services, most) };
}

/** Which windows get the flag: a pure function of the formula and the month's facts. Windows go by their public names. */
export function flagResult(formula: FlagFormula, month: Month, tallies: ReadonlyMap<string, WindowTally>): FlagResult {
  const most = Math.max(0, ...[...tallies.values()].map(({ services }) => services).filter((services) => services >= formula.least));
  const windows = [...tallies].map(([w, tally]): WindowFigure => {
    const { services, ready, five, lost } = tally;
    const figure = { services, ready, five, lost, pace: medianStep(tally) };
    return { w, ...figure, score: services < formula.least || services === 0 ? null : weighed(formula.weights, flagPoints(figure, most)) };
  }).sort((a, b) => (a.w < b.w ? -1 : 1));
  const rank = (a: WindowFigure, b: WindowFigure): number => b.score! - a.score! || (formula.tie === 'services' ? b.services - a.services : 0);
  const ranked = windows.filter(({ score }) => score !== null).sort(rank);
  const last = ranked[Math.min(formula.places, ranked.length) - 1];
  return { month, from: formula.from, windows, flagged: last ? ranked.filter((each) => rank(each, last) <= 0).map(({ w }) => w).sort() : [] };
}

/** What is wrong with a formula somebody wants to publish today, field by field. */
export function flagFormulaProblems(formula: FlagFormula, today: Day): FieldProblem[] {
  const whole = (path: 'least' | 'places', most: number): FieldProblem[] => (Number.isInteger(formula[path]) && formula[path] >= 1 && formula[path] <= most ? [] : [{ path, code: 'FLAG_FORMULA_INVALID', message: `填 1 到 ${most} 之间的整数` }]);
  return [
    ...(beginsInTime(formula.from, today) ? [] : [{ path: 'from', code: 'FORMULA_TOO_LATE', message: '最早从下个月起执行：已经开始的月份不能再改办法' }]),
    ...weightProblems(formula.weights), ...whole('least', 100_000), ...whole('places', 10),
    ...(Object.hasOwn(FLAG_TIES, formula.tie) ? [] : [{ path: 'tie', code: 'FLAG_FORMULA_INVALID', message: '请选择得分相同时怎么排' }]),
  ];
}
