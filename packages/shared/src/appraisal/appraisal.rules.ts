import { addDays, startOfDay } from '../kernel/day.ts';
import type { Day, Instant } from '../kernel/day.ts';
import { allow, refuse } from '../kernel/verdict.ts';
import type { FieldProblem, Verdict } from '../kernel/verdict.ts';
import type { RatingLevel } from '../rating/rating.rules.ts';

/** What may be asked about a department; each is answered with one of the five levels of the ratings. Keys are added, never changed: they stand in the ledger. */
export const APPRAISAL_QUESTIONS = {
  attitude: { title: '服务态度', ask: '待人热情、有耐心，您满意吗？' },
  speed: { title: '办事效率', ask: '办得快、不用久等，您满意吗？' },
  clarity: { title: '一次讲清', ask: '要带什么、怎么办，一次讲清楚，您满意吗？' },
  skill: { title: '业务熟练', ask: '您问的事，懂行、答得上来，您满意吗？' },
  fairness: { title: '公平公正', ask: '对谁都一样、按规定办，您满意吗？' },
  integrity: { title: '廉洁自律', ask: '不收礼、不吃请、不用托关系，您满意吗？' },
  place: { title: '环境秩序', ask: '窗口前干净、有秩序，您满意吗？' },
} as const;
export type AppraisalQuestion = keyof typeof APPRAISAL_QUESTIONS;
export const APPRAISAL_QUESTION_KEYS = Object.keys(APPRAISAL_QUESTIONS) as AppraisalQuestion[];
export const isAppraisalQuestion = (text: string): text is AppraisalQuestion => APPRAISAL_QUESTION_KEYS.some((each) => each === text);

/** Whoever was served in these days before the opening may be drawn. */
export const VISITOR_DAYS = 30;
export const MOST_QUESTIONS = 5;
/** How many days after the opening it closes. The first night goes by before anybody is drawn. */
export const APPRAISAL_DAYS = { least: 3, most: 14 } as const;
/**
 * Fewer people than this are asked about nobody: each answer must lie among at least twenty people who might have given it, and where one in four
 * answers there are still {@link LEAST_ANSWERS}.
 */
export const FEWEST_PEOPLE = 20;
export const INVITED = { least: FEWEST_PEOPLE, most: 300, usual: 60 } as const;
/** Of fewer answers nothing is told, not even how many there were. */
export const LEAST_ANSWERS = 5;
export const RECTIFICATION_LENGTH = { least: 10, most: 500 } as const;

export interface AppraisalPlan { questions: readonly string[]; days: number; invite: number }

/** What is wrong with a plan, field by field; empty when it may be opened. */
export function appraisalPlanProblems({ questions, days, invite }: AppraisalPlan): FieldProblem[] {
  const found: FieldProblem[] = [];
  const wrong = (path: string, message: string) => { found.push({ path, code: 'APPRAISAL_PLAN_INVALID', message }); };
  const within = (value: number, { least, most }: { least: number; most: number }) => Number.isInteger(value) && value >= least && value <= most;
  if (questions.length === 0) wrong('questions', '请至少选一个问题');
  else if (questions.length > MOST_QUESTIONS) wrong('questions', `最多选 ${MOST_QUESTIONS} 个问题，问多了没人愿意答`);
  else if (new Set(questions).size < questions.length || !questions.every(isAppraisalQuestion)) wrong('questions', '请从列出的问题里选，每个只选一次');
  if (!within(days, APPRAISAL_DAYS)) wrong('days', `开放 ${APPRAISAL_DAYS.least} 到 ${APPRAISAL_DAYS.most} 天`);
  if (!within(invite, INVITED)) wrong('invite', `邀请 ${INVITED.least} 到 ${INVITED.most} 人`);
  return found;
}

/** Whether enough people were served to ask them without anybody being recognised. Code: APPRAISAL_TOO_FEW_PEOPLE. */
export const enoughPeople = (people: number): Verdict => (people >= FEWEST_PEOPLE ? allow(true) : refuse('APPRAISAL_TOO_FEW_PEOPLE', `近 ${VISITOR_DAYS} 天在这个科室办过事、核验过身份的不到 ${FEWEST_PEOPLE} 人，人少了认得出谁说了什么，请过些日子再开。`));

/** The last day on which it may be answered. */
export const closingDay = (openedOn: Day, days: number): Day => addDays(openedOn, days);
/** The first instant that is too late. */
export const closingInstant = (closesOn: Day): Instant => startOfDay(addDays(closesOn, 1));
/** The days whose visits count. */
export const visitorDays = (openedOn: Day): { first: Day; last: Day } => ({ first: addDays(openedOn, -VISITOR_DAYS), last: openedOn });

/** Levels as they are kept: one digit a question, in the order in which the appraisal asks. Null unless each was answered exactly once. */
export function packedLevels(questions: readonly string[], answers: readonly { question: string; level: number }[]): string | null {
  const levels = questions.map((question) => answers.filter((each) => each.question === question).map(({ level }) => level));
  const whole = answers.length === questions.length && levels.every((each) => each.length === 1 && Number.isInteger(each[0]) && each[0]! >= 1 && each[0]! <= 5);
  return whole ? levels.map(([level]) => String(level)).join('') : null;
}

/** How many chose each level of the question at this place. */
export function levelsAt(packed: readonly string[], place: number): Record<RatingLevel, number> {
  const levels: Record<RatingLevel, number> = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 };
  for (const digits of packed) levels[Number(digits[place]) as RatingLevel] += 1;
  return levels;
}
