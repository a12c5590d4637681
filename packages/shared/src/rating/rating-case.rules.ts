import { RATING_LEVELS } from './rating.rules.ts';
import type { RatingVerdict } from './rating-case.moves.ts';

/** Everything that is written down about a case. */
export type RatingCaseStepKind =
  | 'open' | 'contact' | 'tried' | 'no-way' | 'reply' | 'ask' | 'clerk-answer' | 'appeal' | 'objection'
  | 'verdict' | 'propose' | 'confirm' | 'refuse' | 'rectify' | 'answer' | 'revisit' | 'reopen' | 'close' | 'stands' | 'sent-back';

export const RATING_STEP_LABELS: Record<RatingCaseStepKind, string> = {
  open: '收到差评', contact: '联系评价人', tried: '联系未成', 'no-way': '无法联系', reply: '评价人回复', ask: '请当事人说明', 'clerk-answer': '当事人说明', appeal: '当事人申诉', objection: '评价人异议',
  verdict: '核实结果', propose: '提出认定', confirm: '复核同意', refuse: '复核退回', rectify: '整改措施', answer: '答复评价人', revisit: '回访', reopen: '重新整改', close: '办结', stands: '复议维持', 'sent-back': '复议退回',
};

/** What the person who rated may follow, in words said to them; what the house says among itself stays there. */
const TOLD: Partial<Record<RatingCaseStepKind, string>> = {
  open: '收到您的评价', contact: '负责人写信给您', 'no-way': '没有账户，写不了信给您', reply: '您回复了', objection: '您提出异议', verdict: '核实结果', rectify: '整改措施', answer: '答复您', revisit: '回访', reopen: '重新整改', close: '办结',
  stands: '复议：维持核实结果', 'sent-back': '复议：重新核实',
};
/** Null for what is not told. */
export const toldToRater = (kind: RatingCaseStepKind): string | null => TOLD[kind] ?? null;

/** Said to the person who rated: what was found, without a reproach. */
export const VERDICT_SENTENCES: Record<RatingVerdict, string> = {
  valid: '情况属实，是我们没有做好，正在改。',
  'no-basis': '查了当时的记录，没有找到能认定的依据。',
  mistaken: '经两位工作人员核对，认为这次评价可能点错了。',
  malicious: '经两位工作人员核对，认为这次评价和当时的情况不符。',
};
export const RATING_STAYS = '您的评价原样保留、照常计入统计，不会删改。';

export const CASE_WORDS_LENGTH = 300;
export const QUESTION_LENGTH = { least: 10, most: 200 };
/** As many signs in a row that stand in the person's own words count as quoting. */
const QUOTED = 6;

/** Things to ask that fit most cases and give nothing away; the head may write another. */
export const RATING_QUESTIONS: readonly { code: string; label: string; question: string }[] = [
  { code: 'manner', label: '服务态度', question: '有群众希望窗口说话再耐心一些。请说说您平时怎样接待着急或听不清的群众，当月有没有印象深的一次。' },
  { code: 'telling', label: '一次性告知', question: '有群众希望一次把要带的材料讲清楚。请说说您平时怎样做一次性告知，当月有没有让群众再跑一趟的情况。' },
  { code: 'pace', label: '办理快慢', question: '有群众希望窗口办得再快一些。请说说当月有没有办理时间较长的业务，是什么原因。' },
  { code: 'result', label: '办理结果', question: '有群众对办理结果有疑问。请说说当月有没有没办成的业务，您是怎样解释和指引的。' },
];

const LEVELS = new RegExp(`差评|好评|[一二三四五1-5]颗?星(?!期)|${RATING_LEVELS.map(({ label }) => label).join('|')}`);
const MOMENTS = /\d{1,2}\s*[:：点时]|\d{1,2}\s*月\s*\d{1,2}\s*[日号]|\d{4}-\d{2}-\d{2}|今天|昨天|前天|上午|下午|中午|早上|周[一二三四五六日天]|星期[一二三四五六日天]|刚才/;
const plain = (text: string): string => text.replace(/[\s，。！？、；：“”‘’（）,.!?;:"'()]/g, '');

/** True when the text holds six signs in a row that stand in `source`, punctuation aside. */
export function quotes(text: string, source: string): boolean {
  const [said, from] = [plain(text), plain(source)];
  for (let at = 0; at + QUOTED <= said.length; at += 1) if (from.includes(said.slice(at, at + QUOTED))) return true;
  return false;
}

/**
 * Why this question may not go to the clerk concerned, or null. It may tell neither the level, nor when, nor the words:
 * from each of these she could know who it was.
 */
export function questionProblem(question: string, words: string | null): string | null {
  const length = Array.from(question.trim()).length;
  if (length < QUESTION_LENGTH.least || length > QUESTION_LENGTH.most) return `请写 ${QUESTION_LENGTH.least} 到 ${QUESTION_LENGTH.most} 个字。`;
  if (LEVELS.test(question)) return '问题里不要提评价的等级。';
  if (MOMENTS.test(question)) return '问题里不要提具体的日子和时间，最多说到“当月”。';
  if (/\d{6,}/.test(question)) return '问题里不要写证件号、电话等号码。';
  return words !== null && quotes(question, words) ? '问题里不要照抄评价人的原话，请换个说法。' : null;
}
