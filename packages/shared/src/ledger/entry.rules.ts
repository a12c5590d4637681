import { canonicalJson } from '../kernel/canonical-json.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { Day } from '../kernel/day.ts';
import type { Digest } from './merkle.rules.ts';

/** Every kind of entry, with what it says to people. Kinds are added, never changed. */
export const LEDGER_KINDS = {
  'ledger.begun': '账本启用', 'ledger.key': '更换签名密钥', 'calendar.year': '工作日历', 'holder.named': '部门与窗口', 'day.totals': '当日号票总数',
  fact: '办事记录', 'commitment.published': '承诺发布', 'commitment.withdrawn': '承诺停用', 'exclusion.made': '剔除', 'figure.published': '兑现数据',
  'dispute.raised': '时间异议', 'dispute.answered': '异议答复', 'ratings.month': '好差评月度汇总',
  'star.committed': '评选方案', 'star.ballots': '选票', 'star.closed': '评选计票', 'star.final': '评选结果',
  'flag.formula': '红旗窗口办法', 'flag.result': '红旗窗口结果', 'appraisal.opened': '科室评议开启', 'appraisal.drawn': '科室评议抽取', 'appraisal.result': '科室评议结果', 'appraisal.rectified': '科室评议整改',
  'assessment.formula': '考核办法', 'assessment.sealed': '考核结果封存', checkpoint: '每日封账',
} as const;
export type LedgerKind = keyof typeof LEDGER_KINDS;
export const isLedgerKind = (text: string): text is LedgerKind => Object.keys(LEDGER_KINDS).includes(text);

/** One line of the ledger. `seq` counts from 1 without a gap; `prev` is the hash of the line before. */
export interface LedgerEntry { seq: number; prev: string; kind: LedgerKind; day: Day; body: { readonly [name: string]: Json } }

/** What the first entry names as its forerunner. */
export const NO_ENTRY = '0'.repeat(64);

/** The hash that the next entry names: of the entry as canonical JSON, without its own hash. */
export const entryHash = (digest: Digest, entry: LedgerEntry): string => digest(entryText(entry));

/** The names of an entry in the order of its line: these and no others. */
export const ENTRY_NAMES = 'body,day,kind,prev,seq';

/** The entry's line in an export, without the line end. */
export const entryText = ({ seq, prev, kind, day, body }: LedgerEntry): string => canonicalJson({ seq, prev, kind, day, body });
