import { BOOKING_ACTIONS, BOOKING_STATE_LABELS, type BookingAction, type BookingState } from '@hall/shared/booking/booking.moves';
import type { SlotKind } from '@hall/shared/booking/booking.rules';
import { ChoiceField, DayField, FlagField, IdField, InstantField, IntField, ListField, TextField, TextListField } from '../../platform/http/fields.ts';

export const SLOT_KINDS = ['express', 'regular'] as const;
export const BOOKING_STATES = Object.keys(BOOKING_STATE_LABELS) as BookingState[];
export const VISIT_MATTER_STATES = ['open', 'handled', 'closed'] as const;

export class SlotDayView {
  @DayField() day: string;
  @TextField() weekdayLabel: string;
  @FlagField({ description: 'whether anything can be booked on that day at all' }) open: boolean;
  @TextField({ nullable: true, description: 'why not, or what people should know' }) note: string | null;
  @IntField({ description: 'places this person could take now' }) free: number;
  @FlagField({ description: 'that year’s holidays are not officially announced yet' }) provisional: boolean;
}

export class SlotDayList {
  @ListField(() => SlotDayView) items: SlotDayView[];
}

export class SlotView {
  @IdField() id: string;
  @DayField() day: string;
  @TextField({ description: 'HH:mm' }) from: string;
  @TextField({ description: 'HH:mm' }) to: string;
  @ChoiceField(SLOT_KINDS) kind: SlotKind;
  @IntField() free: number;
  @FlagField() offered: boolean;
  @TextField({ nullable: true, description: 'why it is not offered' }) reason: string | null;
}

export class SlotList {
  @ListField(() => SlotView) items: SlotView[];
}

export class VisitMatterView {
  @IdField() id: string;
  @TextField() matterId: string;
  @TextField() matterName: string;
  @TextField({ description: 'masked' }) personName: string;
  @TextField({ nullable: true }) applicationId: string | null;
  @TextField({ nullable: true }) caseNumber: string | null;
  @ChoiceField(VISIT_MATTER_STATES) state: string;
}

export class BookingView {
  @IdField() id: string;
  @TextField({ description: 'eight signs, easily read aloud' }) reference: string;
  @ChoiceField(BOOKING_STATES) state: BookingState;
  @TextField() stateLabel: string;
  @ChoiceField(SLOT_KINDS) kind: SlotKind;
  @DayField() day: string;
  @TextField() from: string;
  @TextField() to: string;
  @TextField() hallName: string;
  @TextField() hallAddress: string;
  @InstantField({ nullable: true }) heldUntil: number | null;
  @ListField(() => VisitMatterView) matters: VisitMatterView[];
  @TextField({ nullable: true }) contactPhoneMasked: string | null;
  @TextField({ description: 'what its QR code says' }) qr: string;
  @InstantField() arriveFrom: number;
  @InstantField({ description: 'arriving later than this, it counts as a walk-in' }) lateAfter: number;
  @TextField({ nullable: true }) ticketId: string | null;
  @FlagField({ description: 'the holidays of the year it lies in are not officially announced yet' }) provisional: boolean;
  @TextListField({ description: 'the originals to bring' }) bring: string[];
  @TextField({ description: 'what to do next' }) sentence: string;
  @TextListField({ description: `of ${BOOKING_ACTIONS.join(', ')}` }) actions: BookingAction[];
  @IntField() version: number;
}

export class BookingList {
  @ListField(() => BookingView) items: BookingView[];
}

export class MatterWish {
  @TextField({ min: 1, max: 40, pattern: /^[\w-]+$/ }) matterId: string;
  @IdField({ optional: true, description: 'the pre-filled case; it tells the person' }) applicationId?: string;
  @IdField({ optional: true, description: 'when done for a relative' }) relativeId?: string;
}

export class HoldBooking {
  @IdField() slotId: string;
  @ListField(() => MatterWish, { min: 1, max: 6 }) matters: MatterWish[];
}

export class ConfirmBooking {
  @IntField({ min: 1 }) version: number;
  @TextField({ optional: true, max: 20 }) contactPhone?: string;
}

export class RescheduleBooking {
  @IntField({ min: 1 }) version: number;
  @IdField() slotId: string;
}

export class CancelBooking {
  @IntField({ min: 1 }) version: number;
}

export class CancelBookingForCaller {
  @IntField({ min: 1 }) version: number;
  @TextField({ min: 2, max: 100 }) reason: string;
}

export class CallerMatterWish {
  @TextField({ min: 1, max: 40, pattern: /^[\w-]+$/ }) matterId: string;
  @IdField({ optional: true }) applicationId?: string;
}

export class BookForCaller {
  @IdField() slotId: string;
  @ListField(() => CallerMatterWish, { min: 1, max: 6 }) matters: CallerMatterWish[];
  @TextField({ min: 1, max: 40 }) callerName: string;
  @TextField({ min: 5, max: 20 }) callerPhone: string;
  @TextField({ optional: true, max: 30 }) citizenId?: string;
}

/** Which slots somebody wants to see, and for what. */
export class SlotDaysQuery {
  @TextField({ optional: true, max: 200, description: 'comma-separated' }) matterIds?: string;
  @IdField({ optional: true, description: 'a case; when it is ready, express slots are offered' }) applicationId?: string;
}

export class SlotsQuery {
  @DayField() day: string;
  @IdField({ optional: true }) applicationId?: string;
}
