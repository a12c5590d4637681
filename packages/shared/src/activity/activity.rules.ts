import { HOUR, DAY_LENGTH } from '../kernel/day.ts';
import type { Instant } from '../kernel/day.ts';
import type { FieldProblem } from '../kernel/verdict.ts';

export const ACTIVITY_TITLE_LENGTH = 40;
export const ACTIVITY_WORDS_LENGTH = 2_000;
export const ACTIVITY_PLACE_LENGTH = 60;
export const MOST_PLACES = 300;
/** Beyond it nobody has a fair hope of a place, and is told so. */
export const MOST_WAITING = 100;
/** Days after its end during which those who came may rate. */
export const RATING_DAYS = 15;
/** Fewer ratings than this are counted, never shown: among so few one could be known. */
export const FEWEST_SHOWN = 5;
const LONGEST = 12 * HOUR;

export interface ActivityPlan {
  title: string;
  words: string;
  place: string;
  startsAt: Instant;
  endsAt: Instant;
  signUpClosesAt: Instant;
  capacity: number;
}

/** What is wrong with a plan. @param taken places given away already: fewer than these there cannot be */
export function activityProblems(plan: ActivityPlan, taken = 0): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const wrong = (path: keyof ActivityPlan, message: string) => problems.push({ path, code: 'ACTIVITY_INVALID', message });
  if (plan.title.trim() === '') wrong('title', '请写活动名称');
  if (plan.words.trim() === '') wrong('words', '请写活动介绍');
  if (plan.place.trim() === '') wrong('place', '请写活动地点');
  if (plan.endsAt <= plan.startsAt) wrong('endsAt', '结束时间要晚于开始时间');
  else if (plan.endsAt - plan.startsAt > LONGEST) wrong('endsAt', '一场活动最长 12 小时，分几天的请分开发布');
  if (plan.signUpClosesAt > plan.startsAt) wrong('signUpClosesAt', '报名要在活动开始前截止');
  if (!Number.isInteger(plan.capacity) || plan.capacity < 1 || plan.capacity > MOST_PLACES) wrong('capacity', `名额请填 1 到 ${MOST_PLACES}`);
  else if (plan.capacity < taken) wrong('capacity', `已经有 ${taken} 人报上名，名额不能更少`);
  return problems;
}

/** From then on nobody may rate any more. */
export const ratingEndsAt = (endsAt: Instant): Instant => endsAt + RATING_DAYS * DAY_LENGTH;

/** Ratings by level, from 1 to 5. */
export type LevelCounts = readonly [number, number, number, number, number];
export interface Satisfaction { n: number; average: number | null; satisfiedRate: number | null }

/**
 * What may be told of an activity: its figures once nobody can rate it any more. Told while ratings come in, each new average
 * would tell the rating just given.
 */
export const toldOf = (counts: LevelCounts, over: boolean): Satisfaction => (over ? satisfactionOf(counts) : { n: counts.reduce((sum, count) => sum + count, 0), average: null, satisfiedRate: null });

/** Several activities together: of those alone whose own figures are told, so that nothing can be subtracted. */
export const satisfactionOfAll = (each: readonly LevelCounts[]): Satisfaction =>
  satisfactionOf(each.filter((counts) => satisfactionOf(counts).average !== null).reduce<LevelCounts>((sum, counts) => sum.map((so, index) => so + counts[index]!) as unknown as LevelCounts, [0, 0, 0, 0, 0]));

/** Mean level and share of those satisfied (3 and up, 国办发〔2019〕51号); nulls below `FEWEST_SHOWN`. `average` from 1 to 5, `satisfiedRate` from 0 to 1. */
export function satisfactionOf(counts: LevelCounts): Satisfaction {
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n < FEWEST_SHOWN) return { n, average: null, satisfiedRate: null };
  return { n, average: counts.reduce((sum, count, index) => sum + count * (index + 1), 0) / n, satisfiedRate: (counts[2] + counts[3] + counts[4]) / n };
}
