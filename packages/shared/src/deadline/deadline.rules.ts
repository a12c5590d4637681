import { isDay } from '../kernel/day.ts';
import type { Day } from '../kernel/day.ts';
import type { FieldProblem } from '../kernel/verdict.ts';

/** How long after the due day the higher superiors are added, in working days. */
export interface Ladder { leaderAfter: number; directorAfter: number }

/** What a deadline is measured by. It is frozen into each deadline when that is opened; a later version never touches it. */
export interface DeadlineRule {
  code: DeadlineCode;
  /** 0 is the catalogue's own; a hall's versions count from 1. */
  version: number;
  label: string;
  /** Counted after the day it begins; null when the day itself is given by the matter in hand. */
  workingDays: number | null;
  /** The owner is warned when the hall opens this many working days before the due day; 0 is the due day itself. */
  warnDays: number;
  /** Null: nobody above the owner is told, because it is a resident who may act or let it be. */
  ladder: Ladder | null;
  /** The most working days it may be extended, once; 0 for never. */
  extensionDays: number;
  /** What it rests on, for people. `{n}` stands for the working days. */
  basis: string;
}

const LADDER: Ladder = { leaderAfter: 1, directorAfter: 3 };
const rule = (label: string, workingDays: number | null, basis: string, more: Partial<Pick<DeadlineRule, 'warnDays' | 'ladder' | 'extensionDays'>> = {}) =>
  ({ label, workingDays, warnDays: workingDays !== null && workingDays > 1 ? 1 : 0, ladder: LADDER as Ladder | null, extensionDays: 0, basis, ...more });

/** Everything the hall owes somebody by a day, with what holds until a hall sets its own. */
export const DEADLINE_CATALOGUE = {
  review: rule('网上预审', 2, '收到网上申请后 {n} 个工作日内审核完毕', { extensionDays: 1 }),
  'rejected-fix': rule('省系统退回补办', null, '按省系统退回时给出的期限补办', { warnDays: 2 }),
  'suggestion.triage': rule('意见分办', 1, '收到意见后 {n} 个工作日内分办'),
  'suggestion.accept': rule('意见受理', 1, '分办后 {n} 个工作日内受理'),
  'suggestion.plan': rule('公布办理方案', 3, '受理后 {n} 个工作日内公布办理方案', { extensionDays: 2 }),
  'suggestion.reply': rule('答复意见', 5, '受理后 {n} 个工作日内答复；情况复杂的可延期一次', { extensionDays: 10 }),
  'suggestion.carry-out': rule('完成整改', null, '按整改方案写明的日期完成', { warnDays: 2, extensionDays: 10 }),
  'suggestion.measure': rule('登记整改效果', null, '观察期满的当天登记整改有没有达到目标', { warnDays: 1 }),
  'suggestion.confirm': rule('群众确认答复', 10, '答复后 {n} 个工作日内由提出人确认', { ladder: null }),
  'enquiry.answer': rule('答复咨询', 1, '收到咨询后 {n} 个工作日内答复；要查证的可延期一次', { extensionDays: 3 }),
  'rating.contact': rule('差评联系', 1, '收到差评后 {n} 个工作日内联系评价人（好差评制度）'),
  'rating.verify': rule('差评核实', 2, '联系后 {n} 个工作日内核实（好差评制度）', { extensionDays: 3 }),
  'rating.rectify': rule('差评整改', 2, '核实后 {n} 个工作日内整改（好差评制度）', { extensionDays: 10 }),
  'rating.answer': rule('差评反馈', 1, '整改后 {n} 个工作日内反馈评价人（好差评制度）'),
  'rating.revisit': rule('差评回访', 5, '反馈后 {n} 个工作日内回访（好差评制度）'),
  'relay.acknowledge': rule('信息传达签收', 1, '传达后 {n} 个工作日内签收（信息传达及时）'),
  'rights.contact': rule('维权联系', 1, '受理后 {n} 个工作日内联系本人（权益维护及时）'),
  'rights.service': rule('维权办结', 10, '受理后 {n} 个工作日内办结（权益维护及时）', { warnDays: 2, extensionDays: 5 }),
  'fund.pay': rule('资金发放', null, '按批次约定的发放日发放（资金发放及时）', { warnDays: 1 }),
  'appraisal.rectify': rule('公布评议整改', 10, '评议结果公布后 {n} 个工作日内公布整改情况', { warnDays: 2 }),
  'dispute.answer': rule('答复时间异议', 5, '收到异议后 {n} 个工作日内核对并答复', { extensionDays: 3 }),
  'box.open': rule('开启意见箱', null, '按公布的开箱日开箱'),
} as const satisfies Record<string, Omit<DeadlineRule, 'code' | 'version'>>;

export type DeadlineCode = keyof typeof DEADLINE_CATALOGUE;
export const DEADLINE_CODES = Object.keys(DEADLINE_CATALOGUE) as DeadlineCode[];
/** What a negative rating owes is told month by month: a live count that goes up by one would tell a clerk how the last one rated. */
export const isToldByTheMonth = (code: DeadlineCode): boolean => code.startsWith('rating.');
export const isDeadlineCode = (text: string): text is DeadlineCode => Object.hasOwn(DEADLINE_CATALOGUE, text);

/** A hall's own version of a rule, from a day on. */
export interface RuleVersion { code: DeadlineCode; version: number; inForceFrom: Day; workingDays: number | null; warnDays: number; ladder: Ladder | null; extensionDays: number; basis: string }

export const defaultRule = (code: DeadlineCode): DeadlineRule => ({ code, version: 0, ...DEADLINE_CATALOGUE[code] });

/** The rule in force on `day`: of the hall's versions begun by then the highest, else the catalogue's. */
export function ruleOn(code: DeadlineCode, versions: readonly RuleVersion[], day: Day): DeadlineRule {
  const [latest] = versions.filter((each) => each.code === code && each.inForceFrom <= day).sort((a, b) => (a.inForceFrom === b.inForceFrom ? b.version - a.version : a.inForceFrom < b.inForceFrom ? 1 : -1));
  if (!latest) return defaultRule(code);
  const { version, workingDays, warnDays, ladder, extensionDays, basis } = latest;
  return { code, version, label: DEADLINE_CATALOGUE[code].label, workingDays, warnDays, ladder, extensionDays, basis };
}

/** The basis as a sentence. */
export const basisText = ({ basis, workingDays }: Pick<DeadlineRule, 'basis' | 'workingDays'>): string => basis.replace('{n}', String(workingDays ?? ''));

const MOST = { workingDays: 60, extensionDays: 60, ladder: 30 };
const whole = (value: number, least: number, most: number) => Number.isInteger(value) && value >= least && value <= most;

/** What is wrong with a new version. `today`: a version may only begin later, because what was promised today stands. */
export function ruleProblems(version: Omit<RuleVersion, 'version'>, today: Day): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const wrong = (path: string, message: string) => problems.push({ path, code: 'DEADLINE_RULE_INVALID', message });
  const given = DEADLINE_CATALOGUE[version.code].workingDays === null;
  if (!isDay(version.inForceFrom) || version.inForceFrom <= today) wrong('inForceFrom', '新期限最早从明天起执行');
  if (given !== (version.workingDays === null)) wrong('workingDays', given ? '这类事项的日期由批次给出，不用填天数' : '请填写办理天数');
  if (version.workingDays !== null && !whole(version.workingDays, 1, MOST.workingDays)) wrong('workingDays', `请填 1 到 ${MOST.workingDays} 个工作日`);
  if (!whole(version.warnDays, 0, Math.max(0, (version.workingDays ?? 10) - 1))) wrong('warnDays', '提醒要在开始之后、到期之前');
  if (!whole(version.extensionDays, 0, MOST.extensionDays)) wrong('extensionDays', `请填 0 到 ${MOST.extensionDays} 个工作日`);
  if (version.ladder) {
    if (!whole(version.ladder.leaderAfter, 1, MOST.ladder)) wrong('ladder.leaderAfter', `请填 1 到 ${MOST.ladder} 个工作日`);
    if (!whole(version.ladder.directorAfter, version.ladder.leaderAfter, MOST.ladder)) wrong('ladder.directorAfter', '报局长不能早于报带班领导');
  }
  if (version.basis.trim().length === 0) wrong('basis', '请写明依据');
  return problems;
}
