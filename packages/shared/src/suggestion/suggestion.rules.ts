import type { FieldProblem } from '../kernel/verdict.ts';

export const SUGGESTION_LIMITS = { least: 5, most: 1000, pictures: 9, answer: 2000, note: 500, reason: 200 } as const;

/** What a suggestion is about; the hall sorts its post by it. */
export const SUGGESTION_TOPICS = [
  { code: 'window', label: '窗口服务' }, { code: 'waiting', label: '排队等候' }, { code: 'materials', label: '材料手续' }, { code: 'policy', label: '政策待遇' },
  { code: 'premises', label: '大厅环境' }, { code: 'online', label: '网上和手机' }, { code: 'other', label: '其他' },
] as const;
export type SuggestionTopic = (typeof SUGGESTION_TOPICS)[number]['code'];

/** Whether others may see it. `hidden`: taken from view afterwards; a tombstone with the reason stays. */
export type SuggestionVisibility = 'private' | 'public' | 'hidden';
export type SuggestionIdentity = 'named' | 'anonymous';
/** The content check: `doubtful` waits for a person's eyes and is not public before. */
export type ContentVerdict = 'clean' | 'doubtful' | 'refused';

/** Why a suggestion is not taken up; each has its sentence, and the tombstone shows it. */
export const DECLINE_REASONS = [
  { code: 'not-ours', label: '不属于社保大厅的职责', needsWords: true },
  { code: 'legal-way', label: '依法应当走申诉、复议或仲裁', needsWords: true },
  { code: 'no-content', label: '没有说明具体事情，又联系不上', needsWords: false },
  { code: 'unlawful', label: '内容违法或者侵害他人', needsWords: false },
  { code: 'answered', label: '已经多次答复，没有新的情况', needsWords: true },
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number]['code'];

export interface SuggestionInput { topic: SuggestionTopic; text: string; wishesPublic: boolean; pictures: number }

/** What is wrong with a suggestion before it is sent; empty when it may go. */
export function suggestionProblems(input: SuggestionInput): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const length = Array.from(input.text.trim()).length;
  if (!SUGGESTION_TOPICS.some(({ code }) => code === input.topic)) problems.push({ path: 'topic', code: 'SUGGESTION_TOPIC', message: '请选一个最接近的类别。' });
  if (length < SUGGESTION_LIMITS.least) problems.push({ path: 'text', code: 'SUGGESTION_TEXT', message: '请多写几个字，说清楚是什么事。' });
  if (length > SUGGESTION_LIMITS.most) problems.push({ path: 'text', code: 'SUGGESTION_TEXT', message: `最多 ${SUGGESTION_LIMITS.most} 个字，现在是 ${length} 个。` });
  if (input.pictures > SUGGESTION_LIMITS.pictures) problems.push({ path: 'pictureIds', code: 'SUGGESTION_PICTURES', message: `最多 ${SUGGESTION_LIMITS.pictures} 张图片。` });
  return problems;
}

/**
 * Takes out of a text what could name a person: ID numbers, phones, bank accounts, plates and WeChat-like handles become
 * `［已隐去］`. A first proposal for the public wording; a person still reads it before it is published.
 */
export function redact(text: string): string {
  return text
    .replace(/[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx]/g, HIDDEN)
    .replace(/(?<!\d)(?:\d[ -]?){12,19}(?!\d)/g, HIDDEN)
    .replace(/(?<!\d)(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d){8}(?!\d)/g, HIDDEN)
    .replace(/(?<!\d)0\d{2,3}[ -]?\d{7,8}(?!\d)/g, HIDDEN)
    .replace(/[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·]?[A-Z0-9]{5,6}/g, HIDDEN)
    .replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, HIDDEN);
}
const HIDDEN = '［已隐去］';

/** The overlapping pairs of signs a text consists of, blanks and punctuation left out: the grain of search in Chinese. */
export function pairsOf(text: string): Set<string> {
  const signs = Array.from(text.toLowerCase().replace(/[\p{P}\p{S}\s]/gu, ''));
  return new Set(signs.slice(0, -1).map((sign, at) => sign + signs[at + 1]!));
}

/** How alike two texts are, 0 to 1: the share of pairs they have in common (Sørensen–Dice). */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  let common = 0;
  for (const pair of one) if (other.has(pair)) common += 1;
  return (2 * common) / (one.size + other.size);
}
/** From here on two texts are shown to the author as similar. */
export const SIMILAR_FROM = 0.25;
