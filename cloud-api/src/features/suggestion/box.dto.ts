import { BOX_OPENING_LABELS, type BoxOpeningAction, type BoxOpeningState } from '@hall/shared/suggestion/box.moves';
import { SUGGESTION_LIMITS, type SuggestionTopic } from '@hall/shared/suggestion/suggestion.rules';
import { SLIP_LIMITS } from '@hall/shared/suggestion/slip.rules';
import { ChoiceField, DayField, FlagField, IdField, InstantField, IntField, ListField, TextField, TextListField } from '../../platform/http/fields.ts';
import { TOPICS } from './suggestion.dto.ts';

export class BoxOpeningView {
  @IdField() id: string;
  @DayField() plannedFor: string;
  @ChoiceField(Object.keys(BOX_OPENING_LABELS)) state: BoxOpeningState;
  @TextField() stateLabel: string;
  @TextField({ nullable: true }) firstName: string | null;
  @InstantField({ nullable: true }) begunAt: number | null;
  @TextField({ nullable: true }) secondName: string | null;
  @InstantField({ nullable: true }) openedAt: number | null;
  @IntField({ nullable: true, description: 'slips counted when it was opened' }) counted: number | null;
  @IntField() entered: number;
  @InstantField({ nullable: true }) dueAt: number | null;
  @FlagField() overdue: boolean;
  @DayField({ nullable: true, description: 'the day it was announced for before it was put on another' }) movedFrom: string | null;
  @TextField({ nullable: true, description: 'why it was put on another day' }) moveReason: string | null;
  @TextListField() actions: BoxOpeningAction[];
  @IntField() version: number;
}

export class SlipBatchView {
  @IdField() id: string;
  @IntField() batch: number;
  @IntField() slips: number;
  @IntField({ description: 'came back through the box' }) used: number;
  @TextField() printedBy: string;
  @InstantField() printedAt: number;
}

export class SuggestionBoxView {
  @IntField({ min: 1, max: 7, description: 'the weekday openings are planned on' }) weekday: number;
  @ListField(() => BoxOpeningView) openings: BoxOpeningView[];
  @ListField(() => SlipBatchView) batches: SlipBatchView[];
}

export class PlanBoxOpening {
  @DayField() plannedFor: string;
}

export class BoxOpeningMove {
  @IntField({ min: 1 }) version: number;
}

export class MoveBoxOpening extends BoxOpeningMove {
  @DayField() plannedFor: string;
  @TextField({ min: 2, max: SUGGESTION_LIMITS.reason, description: 'why it is put on another day' }) reason: string;
}

export class ConfirmBoxOpening extends BoxOpeningMove {
  @IntField({ min: 0, max: 999, description: 'slips that lay in the box' }) counted: number;
}

export class PrintSlips {
  @IntField({ min: 1, max: SLIP_LIMITS.slips }) slips: number;
}

export class SlipPictureView {
  @IdField() pictureId: string;
}

export class EnterSlip {
  @TextField({ nullable: true, max: 20, description: 'null for people’s own paper, which cannot be tracked' }) serial: string | null;
  @ChoiceField(TOPICS) topic: SuggestionTopic;
  @TextField({ max: SUGGESTION_LIMITS.most * 4 }) text: string;
  @FlagField() wishesPublic: boolean;
  @IdField({ description: 'of POST …/pictures' }) pictureId: string;
}

export class EnteredSlipView {
  @IdField() suggestionId: string;
  @TextField() number: string;
  @TextField({ nullable: true }) serial: string | null;
  @IntField() entered: number;
}
