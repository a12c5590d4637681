import { isDay } from '../kernel/day.ts';
import { allow, refuse } from '../kernel/verdict.ts';
import type { FieldProblem, Verdict } from '../kernel/verdict.ts';
import type { PolicyProfile } from './policy-profile.ts';

/** Everything wrong with a value that stands at `path`; nothing when it is right. */
type Check = (value: unknown, path: string) => FieldProblem[];
const MOST_PROBLEMS = 200;
const wrong = (path: string, message: string): FieldProblem[] => [{ path, code: 'POLICY_PROFILE_INVALID', message }];
const text = (maxLength: number, minLength = 1): Check => (value, path) =>
  typeof value === 'string' && value.length >= minLength && value.length <= maxLength ? [] : wrong(path, `应为 ${minLength} 到 ${maxLength} 个字的文字`);
/** An id stands in addresses and in the audit, so it is plain. */
const plainId: Check = (value, path) => (typeof value === 'string' && /^[A-Za-z0-9][\w-]{0,39}$/.test(value) ? [] : wrong(path, '编号只用字母、数字和短横，最多 40 个，例如 fancheng-2026'));
const flag: Check = (value, path) => (typeof value === 'boolean' ? [] : wrong(path, '应为 true 或 false'));
const whole = (min: number, max: number): Check => (value, path) =>
  Number.isInteger(value) && (value as number) >= min && (value as number) <= max ? [] : wrong(path, `应为 ${min} 到 ${max} 的整数`);
const amount: Check = (value, path) => (typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= 100_000 ? [] : wrong(path, '应为不小于 0 的金额（元）'));
const day: Check = (value, path) => (isDay(value) ? [] : wrong(path, '应为 2026-01-01 这样的日期'));
const dayOrNull: Check = (value, path) => (value === null ? [] : day(value, path));
const oneOf = (...choices: string[]): Check => (value, path) => (choices.includes(value as string) ? [] : wrong(path, `应为 ${choices.join(' 或 ')}`));
const record = (fields: Record<string, Check>): Check => (value, path) => {
  const at = (name: string) => (path === '' ? name : `${path}.${name}`);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(path === '' ? 'profile' : path, '应为一组字段');
  const extra = Object.keys(value).filter((name) => !Object.hasOwn(fields, name)).slice(0, 20);
  return [
    ...extra.flatMap((name) => wrong(at(name.slice(0, 40)), '没有这个字段')),
    ...Object.entries(fields).flatMap(([name, check]) => check((value as Record<string, unknown>)[name], at(name))),
  ];
};
const listOf = (check: Check, min: number, max: number): Check => (value, path) =>
  !Array.isArray(value) || value.length < min || value.length > max ? wrong(path, `应为 ${min} 到 ${max} 项的列表`) : (value as unknown[]).flatMap((item, index) => check(item, `${path}[${index}]`));

const PROFILE = record({
  id: plainId, name: text(80), example: flag, source: text(400), effectiveFrom: day, effectiveTo: dayOrNull,
  tiers: listOf(record({ yuan: whole(1, 100_000), subsidyYuan: whole(0, 100_000) }), 1, 100),
  specialGroups: listOf(record({ code: text(32), label: text(40), governmentPaysYuan: whole(0, 100_000), note: text(200, 0) }), 0, 40),
  basePensionMonthly: amount, ageTilts: listOf(record({ fromAge: whole(60, 120), monthlyYuan: amount }), 0, 10),
  yearSupplement: record({ from: whole(0, 100), upTo: whole(0, 100), monthlyPerYear: amount, monthlyPerYearBeyond: amount, beyond: oneOf('only-years-beyond', 'all-years') }),
  divisor: whole(1, 600), fullYears: whole(1, 60), disclaimer: text(200),
});

/** Every row whose key an earlier row has already. */
const doubled = (keys: readonly (string | number)[], at: (index: number) => string, message: string): FieldProblem[] =>
  keys.flatMap((key, index) => (keys.indexOf(key) < index ? wrong(at(index), message) : []));

/** What the fields say together; only asked once each is right alone. */
function contradictions(profile: PolicyProfile): FieldProblem[] {
  return [
    ...(profile.effectiveTo !== null && profile.effectiveTo < profile.effectiveFrom ? wrong('effectiveTo', '不能早于生效日期') : []),
    ...doubled(profile.tiers.map(({ yuan }) => yuan), (index) => `tiers[${index}].yuan`, '这个档次重复了'),
    ...doubled(profile.specialGroups.map(({ code }) => code), (index) => `specialGroups[${index}].code`, '这个群体重复了'),
    ...doubled(profile.ageTilts.map(({ fromAge }) => fromAge), (index) => `ageTilts[${index}].fromAge`, '这个年龄重复了'),
    ...(profile.yearSupplement.upTo < profile.yearSupplement.from ? wrong('yearSupplement.upTo', '不能小于起算年限') : []),
  ];
}

/** Everything wrong with a profile someone hands in, row by row: unknown, missing and wrong fields, doubled rows, reversed dates. */
export function problemsOfPolicyProfile(raw: unknown): FieldProblem[] {
  const problems = PROFILE(raw, '');
  return (problems.length > 0 ? problems : contradictions(raw as PolicyProfile)).slice(0, MOST_PROBLEMS);
}

/** A profile an administrator loads, tiers in order of money; refused by its first problem. Code: POLICY_PROFILE_INVALID. */
export function parsePolicyProfile(raw: unknown): Verdict<PolicyProfile> {
  const [problem] = problemsOfPolicyProfile(raw);
  return problem ? refuse(problem.code, `${problem.path}：${problem.message}`, problem.path) : allow(ownCopyOf(raw as PolicyProfile));
}

/** A copy of its own, so that what was checked cannot change afterwards. */
const ownCopyOf = (profile: PolicyProfile): PolicyProfile => ({
  ...profile, tiers: profile.tiers.map((tier) => ({ ...tier })).sort((a, b) => a.yuan - b.yuan), specialGroups: profile.specialGroups.map((group) => ({ ...group })),
  ageTilts: profile.ageTilts.map((tilt) => ({ ...tilt })), yearSupplement: { ...profile.yearSupplement },
});
