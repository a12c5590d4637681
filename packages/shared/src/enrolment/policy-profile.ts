import { addDays } from '../kernel/day.ts';
import type { Day } from '../kernel/day.ts';

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

/** What decides which profile rules a day. */
export type PolicyTerm = Pick<PolicyProfile, 'id' | 'example' | 'effectiveFrom' | 'effectiveTo'>;

/**
 * The profile in force on `day`: the district's own before an example, then the one that began last. Of two that began
 * together the later of the list counts, so a list in the order of loading lets a correction take its predecessor's place.
 */
export function profileInForce<P extends Omit<PolicyTerm, 'id'>>(profiles: readonly P[], day: Day): P | null {
  const inForce = profiles.filter((profile) => profile.effectiveFrom <= day && (profile.effectiveTo === null || day <= profile.effectiveTo));
  return inForce.reduce<P | null>((best, profile) => {
    if (best === null || (best.example && !profile.example)) return profile;
    return best.example === profile.example && profile.effectiveFrom >= best.effectiveFrom ? profile : best;
  }, null);
}

/** From when to when one profile rules; `profile` null: none does. `to` null: until something changes. */
export interface PolicyPeriod<P extends PolicyTerm = PolicyTerm> { from: Day; to: Day | null; profile: P | null }

/** Who rules from `from` on, period by period, without holes. @param profiles in the order of loading */
export function policyTimeline<P extends PolicyTerm>(profiles: readonly P[], from: Day): PolicyPeriod<P>[] {
  const turns = profiles.flatMap(({ effectiveFrom, effectiveTo }) => [effectiveFrom, ...(effectiveTo === null ? [] : [addDays(effectiveTo, 1)])]);
  const days = [...new Set([from, ...turns.filter((day) => day > from)])].sort();
  const periods: PolicyPeriod<P>[] = [];
  for (const day of days) {
    const profile = profileInForce(profiles, day);
    const last = periods.at(-1);
    if (last && last.profile === profile) continue;
    if (last) last.to = addDays(day, -1);
    periods.push({ from: day, to: null, profile });
  }
  return periods;
}

export type PolicyState = 'upcoming' | 'in-force' | 'superseded' | 'ended';

/** How a loaded profile stands on `today`. @param profiles all that are loaded, this one among them, in the order of loading */
export function policyState<P extends PolicyTerm>(profile: P, profiles: readonly P[], today: Day): PolicyState {
  if (profileInForce(profiles, today)?.id === profile.id) return 'in-force';
  if (profile.effectiveTo !== null && profile.effectiveTo < today) return 'ended';
  return policyTimeline(profiles, today).some((period) => period.profile?.id === profile.id) ? 'upcoming' : 'superseded';
}
