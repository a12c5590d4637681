import { ChoiceField, DayField, FlagField, InstantField, IntField, ListField, NumberField, ObjectField, OpenObjectField, TextField } from '../../platform/http/fields.ts';

export class PolicyTierView {
  @IntField() yuan: number;
  @IntField() subsidyYuan: number;
  @TextField() label: string;
}

export class PolicySpecialGroupView {
  @TextField() code: string;
  @TextField() label: string;
  @IntField() governmentPaysYuan: number;
  @TextField() note: string;
}

export class PolicyProfileView {
  @TextField() id: string;
  @TextField() name: string;
  @FlagField({ description: 'true: an example, not the district’s own rules' }) example: boolean;
  @TextField() source: string;
  @DayField() effectiveFrom: string;
  @DayField({ nullable: true }) effectiveTo: string | null;
  @ListField(() => PolicyTierView) tiers: PolicyTierView[];
  @ListField(() => PolicySpecialGroupView) specialGroups: PolicySpecialGroupView[];
  @TextField() disclaimer: string;
}

export class PolicyProfileRequest {
  @OpenObjectField({ description: 'a policy profile as JSON; every wrong field is named' }) profile: Record<string, unknown>;
}

export class PolicyProfileCardView {
  @TextField() id: string;
  @TextField() name: string;
  @FlagField() example: boolean;
  @TextField() source: string;
  @DayField() effectiveFrom: string;
  @DayField({ nullable: true }) effectiveTo: string | null;
  @ChoiceField(['upcoming', 'in-force', 'superseded', 'ended'], { description: 'superseded: another rules on all its days to come' }) state: 'upcoming' | 'in-force' | 'superseded' | 'ended';
  @IntField() tierCount: number;
  @IntField() lowestYuan: number;
  @IntField() highestYuan: number;
  @InstantField() loadedAt: number;
  @TextField({ nullable: true, description: 'null: came with the programme' }) loadedByName: string | null;
}

export class PolicyPeriodView {
  @DayField() from: string;
  @DayField({ nullable: true, description: 'null: until something changes' }) to: string | null;
  @TextField({ nullable: true, description: 'null: no rules on these days' }) profileId: string | null;
  @TextField({ nullable: true }) profileName: string | null;
  @FlagField() example: boolean;
}

export class PolicyProfileList {
  @ListField(() => PolicyProfileCardView, { description: 'loaded last first' }) items: PolicyProfileCardView[];
  @ListField(() => PolicyPeriodView, { description: 'who rules from today on, without holes' }) timeline: PolicyPeriodView[];
}

export class PolicyTierRow {
  @IntField() yuan: number;
  @IntField() subsidyYuan: number;
}

export class PolicyAgeTiltRow {
  @IntField() fromAge: number;
  @NumberField() monthlyYuan: number;
}

export class PolicyYearSupplementView {
  @IntField() from: number;
  @IntField() upTo: number;
  @NumberField() monthlyPerYear: number;
  @NumberField() monthlyPerYearBeyond: number;
  @ChoiceField(['only-years-beyond', 'all-years']) beyond: 'only-years-beyond' | 'all-years';
}

/** A profile whole, in the shape it is loaded in: what a next version begins from. */
export class PolicyContentView {
  @TextField() id: string;
  @TextField() name: string;
  @FlagField() example: boolean;
  @TextField() source: string;
  @DayField() effectiveFrom: string;
  @DayField({ nullable: true }) effectiveTo: string | null;
  @ListField(() => PolicyTierRow) tiers: PolicyTierRow[];
  @ListField(() => PolicySpecialGroupView) specialGroups: PolicySpecialGroupView[];
  @NumberField() basePensionMonthly: number;
  @ListField(() => PolicyAgeTiltRow) ageTilts: PolicyAgeTiltRow[];
  @ObjectField(() => PolicyYearSupplementView) yearSupplement: PolicyYearSupplementView;
  @IntField() divisor: number;
  @IntField() fullYears: number;
  @TextField() disclaimer: string;
}

export class PolicyProfileDetailView {
  @ObjectField(() => PolicyProfileCardView) card: PolicyProfileCardView;
  @ObjectField(() => PolicyContentView) content: PolicyContentView;
}

export class PolicyFindingView {
  @TextField({ description: 'the row, e.g. tiers[3].yuan' }) path: string;
  @TextField() code: string;
  @TextField() message: string;
}

export class PolicyPreviewView {
  @FlagField({ description: 'true: loading it would succeed now' }) loadable: boolean;
  @ListField(() => PolicyFindingView, { description: 'what must be put right, row by row' }) problems: PolicyFindingView[];
  @ListField(() => PolicyFindingView, { description: 'what a person should look at first; forbids nothing' }) advice: PolicyFindingView[];
  @ListField(() => PolicyPeriodView, { description: 'who would rule from today on; empty while there are problems' }) timeline: PolicyPeriodView[];
}
