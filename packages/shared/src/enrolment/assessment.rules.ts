import { allow, refuse } from '../kernel/verdict.ts';
import type { Verdict } from '../kernel/verdict.ts';
import { NO_SPECIAL_GROUP } from './enrolment.form.ts';
import type { EnrolmentAnswers } from './enrolment.form.ts';

/** What choosing a tier depends on: both the policy profile and the view of it that clients get have this shape. Amounts are whole yuan a year. */
export interface ContributionPolicy {
  id: string; name: string; example: boolean; disclaimer: string;
  tiers: readonly { yuan: number; subsidyYuan: number }[];
  specialGroups: readonly { code: string; label: string; governmentPaysYuan: number }[];
}

/** The assessment 核定 shown at the window and printed. Amounts are whole yuan for `year`. */
export interface Assessment {
  profileId: string; profileName: string; example: boolean; year: number; tierYuan: number; subsidyYuan: number;
  governmentPaysYuan: number; residentPaysYuan: number; specialGroup: string | null; lines: string[]; disclaimer: string;
}

/** `0` is 个人不缴费: open only to groups for whom the government pays. */
export const tierLabel = (tier: { yuan: number; subsidyYuan: number }): string =>
  tier.yuan === 0 ? '个人不缴费（政府代缴）' : `每年 ${tier.yuan} 元${tier.subsidyYuan > 0 ? `，政府补贴 ${tier.subsidyYuan} 元` : ''}`;

const groupOf = (policy: ContributionPolicy, answers: EnrolmentAnswers) =>
  answers.specialGroup === undefined || answers.specialGroup === NO_SPECIAL_GROUP ? undefined
    : policy.specialGroups.find((group) => group.code === answers.specialGroup);

/** The tiers these answers may choose from, paying nothing first where that is allowed. */
export function tiersOpenTo(policy: ContributionPolicy, answers: EnrolmentAnswers): { yuan: number; subsidyYuan: number }[] {
  const group = groupOf(policy, answers);
  return [...(group !== undefined && group.governmentPaysYuan > 0 ? [{ yuan: 0, subsidyYuan: 0 }] : []), ...policy.tiers];
}

/** Whether the chosen tier exists and is open to this person. Codes: TIER_MISSING, TIER_ZERO_NOT_OPEN, TIER_UNKNOWN. */
export function checkTier(policy: ContributionPolicy, answers: EnrolmentAnswers): Verdict<number> {
  const { tierYuan } = answers;
  if (tierYuan === undefined) return refuse('TIER_MISSING', '请选择缴费档次。', 'tierYuan');
  if (tiersOpenTo(policy, answers).some((tier) => tier.yuan === tierYuan)) return allow(tierYuan);
  return tierYuan === 0
    ? refuse('TIER_ZERO_NOT_OPEN', '“个人不缴费”只适用于政府代缴的特殊群体，请选择一个缴费档次。', 'tierYuan')
    : refuse('TIER_UNKNOWN', '没有这个缴费档次，请从列表里重新选择。', 'tierYuan');
}

/**
 * What is paid for `year`, and by whom. The government's share counts towards the chosen tier, so the resident pays the rest;
 * without an own payment the government's share alone is credited, with the subsidy of the tier it equals, if there is one.
 * Refuses with the codes of `checkTier`.
 */
export function assess(policy: ContributionPolicy, answers: EnrolmentAnswers, year: number): Verdict<Assessment> {
  const tier = checkTier(policy, answers);
  if (!tier.ok) return tier;
  const group = groupOf(policy, answers);
  const governmentPaysYuan = group?.governmentPaysYuan ?? 0;
  const credited = Math.max(tier.value, governmentPaysYuan);
  const subsidyYuan = policy.tiers.find((candidate) => candidate.yuan === credited)?.subsidyYuan ?? 0;
  const residentPaysYuan = tier.value === 0 ? 0 : Math.max(0, tier.value - governmentPaysYuan);
  const lines = [
    tier.value === 0 ? `${year} 年度：个人不缴费` : `${year} 年度：每年 ${tier.value} 元档`,
    ...(group === undefined ? [] : [`特殊参保群体：${group.label}，政府代缴 ${governmentPaysYuan} 元`]),
    `政府补贴 ${subsidyYuan} 元`,
    `本人应缴 ${residentPaysYuan} 元，由税务部门征收，大厅不收钱`,
    `全年计入个人账户 ${credited + subsidyYuan} 元`,
  ];
  return allow({
    profileId: policy.id, profileName: policy.name, example: policy.example, year, tierYuan: tier.value, subsidyYuan,
    governmentPaysYuan, residentPaysYuan, specialGroup: group?.code ?? null, lines, disclaimer: policy.disclaimer,
  });
}
