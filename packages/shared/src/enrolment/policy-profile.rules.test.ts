import { adviseOnPolicyProfile } from './policy-advice.rules.ts';
import { policyState, policyTimeline, profileInForce } from './policy-profile.ts';
import type { PolicyProfile } from './policy-profile.ts';
import { problemsOfPolicyProfile } from './policy-profile.rules.ts';
import { WUHAN_EXAMPLE_PROFILE as EXAMPLE } from './wuhan-example.profile.ts';

const TODAY = '2026-03-05';
const own = (some: Partial<PolicyProfile> = {}): PolicyProfile => ({ ...EXAMPLE, id: 'own', name: '本区标准', example: false, effectiveFrom: '2026-01-01', effectiveTo: null, ...some });
const adviceOn = (profile: PolicyProfile, loaded: PolicyProfile[] = [EXAMPLE]) => adviseOnPolicyProfile(profile, loaded, TODAY).map(({ code, path }) => [code, path]);

test('a profile with several mistakes is answered with all of them, each at its row', () => {
  const problems = problemsOfPolicyProfile({ ...EXAMPLE, id: '樊城/2026', source: '', tiers: [{ yuan: 400, subsidyYuan: 45 }, { yuan: 0, subsidyYuan: 45 }, { yuan: 600 }], colour: 'red' });
  expect(problems.map(({ path }) => path)).toEqual(['colour', 'id', 'source', 'tiers[1].yuan', 'tiers[2].subsidyYuan']);
  for (const { message } of problems) expect(message).toMatch(/应为|没有|只用/);
});

test('rows that contradict each other are named once every field is right alone', () => {
  const problems = problemsOfPolicyProfile(own({
    effectiveTo: '2025-12-31', tiers: [{ yuan: 400, subsidyYuan: 45 }, { yuan: 400, subsidyYuan: 60 }, { yuan: 400, subsidyYuan: 0 }],
    ageTilts: [{ fromAge: 65, monthlyYuan: 5 }, { fromAge: 65, monthlyYuan: 9 }], yearSupplement: { ...EXAMPLE.yearSupplement, upTo: 10 },
  }));
  expect(problems.map(({ path }) => path)).toEqual(['effectiveTo', 'tiers[1].yuan', 'tiers[2].yuan', 'ageTilts[1].fromAge', 'yearSupplement.upTo']);
});

test('a correction that begins on the same day takes the place of what was loaded before it', () => {
  const correction = own({ id: 'own-corrected' });
  expect(profileInForce([own(), correction], TODAY)?.id).toBe('own-corrected');
  expect(policyState(own(), [own(), correction], TODAY)).toBe('superseded');
});

test('the days to come are told period by period: the district’s own, its successor, and the days nobody has rules for', () => {
  const next = own({ id: 'next', effectiveFrom: '2027-01-01', effectiveTo: '2027-12-31' });
  const first = own({ effectiveTo: '2026-11-30' });
  expect(policyTimeline([EXAMPLE, first, next], TODAY).map(({ from, to, profile }) => [from, to, profile?.id ?? null])).toEqual([
    [TODAY, '2026-11-30', 'own'], ['2026-12-01', '2026-12-31', EXAMPLE.id], ['2027-01-01', '2027-12-31', 'next'], ['2028-01-01', null, null],
  ]);
  expect([first, next, EXAMPLE].map((profile) => policyState(profile, [EXAMPLE, first, next], TODAY))).toEqual(['in-force', 'upcoming', 'upcoming']);
  expect(policyState(EXAMPLE, [EXAMPLE], '2027-06-01')).toBe('ended');
});

test('whoever loads the district’s first own profile is told what it takes the place of, and nothing else', () => {
  expect(adviceOn(own({ effectiveFrom: '2026-04-01' }))).toEqual([['POLICY_TAKES_PLACE', 'effectiveFrom']]);
});

test('days left without rules, days that fall back to the example, and a beginning in the past are pointed out', () => {
  expect(adviceOn(own({ effectiveTo: '2026-06-30' }))).toEqual([
    ['POLICY_STARTS_IN_PAST', 'effectiveFrom'], ['POLICY_TAKES_PLACE', 'effectiveFrom'], ['POLICY_EXAMPLE_AGAIN', 'effectiveTo'], ['POLICY_GAP', 'effectiveTo'],
  ]);
  expect(adviceOn(own({ id: 'old', effectiveFrom: '2025-01-01' }), [EXAMPLE, own()])).toContainEqual(['POLICY_NEVER_IN_FORCE', 'effectiveFrom']);
});

test('a tier skipped, a subsidy that falls, and tiers and groups no longer there are pointed out at their rows', () => {
  const even = [300, 400, 500, 700, 800].map((yuan) => ({ yuan, subsidyYuan: yuan === 800 ? 40 : 45 }));
  const found = adviseOnPolicyProfile(own({ id: 'next', effectiveFrom: '2026-07-01', tiers: even, specialGroups: EXAMPLE.specialGroups.slice(1) }), [EXAMPLE, own()], TODAY);
  expect(found.map(({ code, path }) => [code, path])).toEqual([
    ['POLICY_TAKES_PLACE', 'effectiveFrom'], ['POLICY_TIER_SKIPPED', 'tiers[3].yuan'], ['POLICY_SUBSIDY_FALLS', 'tiers[4].subsidyYuan'], ['POLICY_TIER_DROPPED', 'tiers'], ['POLICY_GROUP_DROPPED', 'specialGroups'],
  ]);
  expect(found.at(-1)!.message).toContain('低保对象');
  expect(adviceOn(own({ effectiveFrom: '2026-07-01', tiers: [300, 400, 500, 1000, 1500, 2000, 3000].map((yuan) => ({ yuan, subsidyYuan: 45 })) }))).toEqual([['POLICY_TAKES_PLACE', 'effectiveFrom']]);
});
