import { addDays, type Day } from '../kernel/day.ts';
import type { FieldProblem } from '../kernel/verdict.ts';
import { policyTimeline, profileInForce } from './policy-profile.ts';
import type { PolicyProfile } from './policy-profile.ts';

const advice = (path: string, code: string, message: string): FieldProblem => ({ path, code, message });
const throughOf = (from: Day, to: Day | null) => (to === null ? `${from} 起` : `${from} 至 ${to}`);

/**
 * What a person should look at before a right profile is loaded; none of it forbids loading. Paths name rows of the new profile.
 * @param loaded what is there already, in the order of loading
 */
export function adviseOnPolicyProfile(profile: PolicyProfile, loaded: readonly PolicyProfile[], today: Day): FieldProblem[] {
  return [...datesToLookAt(profile, loaded, today), ...tiersToLookAt(profile), ...whatIsDropped(profile, loaded)];
}

function datesToLookAt(profile: PolicyProfile, loaded: readonly PolicyProfile[], today: Day): FieldProblem[] {
  const timeline = policyTimeline([...loaded, profile], today);
  const found: FieldProblem[] = [];
  if (profile.effectiveFrom < today) found.push(advice('effectiveFrom', 'POLICY_STARTS_IN_PAST', '生效日期已经过去：已核定的业务仍按原标准，不会重算'));
  const ruled = timeline.find((period) => period.profile === profile);
  if (!ruled) return [...found, advice('effectiveFrom', 'POLICY_NEVER_IN_FORCE', '这段时间另有标准生效，这一份不会被用到')];
  const before = profileInForce(loaded, ruled.from);
  if (before) found.push(advice('effectiveFrom', 'POLICY_TAKES_PLACE', `${ruled.from} 起接替“${before.name}”`));
  for (const { from, to, profile: ruling } of timeline) {
    if (ruling === null) found.push(advice('effectiveTo', 'POLICY_GAP', `${throughOf(from, to)}没有生效的缴费标准，请补上`));
    else if (ruling.example && !profile.example && from >= ruled.from) found.push(advice('effectiveTo', 'POLICY_EXAMPLE_AGAIN', `${throughOf(from, to)}又会用回示例标准，请补上本区的`));
  }
  return found;
}

/** Tiers that look like a slip of the pen: one left out between evenly spaced ones, and a subsidy that falls as the tier rises. */
function tiersToLookAt({ tiers }: PolicyProfile): FieldProblem[] {
  const rows = tiers.map((tier, index) => ({ ...tier, index })).sort((a, b) => a.yuan - b.yuan);
  return rows.flatMap((row, position) => {
    const [before, previous, next] = [rows[position - 2], rows[position - 1], rows[position + 1]];
    const found: FieldProblem[] = [];
    if (previous && row.subsidyYuan < previous.subsidyYuan) found.push(advice(`tiers[${row.index}].subsidyYuan`, 'POLICY_SUBSIDY_FALLS', `补贴比 ${previous.yuan} 元档还少，请核对`));
    if (before && previous && next) {
      const step = previous.yuan - before.yuan;
      if (next.yuan - row.yuan === step && row.yuan - previous.yuan === 2 * step) found.push(advice(`tiers[${row.index}].yuan`, 'POLICY_TIER_SKIPPED', `前面跳过了 ${previous.yuan + step} 元档，请核对`));
    }
    return found;
  });
}

/** What residents could choose under the profile this one follows, and no longer can. */
function whatIsDropped(profile: PolicyProfile, loaded: readonly PolicyProfile[]): FieldProblem[] {
  const previous = profileInForce(loaded, profile.effectiveFrom) ?? profileInForce(loaded, addDays(profile.effectiveFrom, -1));
  if (!previous || (previous.example && !profile.example)) return [];
  const tiers = previous.tiers.filter(({ yuan }) => !profile.tiers.some((tier) => tier.yuan === yuan));
  const groups = previous.specialGroups.filter(({ code }) => !profile.specialGroups.some((group) => group.code === code));
  return [
    ...(tiers.length > 0 ? [advice('tiers', 'POLICY_TIER_DROPPED', `“${previous.name}”里的 ${tiers.map(({ yuan }) => yuan).join('、')} 元档，这一份没有了`)] : []),
    ...(groups.length > 0 ? [advice('specialGroups', 'POLICY_GROUP_DROPPED', `“${previous.name}”里的${groups.map(({ label }) => label).join('、')}，这一份没有了`)] : []),
  ];
}
