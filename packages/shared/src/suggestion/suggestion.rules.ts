import type { FieldProblem } from '../kernel/verdict.ts';

export { bareText, gramKey, likeness, pairsOf, signsOf } from '../kernel/alike-text.ts';
export { CONTENT_VERDICT_LABELS } from '../kernel/content-verdict.ts';
export type { ContentVerdict } from '../kernel/content-verdict.ts';
export { redact } from '../kernel/redact.ts';

export const SUGGESTION_LIMITS = { least: 5, most: 1000, pictures: 9, answer: 2000, note: 500, reason: 200, aDay: 20 } as const;

/** What a suggestion is about; the hall sorts its post by it. */
export const SUGGESTION_TOPICS = [
  { code: 'window', label: '窗口服务' }, { code: 'waiting', label: '排队等候' }, { code: 'materials', label: '材料手续' }, { code: 'policy', label: '政策待遇' },
  { code: 'premises', label: '大厅环境' }, { code: 'online', label: '网上和手机' }, { code: 'other', label: '其他' },
] as const;
export type SuggestionTopic = (typeof SUGGESTION_TOPICS)[number]['code'];

/** Whether others may see it. `hidden`: taken from view afterwards; a tombstone with the reason stays. */
export type SuggestionVisibility = 'private' | 'public' | 'hidden';
export type SuggestionIdentity = 'named' | 'anonymous';
export const VISIBILITY_LABELS: Record<SuggestionVisibility, string> = { private: '未公开', public: '已公开', hidden: '已撤下' };

/** What everybody sees of it: nothing, all of its public wording, or only that it was there and why it is not shown. */
export type PublicFace = 'none' | 'whole' | 'tombstone';
export interface FaceFacts { visibility: SuggestionVisibility; worded: boolean; wishesPublic: boolean; declined: boolean; withdrawn: boolean }

/** Only what its author wished public ever shows; what was hidden or declined leaves a tombstone, so that nothing vanishes. */
export function publicFaceOf({ visibility, worded, wishesPublic, declined, withdrawn }: FaceFacts): PublicFace {
  if (!wishesPublic || withdrawn) return 'none';
  if (visibility === 'hidden') return 'tombstone';
  if (visibility === 'public' && worded) return 'whole';
  return declined ? 'tombstone' : 'none';
}

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

/** From here on two texts are shown to the author as similar. */
export const SIMILAR_FROM = 0.25;
