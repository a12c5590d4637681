import { assess, checkTier, tierLabel, tiersOpenTo } from './assessment.rules.ts';
import { estimatePension, yearSupplementOf } from './pension-estimate.rules.ts';
import { profileInForce } from './policy-profile.ts';
import { parsePolicyProfile } from './policy-profile.rules.ts';
import type { PolicyProfile } from './policy-profile.ts';
import { WUHAN_EXAMPLE_PROFILE as EXAMPLE } from './wuhan-example.profile.ts';

const profileOf = (some: Partial<PolicyProfile> = {}): PolicyProfile => ({ ...EXAMPLE, ...some });

test('the example says that it is one, names its source and passes its own loader', () => {
  expect(EXAMPLE).toMatchObject({ example: true, source: expect.stringContaining('武政规〔2021〕21号'), disclaimer: expect.stringContaining('示例') });
  expect(EXAMPLE.tiers.map((tier) => tier.yuan)).toEqual(expect.arrayContaining([400, 500, 6000]));
  expect([400, 500, 6000].map((yuan) => EXAMPLE.tiers.find((tier) => tier.yuan === yuan)?.subsidyYuan)).toEqual([45, 60, 60]);
  expect(parsePolicyProfile(EXAMPLE)).toEqual({ ok: true, value: EXAMPLE });
});

test('someone of no special group pays the whole tier and gets its subsidy', () => {
  expect(assess(EXAMPLE, { tierYuan: 500, specialGroup: 'none' }, 2026)).toMatchObject({ ok: true, value: { year: 2026, tierYuan: 500, subsidyYuan: 60, governmentPaysYuan: 0, residentPaysYuan: 500, specialGroup: null, example: true } });
});

test('the government’s share counts towards the tier', () => {
  expect(assess(EXAMPLE, { tierYuan: 400, specialGroup: 'subsistence' }, 2026)).toMatchObject({ value: { subsidyYuan: 45, governmentPaysYuan: 100, residentPaysYuan: 300, specialGroup: 'subsistence' } });
});

test('who pays nothing is credited what the government pays, with the subsidy of the tier it equals', () => {
  expect(assess(EXAMPLE, { tierYuan: 0, specialGroup: 'destitute' }, 2026)).toMatchObject({ value: { residentPaysYuan: 0, governmentPaysYuan: 100, subsidyYuan: 0 } });
  const generous = profileOf({ specialGroups: [{ code: 'destitute', label: '特困人员', governmentPaysYuan: 400, note: '' }] });
  const verdict = assess(generous, { tierYuan: 0, specialGroup: 'destitute' }, 2026);
  expect(verdict).toMatchObject({ value: { subsidyYuan: 45 } });
  expect(verdict.ok && verdict.value.lines.at(-1)).toContain('445 元');
});

test('paying nothing is open only where the government pays', () => {
  expect(checkTier(EXAMPLE, { tierYuan: 0, specialGroup: 'none' })).toMatchObject({ code: 'TIER_ZERO_NOT_OPEN' });
  expect(checkTier(EXAMPLE, { tierYuan: 0, specialGroup: 'other' })).toMatchObject({ code: 'TIER_ZERO_NOT_OPEN' });
  expect(assess(EXAMPLE, {}, 2026)).toMatchObject({ code: 'TIER_MISSING' });
  expect(tiersOpenTo(EXAMPLE, { specialGroup: 'subsistence' })[0]?.yuan).toBe(0);
  expect(tiersOpenTo(EXAMPLE, {})[0]?.yuan).toBe(400);
});

test('a tier reads as what it costs and brings', () => {
  expect([{ yuan: 0, subsidyYuan: 0 }, { yuan: 400, subsidyYuan: 45 }, { yuan: 100, subsidyYuan: 0 }].map(tierLabel)).toEqual(['个人不缴费（政府代缴）', '每年 400 元，政府补贴 45 元', '每年 100 元']);
});

test('the district’s own profile goes before an example, and a newer one before an older', () => {
  const own = profileOf({ id: 'own', example: false, effectiveFrom: '2025-01-01', effectiveTo: null });
  const newer = profileOf({ id: 'newer', example: false, effectiveFrom: '2026-01-01', effectiveTo: null });
  expect(profileInForce([own, EXAMPLE, newer], '2026-03-05')?.id).toBe('newer');
  expect(profileInForce([newer, EXAMPLE, own], '2025-12-31')?.id).toBe('own');
  expect(profileInForce([EXAMPLE, own], '2024-06-01')?.id).toBe(EXAMPLE.id);
  expect(profileInForce([EXAMPLE], '2026-12-31')?.id).toBe(EXAMPLE.id);
  expect(profileInForce([EXAMPLE], '2027-01-01')).toBeNull();
});

test.each<[string, unknown, string]>([
  ['no record', null, 'profile'],
  ['an unknown field', { ...EXAMPLE, surcharge: 1 }, 'surcharge'],
  ['a missing source', { ...EXAMPLE, source: undefined }, 'source'],
  ['a date that does not exist', { ...EXAMPLE, effectiveFrom: '2026-02-30' }, 'effectiveFrom'],
  ['an end before the beginning', { ...EXAMPLE, effectiveTo: '2020-01-01' }, 'effectiveTo'],
  ['a tier in fractions', { ...EXAMPLE, tiers: [{ yuan: 400, subsidyYuan: 45 }, { yuan: 500.5, subsidyYuan: 0 }] }, 'tiers[1].yuan'],
  ['the same tier twice', { ...EXAMPLE, tiers: [{ yuan: 400, subsidyYuan: 45 }, { yuan: 400, subsidyYuan: 0 }] }, 'tiers[1].yuan'],
  ['no tiers', { ...EXAMPLE, tiers: [] }, 'tiers'],
  ['the same group twice', { ...EXAMPLE, specialGroups: [EXAMPLE.specialGroups[0], EXAMPLE.specialGroups[0]] }, 'specialGroups[1].code'],
  ['an unknown reading of the supplement', { ...EXAMPLE, yearSupplement: { ...EXAMPLE.yearSupplement, beyond: 'some' } }, 'yearSupplement.beyond'],
  ['a negative base pension', { ...EXAMPLE, basePensionMonthly: -1 }, 'basePensionMonthly'],
])('a profile with %s is refused by the name of the field', (_what, raw, path) => {
  expect(parsePolicyProfile(raw)).toMatchObject({ ok: false, code: 'POLICY_PROFILE_INVALID', path });
});

test('the estimate agrees with the worked example: 1,060 a year for 15 years at 3 per cent', () => {
  expect(estimatePension(EXAMPLE, { annualYuan: 1000, subsidyYuan: 60, years: 15, ratePercent: 3 }))
    .toMatchObject({ value: { accountYuan: 19_714.85, accountMonthly: 141.83, baseMonthly: 143, supplementMonthly: 30, totalMonthly: 314.83, entitled: true } });
  expect(estimatePension(EXAMPLE, { annualYuan: 1000, subsidyYuan: 60, years: 15, ratePercent: 0 })).toMatchObject({ value: { accountMonthly: 114.39 } });
});

test('savings grow along, years paid before count, and age adds its tilt', () => {
  const policy = { ...EXAMPLE, ageTilts: [{ fromAge: 65, monthlyYuan: 5 }, { fromAge: 70, monthlyYuan: 10 }] };
  expect(estimatePension(policy, { annualYuan: 0, subsidyYuan: 0, years: 1, ratePercent: 10, savedYuan: 1390, yearsPaid: 14, age: 70 }))
    .toMatchObject({ value: { accountYuan: 1529, accountMonthly: 11, baseMonthly: 153, supplementMonthly: 30, entitled: true } });
});

test('the supplement for long payment follows the chosen reading: 60 or 75 for 25 years', () => {
  expect(yearSupplementOf(EXAMPLE.yearSupplement, 25)).toBe(60);
  expect(yearSupplementOf({ ...EXAMPLE.yearSupplement, beyond: 'all-years' }, 25)).toBe(75);
  expect([14, 15, 15.9].map((years) => yearSupplementOf(EXAMPLE.yearSupplement, years))).toEqual([0, 30, 30]);
});

test('too few years are said, and figures always come with their assumptions', () => {
  const verdict = estimatePension(EXAMPLE, { annualYuan: 400, subsidyYuan: 45, years: 10, ratePercent: 2 });
  expect(verdict).toMatchObject({ value: { entitled: false, supplementMonthly: 0 } });
  expect(verdict.ok && verdict.value.assumptions.join()).toMatch(/不满 15 年.*以经办机构核定为准/);
});

test('a wish outside reason is refused by field', () => {
  expect(estimatePension(EXAMPLE, { annualYuan: Number.NaN, subsidyYuan: 0, years: 15, ratePercent: 3 })).toMatchObject({ code: 'ESTIMATE_INPUT', path: 'annualYuan' });
  expect(estimatePension(EXAMPLE, { annualYuan: 400, subsidyYuan: 0, years: 15, ratePercent: 30 })).toMatchObject({ path: 'ratePercent' });
  expect(estimatePension(EXAMPLE, { annualYuan: 400, subsidyYuan: 0, years: 1.5, ratePercent: 3 })).toMatchObject({ path: 'years' });
});
