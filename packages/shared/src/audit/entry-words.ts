import { DISPUTE_LABELS, EXCLUSION_REASONS } from '../commitment/commitment.moves.ts';
import { MEASURABLE_EVENTS, isMeasurableEvent } from '../commitment/measurable-events.ts';
import { clockOf, dayLabel, dayOf, isDay, yearOf } from '../kernel/day.ts';
import { percentWords } from '../kernel/percent-words.ts';
import type { LedgerKind } from '../ledger/entry.rules.ts';

type Said = Readonly<Record<string, unknown>>;
type Read = (value: unknown, body: Said) => string;
type Field = readonly [name: string, label: string, read?: Read];

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const by = (words: Readonly<Record<string, string>>): Read => (value) => words[String(value)] ?? String(value);
const counted = (unit: string): Read => (value) => `${list(value).length} ${unit}`;
const number = (unit: string): Read => (value) => `${Number(value)} ${unit}`;
const together: Read = (value) => list(value).join('、') || '没有';
const day: Read = (value) => (isDay(String(value)) ? `${yearOf(String(value))}年${dayLabel(String(value))}` : String(value));
const month: Read = (value) => (/^\d{4}-\d{2}$/.test(String(value)) ? `${String(value).slice(0, 4)}年${Number(String(value).slice(5))}月` : '近 90 天');
const moment: Read = (value, body) => `${day(dayOf(Number(value)), body)} ${clockOf(Number(value))}`;
const share: Read = (value) => percentWords(Number(value));
const yesNo: Read = (value) => (value ? '是' : '否');
/** Two bounds, or one number where both are the same. */
const between = (words: (value: number) => string): Read => (value) => [...new Set(list(value).map(Number))].map(words).join(' 到 ');

const eventWords: Read = (value) => (isMeasurableEvent(String(value)) ? MEASURABLE_EVENTS[String(value) as keyof typeof MEASURABLE_EVENTS].label : String(value));
/** Of what people wrote only the day is kept. */
const eventMoment: Read = (value, body) => (isMeasurableEvent(String(body.event)) && MEASURABLE_EVENTS[String(body.event) as keyof typeof MEASURABLE_EVENTS].precision === 'day' ? day(dayOf(Number(value)), body) : moment(value, body));
const CLASSES = { booked: '预约号', walkin: '普通号', care: '爱心号' };
const ABOUT: Readonly<Record<string, string>> = { cls: '号别', ready: '材料备齐', window: '窗口', staff: '经办', department: '科室', matters: '事项', matter: '事项' };
const about: Read = (value) => Object.entries((value ?? {}) as Said).map(([name, said]) => `${ABOUT[name] ?? name} ${Array.isArray(said) ? said.join('、') : name === 'cls' ? by(CLASSES)(said, {}) : typeof said === 'boolean' ? yesNo(said, {}) : String(said)}`).join('\n') || '没有';
const classTotals: Read = (value) => list(value).map((each) => { const { cls, last, served, left, unserved } = each as Said; return `${by(CLASSES)(cls, {})}发到 ${String(last)} 号，办结 ${String(served)}，离开 ${String(left)}，未办 ${String(unserved)}`; }).join('；') || '没有发号';

const PROMISE: readonly Field[] = [['c', '承诺代号'], ['v', '第几版']];
const ROUND: Field = ['c', '评选代号'];
const APPRAISAL: Field = ['c', '评议代号'];

/** What each kind of line says, field by field, in the order in which it is read. What is not named here stands in the raw text alone. */
const FIELDS: Readonly<Record<LedgerKind, readonly Field[]>> = {
  'ledger.begun': [['hall', '大厅'], ['ledger', '账本名'], ['key', '签名公钥']],
  'ledger.key': [['ledger', '账本名'], ['old', '原来的公钥'], ['key', '新的公钥']],
  'calendar.year': [['year', '年份'], ['provisional', '还等正式通知', yesNo], ['holidays', '放假', counted('天')], ['workdays', '调休上班', counted('天')]],
  'holder.named': [['kind', '是什么', by({ department: '科室', window: '窗口', staff: '工作人员' })], ['name', '名称'], ['code', '代号']],
  'day.totals': [['day', '哪一天', day], ['classes', '号票', classTotals]],
  fact: [['event', '做了什么', eventWords], ['at', '什么时候', eventMoment], ['s', '哪一件（随机代号）'], ['of', '情况', about], ['seal', '给本人核对的封签']],
  'commitment.published': [['wording', '承诺'], ['from', '起算', day], ['holder', '谁承诺的（代号）'], ...PROMISE],
  'commitment.withdrawn': [['to', '执行到', day], ...PROMISE],
  'exclusion.made': [['reason', '原因', by(EXCLUSION_REASONS)], ['s', '剔除哪一件（代号）'], ['ordinal', '第几次计时'], ['by', '提出和同意的人（代号）', together], ...PROMISE],
  'figure.published': [['period', '哪段时间', month], ['asOf', '截至', day], ['rate', '兑现率', share], ['met', '达标', number('件')], ['broken', '未达标', number('件')], ['ended', '居民中止', number('件')], ['excluded', '剔除', number('件')], ['paused', '停过表', number('件')], ['disputed', '有异议', number('件')], ['upheld', '异议成立', number('件')], ...PROMISE],
  'dispute.raised': [['s', '对哪一件有异议（代号）']],
  'dispute.answered': [['outcome', '结论', by(DISPUTE_LABELS)], ['s', '哪一件（代号）'], ['by', '答复的人（代号）']],
  'ratings.month': [['month', '哪个月', month], ['served', '办结', number('件')], ['rated', '评价', between((count) => `${count} 条`)], ['active', '主动评价率', between(percentWords)], ['good', '好评率', between(percentWords)], ['part', '第几部分'], ['leaves', '评价的指纹', counted('个')], ['root', '总指纹']],
  'star.committed': [['month', '评选月份', month], ['opens', '开始投票', moment], ['closes', '截止', moment], ['candidates', '候选人', counted('位')], ['tie', '票数相同时', by({ shared: '都是标兵', rate: '看五分钟办结率' })], ['objectionDays', '公示', number('个工作日')], ROUND],
  'star.ballots': [['ballots', '选票', counted('张')], ['part', '第几部分'], ROUND],
  'star.closed': [['ballots', '选票', number('张')], ['roll', '投过票的人', number('位')], ['root', '选票总指纹'], ROUND],
  'star.final': [['winners', '标兵（代号）', together], ['struck', '取消资格（代号）', together], ROUND],
  'flag.formula': [['from', '从哪个月起', month], ['least', '最少办结', number('件')], ['places', '取前几名']],
  'flag.result': [['month', '哪个月', month], ['windows', '参加计算', counted('个窗口')], ['flagged', '红旗窗口（代号）', together]],
  'appraisal.opened': [['department', '科室（代号）'], ['population', '可以抽取', number('人')], ['invite', '准备邀请', number('人')], ['closes', '截止', day], ['root', '名单总指纹'], ['part', '第几部分'], ['tokens', '抽签编号', counted('个')], APPRAISAL],
  'appraisal.drawn': [['invited', '抽取', number('人')], ['from', '用哪天的封账抽', day], ['seed', '抽签的种子'], ['drawn', '抽中编号的总指纹'], APPRAISAL],
  'appraisal.result': [['invited', '邀请', number('人')], ['answers', '作答', number('人')], ['due', '整改最迟', day], APPRAISAL],
  'appraisal.rectified': [['text', '科室怎么改'], APPRAISAL],
  'assessment.formula': [['from', '从哪个月起', month], ['target', '办结多少件算满分', number('件')]],
  'assessment.sealed': [['month', '哪个月', month], ['corrected', '是更正的', yesNo], ['cards', '封存的考核卡', counted('张')]],
  checkpoint: [['day', '封到哪一天', day], ['size', '封住', number('条')], ['root', '总指纹'], ['signature', '签名']],
};

/** A line of the ledger as people read it: what each field is called and says. Null for a kind this program does not know yet. */
export function entryFields(kind: string, body: Said): [label: string, words: string][] | null {
  if (!Object.prototype.hasOwnProperty.call(FIELDS, kind)) return null;
  return FIELDS[kind as LedgerKind].flatMap(([name, label, read = String]): [string, string][] => {
    const value = body[name];
    return value === undefined || value === null ? [] : [[label, read(value, body)]];
  });
}
