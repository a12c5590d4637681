import { PAUSE_REASONS, type DeadlineOffer, type DeadlineState, type LadderLevel, type PauseReason } from '@hall/shared/deadline/deadline.moves';
import { DEADLINE_CODES, type DeadlineCode } from '@hall/shared/deadline/deadline.rules';
import { ChoiceField, DayField, FlagField, IdField, InstantField, IntField, ListField, ObjectField, TextField, TextListField } from '../../platform/http/fields.ts';

const STATES: readonly DeadlineState[] = ['running', 'paused', 'awaiting-calendar', 'met', 'met-late', 'dropped'];

export class DeadlineExtensionView {
  @IntField() workingDays: number;
  @TextField() reason: string;
  @TextField() byName: string;
  @InstantField() at: number;
}

export class DeadlineSuperiorView {
  @IntField({ min: 1, max: 3 }) level: number;
  @TextField() label: string;
  @TextField({ nullable: true }) name: string | null;
  @InstantField() at: number;
}

export class DeadlineView {
  @TextField() id: string;
  @TextField() subjectKind: string;
  @TextField() subjectId: string;
  @TextField() step: string;
  @TextField() stepLabel: string;
  @TextField({ description: 'what is owed, without personal data' }) title: string;
  @TextField({ nullable: true }) ownerId: string | null;
  @TextField({ nullable: true }) ownerName: string | null;
  @TextField({ nullable: true, description: 'who acts for the owner while they are away' }) actingName: string | null;
  @TextField({ nullable: true }) departmentId: string | null;
  @TextField({ nullable: true }) departmentName: string | null;
  @ChoiceField(STATES) state: DeadlineState;
  @TextField() stateLabel: string;
  @InstantField() fromAt: number;
  @InstantField({ nullable: true, description: 'null while its clock stands still or the calendar is awaited' }) dueAt: number | null;
  @InstantField({ nullable: true }) warnAt: number | null;
  @InstantField({ nullable: true }) endedAt: number | null;
  @FlagField() overdue: boolean;
  @IntField({ description: 'working days past the due day' }) daysLate: number;
  @IntField({ min: 0, max: 3, description: '0 the owner, 1 the head, 2 the leader on duty, 3 the director' }) level: LadderLevel;
  @TextField() levelLabel: string;
  @ListField(() => DeadlineSuperiorView) superiors: DeadlineSuperiorView[];
  @TextField() basis: string;
  @IntField({ description: 'the most working days it may be extended, once' }) extensionDays: number;
  @ObjectField(() => DeadlineExtensionView, { nullable: true }) extension: DeadlineExtensionView | null;
  @TextField({ nullable: true, description: 'why its clock stands still' }) pausedFor: string | null;
  @TextListField({ description: 'what may be done with it by hand' }) actions: DeadlineOffer[];
  @IntField() version: number;
}

export class DeadlineList {
  @ListField(() => DeadlineView) items: DeadlineView[];
}

export const DEADLINE_SCOPES = ['mine', 'reported', 'overdue', 'escalated', 'all'] as const;
export type DeadlineScope = (typeof DEADLINE_SCOPES)[number];

export class DeadlineQuery {
  @ChoiceField(DEADLINE_SCOPES, { optional: true, description: 'mine, what I act for included, when left out; reported: to me as a superior' }) scope?: DeadlineScope;
  @ChoiceField(DEADLINE_CODES, { optional: true }) code?: DeadlineCode;
  @TextField({ optional: true, max: 64, pattern: /^[\w-]+$/ }) departmentId?: string;
  @TextField({ optional: true, max: 64, pattern: /^[\w-]+$/ }) ownerId?: string;
}

export class DeadlineExtend {
  @IntField({ min: 1, max: 60 }) workingDays: number;
  @TextField({ min: 1, max: 200 }) reason: string;
  @IntField({ min: 1 }) version: number;
}

export class DeadlinePauseInput {
  @ChoiceField(PAUSE_REASONS) reason: PauseReason;
  @IntField({ min: 1 }) version: number;
}

export class DeadlineHandOnInput {
  @IdField() toStaffId: string;
  @TextField({ min: 2, max: 200 }) reason: string;
  @IntField({ min: 1 }) version: number;
}

export class DeadlineTakerView {
  @TextField() id: string;
  @TextField() name: string;
  @TextField() post: string;
}

/** Who may take something over. */
export class DeadlineTakerList {
  @ListField(() => DeadlineTakerView) items: DeadlineTakerView[];
}

export class DeadlineResume {
  @IntField({ min: 1 }) version: number;
}

export class ComingRuleView {
  @IntField() version: number;
  @DayField() inForceFrom: string;
  @IntField({ nullable: true }) workingDays: number | null;
  @TextField() basisText: string;
}

export class DeadlineRuleView {
  @ChoiceField(DEADLINE_CODES) code: DeadlineCode;
  @TextField() label: string;
  @IntField({ description: "0: the catalogue's own" }) version: number;
  @IntField({ nullable: true, description: 'null: the day is given by the matter in hand' }) workingDays: number | null;
  @IntField() warnDays: number;
  @IntField({ nullable: true, description: 'null: nobody above is told' }) leaderAfter: number | null;
  @IntField({ nullable: true }) directorAfter: number | null;
  @IntField() extensionDays: number;
  @TextField({ description: '{n} stands for the working days' }) basis: string;
  @TextField() basisText: string;
  @ObjectField(() => ComingRuleView, { nullable: true }) coming: ComingRuleView | null;
}

export class DeadlineRuleList {
  @ListField(() => DeadlineRuleView) items: DeadlineRuleView[];
}

export class DeadlineRuleInput {
  @DayField() inForceFrom: string;
  @IntField({ nullable: true }) workingDays: number | null;
  @IntField() warnDays: number;
  @IntField({ nullable: true }) leaderAfter: number | null;
  @IntField({ nullable: true }) directorAfter: number | null;
  @IntField() extensionDays: number;
  @TextField({ min: 1, max: 120 }) basis: string;
}

export class OverdueCountView {
  @ChoiceField(DEADLINE_CODES) code: DeadlineCode;
  @TextField() label: string;
  @IntField({ description: 'open just now' }) open: number;
  @IntField({ description: 'of these, past their due time' }) overdue: number;
}

export class OverdueCountList {
  @InstantField() asOf: number;
  @IntField() open: number;
  @IntField() overdue: number;
  @ListField(() => OverdueCountView) items: OverdueCountView[];
}
