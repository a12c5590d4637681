import { isDay } from '../kernel/day.ts';
import type { Day, Instant } from '../kernel/day.ts';
import type { Fen } from '../kernel/money.ts';
import { move } from '../kernel/moves.ts';
import type { Moves } from '../kernel/moves.ts';
import { allow, refuse } from '../kernel/verdict.ts';
import type { FieldProblem, Refusal, Verdict } from '../kernel/verdict.ts';

export type FundState = 'due' | 'paying' | 'paid' | 'void';
export type FundAction = 'start' | 'settle' | 'void';

/** A batch is paid when its last person has the money; until then it is being paid, whatever the bank has taken already. */
export const FUND_MOVES: Moves<FundState, FundAction> = {
  due: { start: 'paying', void: 'void' },
  paying: { settle: 'paid' },
  paid: {}, void: {},
};
export const FUND_STATE_LABELS: Record<FundState, string> = { due: '待发放', paying: '发放中', paid: '已发放', void: '已作废' };

export const FUND_KINDS = { pension: '养老待遇', subsidy: '缴费补贴', funeral: '丧葬补助', refund: '退费', other: '其他专项' } as const;
export type FundKind = keyof typeof FUND_KINDS;
export const FUND_KIND_CODES = Object.keys(FUND_KINDS) as FundKind[];
export const fundKindOf = (label: string): FundKind | null => FUND_KIND_CODES.find((code) => FUND_KINDS[code] === label.trim()) ?? null;

/** Why the bank could not pay somebody. */
export const FAILURE_REASONS = { 'account-wrong': '账号或户名不符', 'account-closed': '账户已销户', 'account-frozen': '账户冻结或睡眠', 'card-inactive': '社保卡未激活', 'bank-error': '银行系统原因', deceased: '人员状态异常' } as const;
export type FailureReason = keyof typeof FAILURE_REASONS;
export const FAILURE_REASON_CODES = Object.keys(FAILURE_REASONS) as FailureReason[];
export type FailureState = 'failed' | 'settled';

export interface FundFacts {
  state: FundState;
  /** Whether the bank has paid all it could. */
  paidOut: boolean;
  persons: number;
  /** Failures not settled yet, in persons. */
  failing: number;
}

/** Code: MOVE_NOT_ALLOWED, FUND_NOT_PAID_OUT, FUND_STILL_FAILING. */
export function decideFund(action: FundAction, facts: FundFacts): Verdict<FundState> {
  const next = move(FUND_MOVES, facts.state, action);
  return next.ok ? (action === 'settle' ? unsettled(facts) : null) ?? allow(next.value) : next;
}
const unsettled = ({ paidOut, failing }: FundFacts): Refusal | null => {
  if (!paidOut) return refuse('FUND_NOT_PAID_OUT', '请先登记银行已经发放。');
  return failing > 0 ? refuse('FUND_STILL_FAILING', `还有 ${failing} 人没有发成，办好后再结清。`) : null;
};

export type FundOffer = 'start' | 'void' | 'fail' | 'pay-out' | 'retry';
/** What may be done with a batch now. */
export const fundOffers = ({ state, paidOut, failing, persons }: FundFacts): FundOffer[] => {
  if (state === 'due') return ['start', 'void'];
  if (state !== 'paying') return [];
  return [...(!paidOut ? ['pay-out' as const] : []), ...(failing < persons && !paidOut ? ['fail' as const] : []), ...(failing > 0 ? ['retry' as const] : [])];
};

export interface FundWish { name: string; kind: FundKind; dueDay: Day; persons: number; amountFen: Fen }
export const FUND_NAME_LENGTH = 60;
export const MOST_BATCHES_AT_ONCE = 200;
const MOST_PERSONS = 2_000_000;
/** 100 billion yuan, below what a number holds exactly. */
const MOST_FEN = 1e13;

/** A phone or an ID number in the name of a batch would be one person's. */
const namesSomebody = (text: string): boolean => /\d{11,}/.test(text.replace(/[\s-]/g, ''));

/** What is wrong with one batch: counts and amounts only, nobody's data. */
export function fundProblems({ name, dueDay, persons, amountFen }: FundWish): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const wrong = (path: keyof FundWish, message: string) => problems.push({ path, code: 'FUND_INVALID', message });
  if (name.trim() === '') wrong('name', '请写批次名称');
  else if (namesSomebody(name)) wrong('name', '批次名称里不能有身份证号、手机号或银行账号');
  if (!isDay(dueDay)) wrong('dueDay', '请选择应发日期');
  if (!Number.isInteger(persons) || persons < 1 || persons > MOST_PERSONS) wrong('persons', '人数请填大于 0 的整数');
  if (!Number.isInteger(amountFen) || amountFen < 1 || amountFen > MOST_FEN) wrong('amountFen', '金额请填大于 0 的数');
  return problems;
}

/** A batch as far as the published counts need it. */
export interface FundCountFacts {
  dueBy: Instant;
  persons: number;
  paidOutAt: Instant | null;
  failures: readonly { persons: number; tries: number; settledAt: Instant | null }[];
}
/** In persons, but `retried`, which counts attempts. `due = paidInTime + paidLate + unpaid`. */
export interface FundCounts { due: number; paidInTime: number; paidLate: number; unpaid: number; failed: number; retried: number }

const NOTHING: FundCounts = { due: 0, paidInTime: 0, paidLate: 0, unpaid: 0, failed: 0, retried: 0 };

/** What is published of batches whose day has come: whoever failed and was paid by the due day after all counts as in time. */
export const fundCounts = (batches: readonly FundCountFacts[], now: Instant): FundCounts =>
  batches.filter((batch) => now > batch.dueBy || batch.paidOutAt !== null).map(countsOf).reduce((sum, counts) => ({
    due: sum.due + counts.due, paidInTime: sum.paidInTime + counts.paidInTime, paidLate: sum.paidLate + counts.paidLate, unpaid: sum.unpaid + counts.unpaid, failed: sum.failed + counts.failed, retried: sum.retried + counts.retried,
  }), NOTHING);

function countsOf({ dueBy, persons, paidOutAt, failures }: FundCountFacts): FundCounts {
  const failed = failures.reduce((sum, failure) => sum + failure.persons, 0);
  const settled = (inTime: boolean) => failures.reduce((sum, { settledAt, persons: count }) => sum + (settledAt !== null && settledAt <= dueBy === inTime ? count : 0), 0);
  const smooth = paidOutAt === null ? 0 : persons - failed;
  const paidInTime = settled(true) + (paidOutAt !== null && paidOutAt <= dueBy ? smooth : 0);
  const paidLate = settled(false) + (paidOutAt !== null && paidOutAt > dueBy ? smooth : 0);
  return { due: persons, paidInTime, paidLate, unpaid: persons - paidInTime - paidLate, failed, retried: failures.reduce((sum, { tries }) => sum + tries, 0) };
}
