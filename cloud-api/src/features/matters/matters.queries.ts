import { Injectable } from '@nestjs/common';
import { tierLabel } from '@hall/shared/enrolment/assessment.rules';
import type { PolicyProfile } from '@hall/shared/enrolment/policy-profile';
import { dayOf } from '@hall/shared/kernel/day';
import { Clock } from '../../platform/clock/clock.ts';
import type { CodeTablesView, MatterCardView, MatterGuideView, PolicyProfileView } from './matters.dto.ts';
import { matterErrors } from './matters.errors.ts';
import { Matters, tablesVersion, type MatterFacts } from './matters.ts';

@Injectable()
export class MattersQueries {
  constructor(
    private readonly matters: Matters,
    private readonly clock: Clock,
  ) {}

  async cards(): Promise<MatterCardView[]> {
    return (await this.matters.inForce(dayOf(this.clock.now()))).map(toCard);
  }

  async guide(matterId: string): Promise<MatterGuideView> {
    const matter = await this.matters.matter(matterId, dayOf(this.clock.now()));
    return {
      ...toCard(matter), version: matter.version, effectiveFrom: matter.effectiveFrom, steps: matter.steps, notes: matter.notes,
      materials: matter.materials.map(({ code, label, form, legalBasis, deferrable, promisable, guidance, when }) => ({ code, label, form, legalBasis, deferrable, promisable, guidance, when })),
    };
  }

  async tables(): Promise<CodeTablesView> {
    const tables = await this.matters.codes();
    return { version: tablesVersion(tables), tables };
  }

  /** @throws POLICY_PROFILE_MISSING */
  async profile(): Promise<PolicyProfileView> {
    const profile = await this.matters.profileOn(dayOf(this.clock.now()));
    if (!profile) throw matterErrors.POLICY_PROFILE_MISSING();
    return toProfileView(profile);
  }
}

const toCard = ({ id, name, summary, prefill, statutoryLimit, promisedLimit, minutesReady, minutesNotReady }: MatterFacts): MatterCardView => ({ id, name, summary, prefill, statutoryLimit, promisedLimit, minutesReady, minutesNotReady });

export const toProfileView = (profile: PolicyProfile): PolicyProfileView => ({
  id: profile.id, name: profile.name, example: profile.example, source: profile.source, effectiveFrom: profile.effectiveFrom, effectiveTo: profile.effectiveTo,
  tiers: profile.tiers.map((tier) => ({ yuan: tier.yuan, subsidyYuan: tier.subsidyYuan, label: tierLabel(tier) })),
  specialGroups: profile.specialGroups.map(({ code, label, governmentPaysYuan, note }) => ({ code, label, governmentPaysYuan, note })),
  disclaimer: profile.disclaimer,
});
