import { addDays, dayOf, startOfDay, DAY_LENGTH, HOUR } from '../kernel/day.ts';
import type { Day, Instant } from '../kernel/day.ts';
import type { FieldProblem } from '../kernel/verdict.ts';

/** `YYYY-MM`: the month whose services are voted on. */
export type StarMonth = string;
/** What decides when several have the most votes, said before the first vote: all of them are stars, or whoever kept the five minutes more often. */
export type TieRule = 'shared' | 'rate';
export const TIE_RULE_LABELS: Record<TieRule, string> = { shared: '票数相同的，都是标兵', rate: '票数相同的，看本人当月五分钟办结率，高的当选；还相同的，都是标兵' };

export interface StarPlan { month: StarMonth; tieRule: TieRule; opensAt: Instant; closesAt: Instant; objectionDays: number; nominees: readonly { staffId: string; reasons: string }[] }

export const FEWEST_CANDIDATES = 2;
export const MOST_CANDIDATES = 20;
export const REASONS_LENGTH = { least: 8, most: 300 } as const;
export const OBJECTION_DAYS = { least: 3, most: 15 } as const;
const SHORTEST = HOUR;
const LONGEST = 31 * DAY_LENGTH;
/** Fewer ballots than this are counted by nobody: a tally would tell how somebody voted. */
export const LEAST_BALLOTS = 5;

const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** First and last day of a month. */
export function daysOfMonth(month: StarMonth): { first: Day; last: Day } {
  const first = `${month}-01`;
  const inNext = addDays(first, 31);
  return { first, last: addDays(`${inNext.slice(0, 7)}-01`, -1) };
}

export const monthLabel = (month: StarMonth): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5, 7))}月`;

/** What is wrong with a plan, field by field; empty when it could be opened at `now`. */
export function starPlanProblems({ month, opensAt, closesAt, objectionDays, nominees }: StarPlan, now: Instant): FieldProblem[] {
  const found: FieldProblem[] = [];
  const wrong = (path: string, message: string) => { found.push({ path, code: 'STAR_DRAFT_INVALID', message }); };
  if (!isMonth(month) || month > dayOf(now).slice(0, 7)) wrong('month', '请选择本月或已经过去的月份');
  else if (opensAt < startOfDay(daysOfMonth(month).first)) wrong('opensAt', '投票不能早于评选的月份');
  if (opensAt < now) wrong('opensAt', '开始时间已经过去，请改到以后');
  if (closesAt - opensAt < SHORTEST) wrong('closesAt', '投票至少要开放一小时');
  else if (closesAt - opensAt > LONGEST) wrong('closesAt', '投票最多开放 31 天');
  if (!Number.isInteger(objectionDays) || objectionDays < OBJECTION_DAYS.least || objectionDays > OBJECTION_DAYS.most) wrong('objectionDays', `公示期为 ${OBJECTION_DAYS.least} 到 ${OBJECTION_DAYS.most} 个工作日`);
  if (nominees.length < FEWEST_CANDIDATES) wrong('nominees', `至少提名 ${FEWEST_CANDIDATES} 位`);
  else if (nominees.length > MOST_CANDIDATES) wrong('nominees', `最多提名 ${MOST_CANDIDATES} 位`);
  else if (new Set(nominees.map(({ staffId }) => staffId)).size < nominees.length) wrong('nominees', '同一个人只能提名一次');
  nominees.forEach(({ reasons }, at) => {
    if (reasons.trim().length < REASONS_LENGTH.least || reasons.trim().length > REASONS_LENGTH.most) wrong(`nominees.${at}.reasons`, `请用 ${REASONS_LENGTH.least} 到 ${REASONS_LENGTH.most} 个字写明提名理由`);
  });
  return found;
}

/** Whether a vote may be given at `now`. */
export const takesVotes = ({ state, opensAt, closesAt }: { state: string; opensAt: Instant; closesAt: Instant }, now: Instant): boolean => state === 'open' && opensAt <= now && now < closesAt;

export interface Counted { code: string; votes: number; /** Thousandths, of their own visits; null where there were too few. */ rate: number | null }

/** Who is the star: most votes of those not struck off, a tie by the rule. Nobody without a vote, and nobody of fewer than {@link LEAST_BALLOTS} ballots. */
export function winnersOf(candidates: readonly Counted[], tie: TieRule, struck: readonly string[] = []): string[] {
  if (candidates.reduce((sum, { votes }) => sum + votes, 0) < LEAST_BALLOTS) return [];
  const standing = candidates.filter(({ code }) => !struck.includes(code));
  const most = Math.max(0, ...standing.map(({ votes }) => votes));
  const top = most === 0 ? [] : standing.filter(({ votes }) => votes === most);
  if (tie === 'shared' || top.length < 2) return top.map(({ code }) => code);
  const best = Math.max(...top.map(({ rate }) => rate ?? -1));
  return top.filter(({ rate }) => (rate ?? -1) === best).map(({ code }) => code);
}
