import type { SlotKind } from '@hall/shared/booking/booking.rules';
import { ChoiceField, DayField, FlagField, IdField, IntField, ListField, NumberField, TextField, TextListField } from '../../platform/http/fields.ts';
import { SLOT_KINDS, SlotView } from './booking.dto.ts';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt } from 'class-validator';

/** One stretch of the weekly plan; numbers are per slot. */
export class SlotPatternView {
  @IdField() id: string;
  @ApiProperty({ type: 'integer', isArray: true, description: '1 (Monday) to 7 (Sunday)' }) @IsArray() @ArrayMinSize(1) @ArrayMaxSize(7) @IsInt({ each: true }) weekdays: number[];
  @TextField({ max: 5, description: 'HH:mm' }) from: string;
  @TextField({ max: 5, description: 'HH:mm' }) to: string;
  @IntField() slotMinutes: number;
  @IntField({ description: 'people the windows can serve in one slot, walk-ins included' }) capacity: number;
  @NumberField({ description: '0 to 1: the share that is never bookable' }) walkInShare: number;
  @IntField() expressPlaces: number;
  @IntField({ description: 'of the express places, only clerks give these' }) reservedExpress: number;
  @IntField({ description: 'of the regular places, only clerks give these' }) reservedRegular: number;
  @DayField() effectiveFrom: string;
  @DayField({ nullable: true }) effectiveTo: string | null;
  @FlagField() onExtraWorkdays: boolean;
}

export class ClosureView {
  @IdField() id: string;
  @DayField() day: string;
  @TextField({ nullable: true, max: 5, description: 'null with `to`: the whole day' }) from: string | null;
  @TextField({ nullable: true, max: 5 }) to: string | null;
  @TextField({ max: 100 }) reason: string;
}

/** A booking at a time the hall no longer serves, and the nearest places it could have instead. */
export class BookingConflictView {
  @IdField() bookingId: string;
  @TextField() reference: string;
  @DayField() day: string;
  @TextField() from: string;
  @TextField() to: string;
  @ChoiceField(SLOT_KINDS) kind: SlotKind;
  @TextField({ description: 'masked' }) personName: string;
  @TextField({ nullable: true }) contactPhoneMasked: string | null;
  @FlagField({ description: 'has an account and is told of a new time; whoever booked by telephone must be called' }) hearsByItself: boolean;
  @TextListField() matterNames: string[];
  @IntField() version: number;
  @ListField(() => SlotView) offers: SlotView[];
}

export class BookingPlanView {
  @IntField() version: number;
  @ListField(() => SlotPatternView) patterns: SlotPatternView[];
  @ListField(() => ClosureView) closures: ClosureView[];
  @ListField(() => BookingConflictView) conflicts: BookingConflictView[];
}

export class BookingPlanInput {
  @IntField({ min: 0, description: '0 before there is a plan' }) version: number;
  @ListField(() => SlotPatternView, { max: 50 }) patterns: SlotPatternView[];
  @ListField(() => ClosureView, { max: 500 }) closures: ClosureView[];
}
