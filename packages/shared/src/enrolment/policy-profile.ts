import { isDay } from '../kernel/day.ts';
import type { Day } from '../kernel/day.ts';
import { allow, refuse } from '../kernel/verdict.ts';
import type { Refusal, Verdict } from '../kernel/verdict.ts';

export interface PolicyTier { yuan: number; subsidyYuan: number }
export interface PolicySpecialGroup { code: string; label: string; governmentPaysYuan: number; note: string }
/**
 * Money a month for years paid: `monthlyPerYear` for each full year up to `upTo`, `monthlyPerYearBeyond` for longer ones.
 * `beyond` says which years the higher rate covers, because the texts are read both ways: those past `upTo`, or all of them.
 */
export interface YearSupplement { from: number; upTo: number; monthlyPerYear: number; monthlyPerYearBeyond: number; beyond: 'only-years-beyond' | 'all-years' }
/** Extra base pension a month from an age on; the highest step reached counts. */
export interface AgeTilt { fromAge: number; monthlyYuan: number }

/** A district's money rules as data with their source; `example` marks one that is not the district's own. Amounts in yuan. */
export interface PolicyProfile {
  id: string; name: string; example: boolean; source: string; effectiveFrom: Day; effectiveTo: Day | null;
  tiers: PolicyTier[]; specialGroups: PolicySpecialGroup[];
  basePensionMonthly: number; ageTilts: AgeTilt[]; yearSupplement: YearSupplement;
  /** Months the account is divided by at 60: 139 nationwide. */
  divisor: number; fullYears: number; disclaimer: string;
}

/** The profile in force on `day`: the district's own before an example, then the one that began last. Null when none is. */
export function profileInForce<P extends Pick<PolicyProfile, 'example' | 'effectiveFrom' | 'effectiveTo'>>(profiles: readonly P[], day: Day): P | null {
  const inForce = profiles.filter((profile) => profile.effectiveFrom <= day && (profile.effectiveTo === null || day <= profile.effectiveTo));
  return inForce.reduce<P | null>((best, profile) => {
    if (best === null || (best.example && !profile.example)) return profile;
    return best.example === profile.example && profile.effectiveFrom > best.effectiveFrom ? profile : best;
  }, null);
}

type Check = (value: unknown, path: string) => Refusal | null;
const wrong = (path: string, message: string): Refusal => refuse('POLICY_PROFILE_INVALID', `${path}：${message}`, path);
const text = (maxLength: number, minLength = 1): Check => (value, path) =>
  typeof value === 'string' && value.length >= minLength && value.length <= maxLength ? null : wrong(path, `应为 ${minLength} 到 ${maxLength} 个字的文字`);
const flag: Check = (value, path) => (typeof value === 'boolean' ? null : wrong(path, '应为 true 或 false'));
const whole = (min: number, max: number): Check => (value, path) =>
  Number.isInteger(value) && (value as number) >= min && (value as number) <= max ? null : wrong(path, `应为 ${min} 到 ${max} 的整数`);
const amount: Check = (value, path) => (typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= 100_000 ? null : wrong(path, '应为不小于 0 的金额（元）'));
const day: Check = (value, path) => (isDay(value) ? null : wrong(path, '应为 2026-01-01 这样的日期'));
const dayOrNull: Check = (value, path) => (value === null ? null : day(value, path));
const oneOf = (...choices: string[]): Check => (value, path) => (choices.includes(value as string) ? null : wrong(path, `应为 ${choices.join(' 或 ')}`));
const record = (fields: Record<string, Check>): Check => (value, path) => {
  const at = (name: string) => (path === '' ? name : `${path}.${name}`);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(path === '' ? 'profile' : path, '应为一组字段');
  const extra = Object.keys(value).find((name) => !Object.hasOwn(fields, name));
  if (extra !== undefined) return wrong(at(extra.slice(0, 40)), '没有这个字段');
  for (const [name, check] of Object.entries(fields)) {
    const refusal = check((value as Record<string, unknown>)[name], at(name));
    if (refusal !== null) return refusal;
  }
  return null;
};
const listOf = (check: Check, min: number, max: number): Check => (value, path) => {
  if (!Array.isArray(value) || value.length < min || value.length > max) return wrong(path, `应为 ${min} 到 ${max} 项的列表`);
  for (const [index, item] of (value as unknown[]).entries()) {
    const refusal = check(item, `${path}[${index}]`);
    if (refusal !== null) return refusal;
  }
  return null;
};

const PROFILE = record({
  id: text(40), name: text(80), example: flag, source: text(400), effectiveFrom: day, effectiveTo: dayOrNull,
  tiers: listOf(record({ yuan: whole(1, 100_000), subsidyYuan: whole(0, 100_000) }), 1, 100),
  specialGroups: listOf(record({ code: text(32), label: text(40), governmentPaysYuan: whole(0, 100_000), note: text(200, 0) }), 0, 40),
  basePensionMonthly: amount, ageTilts: listOf(record({ fromAge: whole(60, 120), monthlyYuan: amount }), 0, 10),
  yearSupplement: record({ from: whole(0, 100), upTo: whole(0, 100), monthlyPerYear: amount, monthlyPerYearBeyond: amount, beyond: oneOf('only-years-beyond', 'all-years') }),
  divisor: whole(1, 600), fullYears: whole(1, 60), disclaimer: text(200),
});

/** A profile an administrator loads: unknown, missing or wrong fields are refused by name, as are doubled tiers, groups and reversed dates. */
export function parsePolicyProfile(raw: unknown): Verdict<PolicyProfile> {
  const refusal = PROFILE(raw, '');
  if (refusal !== null) return refusal;
  const profile = raw as PolicyProfile;
  if (profile.effectiveTo !== null && profile.effectiveTo < profile.effectiveFrom) return wrong('effectiveTo', '不能早于 effectiveFrom');
  const doubled = (keys: readonly (string | number)[]) => keys.findIndex((key, index) => keys.indexOf(key) !== index);
  const tier = doubled(profile.tiers.map(({ yuan }) => yuan));
  if (tier >= 0) return wrong(`tiers[${tier}].yuan`, '这个档次重复了');
  const group = doubled(profile.specialGroups.map(({ code }) => code));
  return group >= 0 ? wrong(`specialGroups[${group}].code`, '这个群体重复了') : allow(ownCopyOf(profile));
}

/** A copy of its own, so that what was checked cannot change afterwards. */
const ownCopyOf = (profile: PolicyProfile): PolicyProfile => ({
  ...profile, tiers: profile.tiers.map((tier) => ({ ...tier })).sort((a, b) => a.yuan - b.yuan), specialGroups: profile.specialGroups.map((group) => ({ ...group })),
  ageTilts: profile.ageTilts.map((tilt) => ({ ...tilt })), yearSupplement: { ...profile.yearSupplement },
});
