import { addDays, dayOf } from '../kernel/day.ts';
import type { Day, Instant } from '../kernel/day.ts';
import { allow, refuse } from '../kernel/verdict.ts';
import type { FieldProblem, Verdict } from '../kernel/verdict.ts';

/** 5 非常满意 to 1 非常不满意 (国办发〔2019〕51号). */
export type RatingLevel = 1 | 2 | 3 | 4 | 5;
export const RATING_LEVELS: readonly { level: RatingLevel; label: string }[] = [
  { level: 5, label: '非常满意' }, { level: 4, label: '满意' }, { level: 3, label: '基本满意' }, { level: 2, label: '不满意' }, { level: 1, label: '非常不满意' },
];
export type RatingDimension = 'attitude' | 'quality' | 'activities';
/** The three satisfactions 三个满意, each 1 to 5. */
export const RATING_DIMENSIONS: readonly { code: RatingDimension; label: string }[] = [
  { code: 'attitude', label: '服务态度' }, { code: 'quality', label: '服务质量' }, { code: 'activities', label: '开展的活动' },
];

/** Reasons by what they say; which level offers which is in `reasonsFor`. */
export const RATING_REASONS: readonly { code: string; label: string; praise: boolean }[] = [
  { code: 'fast', label: '办得快', praise: true }, { code: 'kind', label: '态度好', praise: true }, { code: 'clear', label: '讲得清楚', praise: true },
  { code: 'one-visit', label: '一次就办好', praise: true }, { code: 'short-wait', label: '不用久等', praise: true }, { code: 'comfortable', label: '大厅舒适便民', praise: true },
  { code: 'long-wait', label: '等得太久', praise: false }, { code: 'slow', label: '办得慢', praise: false }, { code: 'unkind', label: '态度不好', praise: false },
  { code: 'unclear', label: '没讲清楚', praise: false }, { code: 'came-again', label: '跑了不止一趟', praise: false }, { code: 'extra-material', label: '多要材料', praise: false },
  { code: 'not-done', label: '事情没办成', praise: false }, { code: 'system', label: '手机预填不好用', praise: false },
];

export const RATING_COMMENT_LENGTH = 200;
export const RATING_MAX_REASONS = 5;
/** Days an invitation stays open, the day of service not counted. */
export const INVITATION_DAYS = 15;

export interface RatingInput { level: RatingLevel; reasons: string[]; attitude?: RatingLevel; quality?: RatingLevel; activities?: RatingLevel; comment?: string }

/** The bottom two levels are 差评: they open a case. */
export const isNegative = (level: number): boolean => level <= 2;
/** What counts towards 好评率. */
export const isPositive = (level: number): boolean => level >= 3;
export const levelLabel = (level: number): string => RATING_LEVELS.find((entry) => entry.level === level)?.label ?? '';

/** Praise from 4 up, complaint from 2 down; 基本满意 may say either. */
export const reasonsFor = (level: RatingLevel): { code: string; label: string }[] =>
  RATING_REASONS.filter(({ praise }) => level === 3 || praise === (level > 3)).map(({ code, label }) => ({ code, label }));

/** The last day on which a visit served on `servedOn` can be rated. */
export const invitationExpiresOn = (servedOn: Day, days = INVITATION_DAYS): Day => addDays(servedOn, days);

/** One rating per service 一次一评. Codes: RATING_ALREADY_GIVEN, RATING_EXPIRED. */
export function mayRate(invitation: { rated: boolean; expiresOn: Day }, now: Instant): Verdict {
  if (invitation.rated) return refuse('RATING_ALREADY_GIVEN', '这次服务已经评价过了，谢谢您。');
  return dayOf(now) > invitation.expiresOn ? refuse('RATING_EXPIRED', '评价的时间已过，有意见随时可以投到意见箱。') : allow(true);
}

const isLevel = (value: unknown): value is RatingLevel => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 5;
const FIELDS = ['level', 'reasons', 'attitude', 'quality', 'activities', 'comment'];

/** A rating as it came over the wire: every problem by field, or the rating with its comment trimmed. */
export function checkRating(raw: unknown): { ok: true; value: RatingInput } | { ok: false; problems: FieldProblem[] } {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return { ok: false, problems: [{ path: 'rating', code: 'RATING_SHAPE', message: '提交的内容不是一份评价。' }] };
  const { level, reasons = [], comment, ...rest } = raw as Record<string, unknown>;
  const problems: FieldProblem[] = Object.keys(rest).filter((name) => !FIELDS.includes(name)).map((name) => ({ path: name.slice(0, 40), code: 'RATING_UNKNOWN_FIELD', message: '评价里没有这一项。' }));
  if (!isLevel(level)) problems.push({ path: 'level', code: 'RATING_LEVEL', message: '请选择满意程度。' });
  if (!Array.isArray(reasons) || reasons.length > RATING_MAX_REASONS || new Set(reasons).size !== reasons.length) {
    problems.push({ path: 'reasons', code: 'RATING_REASONS', message: `最多选 ${RATING_MAX_REASONS} 个不同的原因。` });
  } else if (isLevel(level) && reasons.some((code) => !reasonsFor(level).some((reason) => reason.code === code))) {
    problems.push({ path: 'reasons', code: 'RATING_REASON_UNKNOWN', message: '所选原因和满意程度不符，请重新选择。' });
  }
  for (const { code, label } of RATING_DIMENSIONS) {
    if (rest[code] !== undefined && !isLevel(rest[code])) problems.push({ path: code, code: 'RATING_DIMENSION', message: `“${label}”请选 1 到 5 星，也可以不选。` });
  }
  if (comment !== undefined && (typeof comment !== 'string' || Array.from(comment.trim()).length > RATING_COMMENT_LENGTH)) {
    problems.push({ path: 'comment', code: 'RATING_COMMENT', message: `想说的话最多 ${RATING_COMMENT_LENGTH} 个字。` });
  }
  if (problems.length > 0) return { ok: false, problems };
  const rating = { level, reasons, ...rest } as RatingInput;
  const words = typeof comment === 'string' ? comment.trim() : '';
  return { ok: true, value: words === '' ? rating : { ...rating, comment: words } };
}

/** Shares from 0 to 1, null where nothing was counted. */
export interface RatingRates { served: number; rated: number; goodRate: number | null; activeRate: number | null; unratedRate: number | null }

/** The published figures: an unrated service is never counted as good, so 好评率 is of the rated alone and 未评率 stands beside it. */
export function ratingRates(served: number, countByLevel: Readonly<Partial<Record<RatingLevel, number>>>): RatingRates {
  const counts = RATING_LEVELS.map(({ level }) => ({ level, count: countByLevel[level] ?? 0 }));
  const rated = counts.reduce((sum, { count }) => sum + count, 0);
  const good = counts.reduce((sum, { level, count }) => sum + (isPositive(level) ? count : 0), 0);
  return { served, rated, goodRate: rated === 0 ? null : good / rated, activeRate: served === 0 ? null : rated / served, unratedRate: served === 0 ? null : (served - rated) / served };
}
