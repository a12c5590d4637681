import { SHIFT_STATE_LABELS, type ShiftAction, type ShiftState } from '@hall/shared/duty/duty.rules';
import type { CalendarDayKind } from '@hall/shared/kernel/day';
import { ChoiceField, DayField, FlagField, IdField, InstantField, IntField, ListField, ObjectField, TextField, TextListField } from '../../platform/http/fields.ts';

const STATES = Object.keys(SHIFT_STATE_LABELS) as ShiftState[];
const KINDS: readonly CalendarDayKind[] = ['workday', 'extra-workday', 'weekend', 'holiday', 'uncovered'];
const MONTH = /^\d{4}-\d{2}$/;

export class DutyShiftView {
  @TextField() id: string;
  @TextField() leaderId: string;
  @TextField() leaderName: string;
  @TextField({ nullable: true, description: 'who acts for the leader on that day' }) actingName: string | null;
  @ChoiceField(STATES) state: ShiftState;
  @TextField() stateLabel: string;
  @InstantField({ nullable: true }) begunAt: number | null;
  @InstantField({ nullable: true }) handedOverAt: number | null;
  @TextField({ nullable: true }) handOverNote: string | null;
  @FlagField({ description: 'begun on an earlier day and never handed over' }) handOverOwed: boolean;
  @TextListField({ description: 'what the asker may do with it now' }) actions: ShiftAction[];
  @IntField() version: number;
}

export class DutyDayView {
  @DayField() day: string;
  @ChoiceField(KINDS) kind: CalendarDayKind;
  @ObjectField(() => DutyShiftView, { nullable: true }) shift: DutyShiftView | null;
}

export class DutyPersonView {
  @TextField() id: string;
  @TextField() name: string;
  @TextField() post: string;
  @FlagField({ description: 'may be put on the roster' }) leads: boolean;
}

export class DutyPairView {
  @TextField() staffId: string;
  @TextField() staffName: string;
  @TextField() substituteId: string;
  @TextField() substituteName: string;
}

export class DutyAbsenceView {
  @TextField() id: string;
  @TextField() staffId: string;
  @TextField() staffName: string;
  @DayField() fromDay: string;
  @DayField() toDay: string;
  @TextField({ nullable: true, description: 'null: the standing substitute' }) substituteName: string | null;
  @TextField() reason: string;
  @FlagField() mayCancel: boolean;
  @IntField() version: number;
}

/** Somebody who is away today, and in whose hands their work lies. */
export class DutyAwayView {
  @TextField() staffId: string;
  @TextField() name: string;
  @TextField() post: string;
  @TextField({ nullable: true, description: 'null while nobody acts for them' }) actingName: string | null;
  @DayField({ description: 'the last day they are away' }) until: string;
}

export class DutyMonthView {
  @TextField() month: string;
  @DayField() today: string;
  @FlagField() mayEdit: boolean;
  @ListField(() => DutyDayView) days: DutyDayView[];
  @ListField(() => DutyPersonView) people: DutyPersonView[];
  @ListField(() => DutyPairView) pairs: DutyPairView[];
  @TextField({ description: 'of all pairs together; sent back with other ones' }) pairsVersion: string;
  @ListField(() => DutyAbsenceView, { description: 'of this month and later' }) absences: DutyAbsenceView[];
  @ListField(() => DutyAwayView, { description: 'today, whichever month is shown' }) away: DutyAwayView[];
}

/** Somebody away whose work lies in the asker's hands today. */
export class DutyActsForView {
  @TextField() staffId: string;
  @TextField() name: string;
  @TextField() post: string;
  @DayField({ description: 'the last day they are away' }) until: string;
}

export class DutyActsForList {
  @ListField(() => DutyActsForView) items: DutyActsForView[];
}

export class DutyMonthQuery {
  @TextField({ optional: true, max: 7, pattern: MONTH, description: 'YYYY-MM; this month when left out' }) month?: string;
}

export class DutyShiftInput {
  @DayField() day: string;
  @IdField({ nullable: true, description: 'null takes the day off the roster' }) leaderId: string | null;
  @IntField({ nullable: true, description: 'of the shift that was there, null when there was none' }) version: number | null;
}

export class DutyMonthInput {
  @TextField({ max: 7, pattern: MONTH }) month: string;
  @ListField(() => DutyShiftInput, { max: 31 }) shifts: DutyShiftInput[];
}

export class DutyPairInput {
  @IdField() staffId: string;
  @IdField() substituteId: string;
}

export class DutyPairsInput {
  @ListField(() => DutyPairInput, { max: 100 }) pairs: DutyPairInput[];
  @TextField({ max: 40, description: 'pairsVersion as it was read' }) version: string;
}

export class DutyAbsenceInput {
  @IdField() staffId: string;
  @DayField() fromDay: string;
  @DayField() toDay: string;
  @IdField({ nullable: true }) substituteId: string | null;
  @TextField({ min: 1, max: 60 }) reason: string;
}

export class DutyAbsenceCancel {
  @IntField({ min: 1 }) version: number;
}

export class DutyBegin {
  @IntField({ min: 1 }) version: number;
}

export class DutyHandOver {
  @IntField({ min: 1 }) version: number;
  @TextField({ min: 1, max: 500, description: 'what the next leader must know' }) note: string;
}

export class DutyImportRowView {
  @IntField() row: number;
  @DayField() day: string;
  @TextField({ nullable: true }) leaderId: string | null;
  @TextField() leaderName: string;
  @ChoiceField(['new', 'changed', 'removed', 'same']) change: 'new' | 'changed' | 'removed' | 'same';
  @IntField({ nullable: true }) version: number | null;
}

export class DutyImportProblemView {
  @IntField() row: number;
  @TextField() message: string;
}

/** Nothing is saved yet: what is right is sent back as the month's plan. */
export class DutyImportView {
  @TextField() month: string;
  @ListField(() => DutyImportRowView) rows: DutyImportRowView[];
  @ListField(() => DutyImportProblemView) problems: DutyImportProblemView[];
}

export class DutyLeaderView {
  @TextField() leaderName: string;
  @TextField({ nullable: true, description: 'whom they act for, when the leader is away' }) inNameOf: string | null;
  @TextField() post: string;
  @TextField({ nullable: true }) photoUrl: string | null;
}

export class DutyTodayView {
  @DayField() day: string;
  @ObjectField(() => DutyLeaderView, { nullable: true, description: 'null on a day without a shift' }) onDuty: DutyLeaderView | null;
  @TextField() hallPhone: string;
}
