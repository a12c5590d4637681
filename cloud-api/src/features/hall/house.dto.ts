import { PLAN_STATES, type PlanState } from '@hall/shared/house/house.rules';
import { ChoiceField, DayField, InstantField, IntField, ListField, ObjectField, OpenObjectField, TextField, TextListField } from '../../platform/http/fields.ts';

export const HOUSE_KINDS = ['department', 'window', 'hall', 'setting'] as const;
export type HouseKind = (typeof HOUSE_KINDS)[number];

export class HousePlanView {
  @TextField() id: string;
  @TextField() subjectId: string;
  @TextField() label: string;
  @DayField() effectiveFrom: string;
  @TextListField({ description: 'the change in words, a line a field' }) lines: string[];
  @TextField() reason: string;
  @ChoiceField(PLAN_STATES) state: PlanState;
  @TextField() stateLabel: string;
  @TextField({ nullable: true, description: 'why it could not take effect on its day' }) refusal: string | null;
  @TextField() byName: string;
  @InstantField() createdAt: number;
  @InstantField({ nullable: true }) appliedAt: number | null;
  @TextListField({ description: 'withdraw, undo' }) actions: ('withdraw' | 'undo')[];
  @IntField() version: number;
}

export class HouseSubjectView {
  @TextField() id: string;
  @TextField() label: string;
  @OpenObjectField({ description: 'as it is now; the kind says which fields' }) facts: Record<string, unknown>;
  @TextField({ description: 'goes back with a change, so that nobody overwrites what they have not seen' }) stamp: string;
  @ObjectField(() => HousePlanView, { nullable: true }) planned: HousePlanView | null;
}

export class HouseMatterView {
  @TextField() id: string;
  @TextField() name: string;
}

export class HouseRoomView {
  @TextField() today: string;
  @ListField(() => HouseSubjectView) items: HouseSubjectView[];
  @ListField(() => HousePlanView, { description: 'the latest changes, the newest first' }) plans: HousePlanView[];
  @ListField(() => HouseMatterView, { description: 'what a counter may handle' }) matters: HouseMatterView[];
}

export class HouseChange {
  @TextField({ max: 36, pattern: /^[\w.-]+$/, nullable: true, description: 'an id, or the name of a setting; null for something new' }) subjectId: string | null;
  @TextField({ max: 40, nullable: true, description: 'of the subject as it was seen; null for something new' }) stamp: string | null;
  @OpenObjectField() after: Record<string, unknown>;
}

export class HouseChangeRequest {
  @DayField({ description: 'today: at once' }) effectiveFrom: string;
  @TextField({ min: 2, max: 200 }) reason: string;
  @ListField(() => HouseChange, { min: 1, max: 200 }) changes: HouseChange[];
}

export class HousePreviewItemView {
  @TextField() label: string;
  @TextListField() lines: string[];
  @TextListField({ description: 'for whom it changes something' }) effects: string[];
}

export class HousePreviewView {
  @DayField() effectiveFrom: string;
  @ListField(() => HousePreviewItemView) items: HousePreviewItemView[];
}

export class HousePlanWithdrawal {
  @IntField({ min: 1 }) version: number;
}

export class HousePlanUndoing {
  @TextField({ min: 2, max: 200 }) reason: string;
}

export class TableProblemView {
  @IntField() row: number;
  @TextField() message: string;
}

export class HouseImportRowView {
  @IntField() row: number;
  @TextField() label: string;
  @TextListField() lines: string[];
  @ObjectField(() => HouseChange) change: HouseChange;
}

/** What a sheet would change; saved by proposing the changes. */
export class HouseImportView {
  @ListField(() => HouseImportRowView, { max: 2000 }) rows: HouseImportRowView[];
  @IntField({ description: 'rows that say what is so already' }) same: number;
  @ListField(() => TableProblemView, { max: 2000 }) problems: TableProblemView[];
}
