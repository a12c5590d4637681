import { HONOUR_LIMITS } from '@hall/shared/lights/card.rules';
import { ChoiceField, DayField, FlagField, IdField, InstantField, IntField, ListField, ObjectField, TextField, TextListField } from '../../platform/http/fields.ts';
import { LightHonourView, LightPersonCardView } from './lights.dto.ts';

const STATES = ['blank', 'draft', 'published', 'changed', 'withdrawn'] as const;
export const HONOUR_HOLDERS = ['person', 'department', 'window'] as const;
export const PAPER_KINDS = ['service-card', 'badge', 'window-plate', 'duties-board', 'commitments-board'] as const;
export type LightPaperKind = (typeof PAPER_KINDS)[number];

export class StaffCardLineView {
  @TextField() staffId: string;
  @TextField() name: string;
  @TextField() badgeNumber: string;
  @TextField() post: string;
  @TextField() departmentName: string;
  @ChoiceField(STATES) state: (typeof STATES)[number];
  @TextField() stateLabel: string;
  @FlagField({ description: 'the person agreed that the portrait is shown' }) photoShown: boolean;
  @IntField({ description: 'published so far' }) versions: number;
  @IntField() honours: number;
}

export class LightWindowView {
  @TextField() id: string;
  @TextField() label: string;
  @TextField({ nullable: true, description: 'who sits there now' }) clerkName: string | null;
}

export class LightMatterView {
  @TextField() matterId: string;
  @TextField() name: string;
  @TextField({ nullable: true }) departmentId: string | null;
}

export class LightChoiceView {
  @TextField() id: string;
  @TextField() name: string;
}

/** The room's whole table: people, windows, departments, and whose duty each matter is. */
export class StaffCardList {
  @ListField(() => StaffCardLineView) items: StaffCardLineView[];
  @ListField(() => LightWindowView) windows: LightWindowView[];
  @ListField(() => LightChoiceView) departments: LightChoiceView[];
  @ListField(() => LightMatterView) matters: LightMatterView[];
}

export class CardVersionView {
  @IntField() number: number;
  @TextListField() duties: string[];
  @TextField() publishedBy: string;
  @InstantField() publishedAt: number;
}

export class StaffHonourView extends LightHonourView {
  @TextField() id: string;
  @ChoiceField(HONOUR_HOLDERS) holderKind: (typeof HONOUR_HOLDERS)[number];
  @TextField() holderId: string;
  @TextField() holderName: string;
  @TextField({ nullable: true }) withdrawnWhy: string | null;
  @TextListField() actions: string[];
  @IntField() version: number;
}

export class StaffHonourList {
  @ListField(() => StaffHonourView) items: StaffHonourView[];
}

export class StaffCardView extends StaffCardLineView {
  @TextListField({ description: 'of the draft, or as shown' }) duties: string[];
  @FlagField({ description: 'a wording that is not published yet' }) drafted: boolean;
  @ObjectField(() => LightPersonCardView, { description: 'what the public sees, or would see' }) preview: LightPersonCardView;
  @TextField({ nullable: true, description: 'the address in the badge code' }) url: string | null;
  @ListField(() => CardVersionView, { description: 'the newest first' }) history: CardVersionView[];
  @TextListField() actions: string[];
  @IntField({ description: '0 before the first draft' }) version: number;
}

export class CardDraftInput {
  @TextListField({ max: 12, maxLength: 80 }) duties: string[];
  @IntField({ min: 0 }) version: number;
}

export class CardMoveInput {
  @IntField({ min: 1 }) version: number;
}

export class HonourInput {
  @ChoiceField(HONOUR_HOLDERS) holderKind: (typeof HONOUR_HOLDERS)[number];
  @IdField() holderId: string;
  @TextField({ min: 2, max: HONOUR_LIMITS.title }) title: string;
  @TextField({ min: 2, max: HONOUR_LIMITS.givenBy }) givenBy: string;
  @TextField({ min: 2, max: HONOUR_LIMITS.document, description: 'the paper it stands in, with its number' }) document: string;
  @DayField() givenOn: string;
}

export class HonourWithdrawInput {
  @TextField({ min: 2, max: HONOUR_LIMITS.reason }) reason: string;
  @IntField({ min: 1 }) version: number;
}

export class MatterDutyInput {
  @TextField({ min: 1, max: 40, pattern: /^[\w-]+$/ }) matterId: string;
  @IdField({ nullable: true }) departmentId: string | null;
}

export class LightPaperInput {
  @ChoiceField(PAPER_KINDS) kind: LightPaperKind;
  @TextListField({ max: 100, maxLength: 36, description: 'members of staff or windows; empty for the boards' }) ids: string[];
}
