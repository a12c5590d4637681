import { Injectable } from '@nestjs/common';
import { tierLabel } from '@hall/shared/enrolment/assessment.rules';
import { adviseOnPolicyProfile } from '@hall/shared/enrolment/policy-advice.rules';
import { policyState, policyTimeline, type PolicyPeriod, type PolicyProfile } from '@hall/shared/enrolment/policy-profile';
import { parsePolicyProfile, problemsOfPolicyProfile } from '@hall/shared/enrolment/policy-profile.rules';
import { dayOf, type Day } from '@hall/shared/kernel/day';
import { Clock } from '../../platform/clock/clock.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { People } from '../identity/people.ts';
import type { PolicyProfileRow } from './matter.entity.ts';
import { matterErrors } from './matters.errors.ts';
import { Matters } from './matters.ts';
import type { PolicyPeriodView, PolicyPreviewView, PolicyProfileCardView, PolicyProfileDetailView, PolicyProfileList, PolicyProfileView } from './policy.dto.ts';

/** The district's money rules: the ones of today for everybody, and all of them for who keeps them. */
@Injectable()
export class PolicyQueries {
  constructor(
    private readonly matters: Matters,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /** @throws POLICY_PROFILE_MISSING */
  async today(): Promise<PolicyProfileView> {
    const profile = await this.matters.profileOn(this.day());
    if (!profile) throw matterErrors.POLICY_PROFILE_MISSING();
    return toProfileView(profile);
  }

  async list(): Promise<PolicyProfileList> {
    const rows = await this.matters.profiles();
    return { items: (await Promise.all(rows.map((row) => this.cardOf(row, rows)))).reverse(), timeline: timelineOf(rows.map(contentOf), this.day()) };
  }

  /** @throws NOT_FOUND */
  async detail(profileId: string): Promise<PolicyProfileDetailView> {
    const rows = await this.matters.profiles();
    const row = rows.find((one) => one.profileId === profileId);
    if (!row) throw platformErrors.NOT_FOUND();
    return { card: await this.cardOf(row, rows), content: row.content };
  }

  /** What loading it would bring, without loading it: everything wrong row by row, what to look at, and who would rule when. */
  async preview(raw: unknown): Promise<PolicyPreviewView> {
    const loaded = (await this.matters.profiles()).map(contentOf);
    const problems = problemsOfPolicyProfile(raw);
    const parsed = parsePolicyProfile(raw);
    if (!parsed.ok) return { loadable: false, problems, advice: [], timeline: [] };
    const profile = parsed.value;
    if (loaded.some(({ id }) => id === profile.id)) return { loadable: false, problems: [{ path: 'id', code: 'POLICY_PROFILE_EXISTS', message: '这个编号已经有了，请换一个' }], advice: [], timeline: [] };
    // Advice names rows as they were handed in, before the tiers were put in order.
    return { loadable: true, problems, advice: adviseOnPolicyProfile(raw as PolicyProfile, loaded, this.day()), timeline: timelineOf([...loaded, profile], this.day()) };
  }

  private day = (): Day => dayOf(this.clock.now());

  private async cardOf(row: PolicyProfileRow, all: readonly PolicyProfileRow[]): Promise<PolicyProfileCardView> {
    const { id, name, example, source, effectiveFrom, effectiveTo, tiers } = row.content;
    const amounts = tiers.map(({ yuan }) => yuan);
    return {
      id, name, example, source, effectiveFrom, effectiveTo, state: policyState(row.content, all.map(contentOf), this.day()),
      tierCount: tiers.length, lowestYuan: Math.min(...amounts), highestYuan: Math.max(...amounts),
      loadedAt: row.loadedAt, loadedByName: row.loadedBy === null ? null : await this.people.staffName(row.loadedBy),
    };
  }
}

const contentOf = (row: PolicyProfileRow): PolicyProfile => row.content;

const timelineOf = (profiles: readonly PolicyProfile[], today: Day): PolicyPeriodView[] => policyTimeline(profiles, today).map(toPeriodView);

const toPeriodView = ({ from, to, profile }: PolicyPeriod<PolicyProfile>): PolicyPeriodView =>
  ({ from, to, profileId: profile?.id ?? null, profileName: profile?.name ?? null, example: profile?.example ?? false });

export const toProfileView = (profile: PolicyProfile): PolicyProfileView => ({
  id: profile.id, name: profile.name, example: profile.example, source: profile.source, effectiveFrom: profile.effectiveFrom, effectiveTo: profile.effectiveTo,
  tiers: profile.tiers.map((tier) => ({ yuan: tier.yuan, subsidyYuan: tier.subsidyYuan, label: tierLabel(tier) })),
  specialGroups: profile.specialGroups.map(({ code, label, governmentPaysYuan, note }) => ({ code, label, governmentPaysYuan, note })),
  disclaimer: profile.disclaimer,
});
