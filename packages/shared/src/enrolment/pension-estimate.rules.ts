import { allow, refuse } from '../kernel/verdict.ts';
import type { Verdict } from '../kernel/verdict.ts';
import type { PolicyProfile, YearSupplement } from './policy-profile.ts';

/** The part of a profile an estimate needs. */
export type PensionPolicy = Pick<PolicyProfile, 'basePensionMonthly' | 'ageTilts' | 'yearSupplement' | 'divisor' | 'fullYears'>;
/** Yearly amounts in yuan, `ratePercent` the yearly interest of the account, `savedYuan` what the account holds already. */
export interface PensionWish { annualYuan: number; subsidyYuan: number; years: number; ratePercent: number; savedYuan?: number; yearsPaid?: number; age?: number }
/** Yuan, rounded to the fen; monthly but for `accountYuan`. */
export interface PensionEstimate { accountYuan: number; accountMonthly: number; baseMonthly: number; supplementMonthly: number; totalMonthly: number; entitled: boolean; assumptions: string[] }

const cents = (yuan: number) => Math.round((yuan + Number.EPSILON) * 100) / 100;

/** Monthly yuan for `years` full years paid. Nothing below `from` years. */
export function yearSupplementOf(rule: YearSupplement, years: number): number {
  const full = Math.floor(years);
  if (full < rule.from) return 0;
  if (full <= rule.upTo) return full * rule.monthlyPerYear;
  return rule.beyond === 'all-years' ? full * rule.monthlyPerYearBeyond : rule.upTo * rule.monthlyPerYear + (full - rule.upTo) * rule.monthlyPerYearBeyond;
}

/**
 * What someone might get a month at 60: base pension, with age tilt, plus supplement for years plus account ÷ divisor, where
 * A = A0(1+r)^n + (c+s)·((1+r)^n − 1)/r. An estimate with its assumptions, never a promise. Code: ESTIMATE_INPUT, naming the field.
 */
export function estimatePension(policy: PensionPolicy, wish: PensionWish): Verdict<PensionEstimate> {
  const { annualYuan, subsidyYuan, years, ratePercent, savedYuan = 0, yearsPaid = 0, age = 60 } = wish;
  const limits: [string, number, number][] = [['annualYuan', annualYuan, 100_000], ['subsidyYuan', subsidyYuan, 100_000], ['years', years, 60], ['ratePercent', ratePercent, 20], ['savedYuan', savedYuan, 10_000_000], ['yearsPaid', yearsPaid, 60], ['age', age, 120]];
  for (const [field, value, max] of limits) if (!(value >= 0 && value <= max)) return refuse('ESTIMATE_INPUT', `请填写 0 到 ${max} 之间的数字。`, field);
  if (!Number.isInteger(years) || !Number.isInteger(yearsPaid)) return refuse('ESTIMATE_INPUT', '缴费年限请填整年。', 'years');
  const rate = ratePercent / 100;
  const growth = (1 + rate) ** years;
  const account = savedYuan * growth + (annualYuan + subsidyYuan) * (rate === 0 ? years : (growth - 1) / rate);
  const tilt = policy.ageTilts.filter((step) => age >= step.fromAge).reduce((most, step) => Math.max(most, step.monthlyYuan), 0);
  const base = policy.basePensionMonthly + tilt;
  const supplement = yearSupplementOf(policy.yearSupplement, years + yearsPaid);
  const entitled = years + yearsPaid >= policy.fullYears;
  return allow({
    accountYuan: cents(account), accountMonthly: cents(account / policy.divisor), baseMonthly: cents(base), supplementMonthly: cents(supplement),
    totalMonthly: cents(base + supplement + account / policy.divisor), entitled,
    assumptions: [
      `每年缴 ${annualYuan} 元，政府补贴 ${subsidyYuan} 元，再缴 ${years} 年`,
      `个人账户年利率按 ${ratePercent}% 不变计算`,
      `基础养老金按现在每月 ${cents(base)} 元，不计以后调整`,
      `个人账户按 ${policy.divisor} 个月计发`,
      ...(entitled ? [] : [`累计不满 ${policy.fullYears} 年，到 60 周岁时要先按规定补缴，才能按月领取`]),
      '以经办机构核定为准',
    ],
  });
}
