import { likeness, pairsOf } from '../kernel/alike-text.ts';
import { isDay } from '../kernel/day.ts';
import type { Day } from '../kernel/day.ts';
import { move } from '../kernel/moves.ts';
import type { Moves } from '../kernel/moves.ts';
import { redact } from '../kernel/redact.ts';
import { allow, refuse } from '../kernel/verdict.ts';
import type { FieldProblem, Verdict } from '../kernel/verdict.ts';

export const GUIDE_LIMITS = { question: 120, answer: 2000, leaflet: 6000, source: 120, phone: 30, reason: 200, search: 60 } as const;

/** What stands on the public guide: answers to what is asked, policies in plain words, and whom else to call. */
export const GUIDE_KINDS = ['question', 'leaflet', 'contact'] as const;
export type GuideKind = (typeof GUIDE_KINDS)[number];
export const GUIDE_KIND_LABELS: Record<GuideKind, string> = { question: '问答', leaflet: '政策明白纸', contact: '常用电话' };

/** The shelves of the public guide 便民栏. */
export const GUIDE_TOPICS = [
  { code: 'enrolment', label: '参保缴费' }, { code: 'benefit', label: '待遇领取' }, { code: 'change', label: '信息变更' }, { code: 'transfer', label: '转移接续' },
  { code: 'card', label: '社保卡' }, { code: 'hall', label: '到厅办事' }, { code: 'other', label: '其他' },
] as const;
export type GuideTopic = (typeof GUIDE_TOPICS)[number]['code'];
export const topicLabel = (topic: GuideTopic): string => GUIDE_TOPICS.find(({ code }) => code === topic)?.label ?? '';

/** One version of an entry: written by somebody who answers, let in by an editor. */
export type GuideState = 'proposed' | 'returned' | 'published' | 'dropped';
export type GuideAction = 'approve' | 'return' | 'revise' | 'drop';
export const GUIDE_MOVES: Moves<GuideState, GuideAction> = {
  proposed: { approve: 'published', return: 'returned', revise: 'proposed', drop: 'dropped' },
  returned: { revise: 'proposed', drop: 'dropped' },
  // What was public stays as it was; a change is a next version, an end is a day.
  published: {}, dropped: {},
};
export const GUIDE_STATE_LABELS: Record<GuideState, string> = { proposed: '待审核', returned: '退回修改', published: '已发布', dropped: '不采用' };

/** Whether the version may go on. @param ownWords the editor wrote it: two people look before everybody does */
export function decideGuide(action: GuideAction, { state, ownWords }: { state: GuideState; ownWords: boolean }): Verdict<GuideState> {
  const next = move(GUIDE_MOVES, state, action);
  if (!next.ok) return refuse('GUIDE_MOVE_NOT_ALLOWED', `这一版现在是“${GUIDE_STATE_LABELS[state]}”，不能这样操作，请刷新后再看。`);
  if (action === 'approve' && ownWords) return refuse('GUIDE_OWN_WORDS', '自己写的要请另一位审核人来发布。');
  return allow(next.value);
}

export interface GuidePeriod { effectiveFrom: Day | null; effectiveTo: Day | null }
export const guideInForce = ({ effectiveFrom, effectiveTo }: GuidePeriod, day: Day): boolean => effectiveFrom !== null && effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo);

/** How a published version stands on a day. */
export type GuideStand = 'upcoming' | 'in-force' | 'ended';
export const GUIDE_STAND_LABELS: Record<GuideStand, string> = { upcoming: '未到生效日', 'in-force': '生效中', ended: '已停用' };
export const guideStand = (period: GuidePeriod, day: Day): GuideStand => (guideInForce(period, day) ? 'in-force' : period.effectiveFrom !== null && period.effectiveFrom > day ? 'upcoming' : 'ended');

/** As `redact`, but the hall's own phones stay: they are there to be called. */
export function redactExcept(text: string, keep: readonly string[]): string {
  const [first, ...rest] = keep.filter((phone) => phone !== '');
  if (first === undefined) return redact(text);
  return text.split(first).map((piece) => redactExcept(piece, rest)).join(first);
}

/** `question` is the title of a leaflet and the name of whom to call; `source` the document a leaflet is out of. */
export interface GuideWords { question: string; answer: string; topic: string; kind?: GuideKind; source?: string | null; phone?: string | null }

/** What the parts of an entry are called, by kind. */
const PARTS: Record<GuideKind, { head: string; body: string }> = { question: { head: '问题', body: '答复' }, leaflet: { head: '标题', body: '正文' }, contact: { head: '单位名称', body: '地址、时间和能办什么' } };
const PHONE = /^[0-9+()（）\- 转]{3,30}$/;

/**
 * What is wrong with a wording for everybody. @param keep phones that may stand in it
 * @param names of whoever asked: nobody finds their own name in public
 */
export function guideProblems({ question, answer, topic, kind = 'question', source = null, phone = null }: GuideWords, keep: readonly string[], names: readonly string[]): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const wrong = (path: string, message: string) => problems.push({ path, code: 'GUIDE_INVALID', message });
  const length = (text: string) => Array.from(text.trim()).length;
  const { head, body } = PARTS[kind];
  const most = kind === 'leaflet' ? GUIDE_LIMITS.leaflet : GUIDE_LIMITS.answer;
  if (!GUIDE_TOPICS.some(({ code }) => code === topic)) wrong('topic', '请选一个类别。');
  if (length(question) < 4) wrong('question', `请把${head}写完整。`);
  if (length(question) > GUIDE_LIMITS.question) wrong('question', `${head}最多 ${GUIDE_LIMITS.question} 个字。`);
  if (length(answer) < 4) wrong('answer', `请把${body}写完整。`);
  if (length(answer) > most) wrong('answer', `${body}最多 ${most} 个字。`);
  if (kind === 'leaflet' && (length(source ?? '') < 2 || length(source ?? '') > GUIDE_LIMITS.source)) wrong('source', `请写明出处，例如文号，${GUIDE_LIMITS.source} 个字以内。`);
  if (kind === 'contact' && (!PHONE.test((phone ?? '').trim()) || /(?<!\d)1[3-9]\d{9}(?!\d)/.test((phone ?? '').replace(/\D/g, '')))) wrong('phone', '请写单位的电话，例如 12333 或 0710-1234567，不要写个人手机号。');
  for (const [path, text] of [['question', question], ['answer', answer]] as const) {
    if (redactExcept(text, phone === null ? keep : [...keep, phone.trim()]) !== text || names.some((name) => name.length > 1 && text.includes(name))) wrong(path, '这里还有能认出个人的内容（姓名、证件号、手机号、卡号），请先去掉。');
  }
  return problems;
}

/** What is wrong with the day a version begins on. */
export const guideDayProblems = (effectiveFrom: string, today: Day): FieldProblem[] =>
  (isDay(effectiveFrom) && effectiveFrom >= today ? [] : [{ path: 'effectiveFrom', code: 'GUIDE_INVALID', message: '生效日期最早从今天起。' }]);

/** All of an entry but its head. */
const bodyOf = ({ answer, source, phone }: Readable): string => [answer, source, phone].filter((part) => typeof part === 'string').join('\n');

/** An entry ready to be looked up. */
export interface Readable { id: string; question: string; answer: string; source?: string | null; phone?: string | null }
export interface Indexed extends Readable { questionPairs: ReadonlySet<string>; wholePairs: ReadonlySet<string> }
export const indexed = <T extends Readable>(entry: T): T & Indexed => ({ ...entry, questionPairs: pairsOf(entry.question), wholePairs: pairsOf(`${entry.question}\n${bodyOf(entry)}`) });

const share = (asked: ReadonlySet<string>, of: ReadonlySet<string>): number => {
  let common = 0;
  for (const pair of asked) if (of.has(pair)) common += 1;
  return asked.size === 0 ? 0 : common / asked.size;
};
const byScore = <T extends Readable>(scored: { entry: T; score: number }[]): T[] =>
  scored.sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1)).map(({ entry }) => entry);

/**
 * Finds by words somebody typed to look something up: each of them, parted by blanks, must stand in the entry, or nearly all of their pairs
 * of signs. Found in the question counts more than found in the answer. Without words: all, as they are.
 */
export function searchGuide<T extends Indexed>(entries: readonly T[], words: string): T[] {
  const terms = words.trim().toLowerCase().split(/\s+/).filter((term) => term !== '');
  if (terms.length === 0) return [...entries];
  const scoreOf = (entry: T, term: string): number => {
    if (entry.question.toLowerCase().includes(term)) return 2;
    if (bodyOf(entry).toLowerCase().includes(term)) return 1;
    const pairs = pairsOf(term);
    return pairs.size >= 2 && share(pairs, entry.wholePairs) >= 0.6 ? share(pairs, entry.questionPairs) : 0;
  };
  return byScore(entries.flatMap((entry) => {
    const scores = terms.map((term) => scoreOf(entry, term));
    return scores.every((score) => score > 0) ? [{ entry, score: scores.reduce((sum, score) => sum + score, 0) }] : [];
  }));
}

/** From here on an entry is shown to somebody who is writing a question. */
const ALIKE_FROM = 0.2;

/** The entries a question that is being written may already be answered by, the most alike first. */
export function guideMatches<T extends Indexed>(entries: readonly T[], text: string, most: number): T[] {
  const asked = pairsOf(text);
  if (asked.size < 2) return [];
  const scored = entries.map((entry) => ({ entry, score: Math.max(likeness(asked, entry.questionPairs), 0.6 * share(entry.questionPairs, asked)) }));
  return byScore(scored.filter(({ score }) => score >= ALIKE_FROM)).slice(0, most);
}
