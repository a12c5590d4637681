import { ChoiceField, IdField, InstantField, IntField, ListField, ObjectField, TextField, TextListField } from '../../platform/http/fields.ts';
import { TICKET_CLASSES, type TicketClass } from '@hall/shared/queue/queue-settings';
import type { TicketState } from '@hall/shared/queue/ticket.moves';
import { VisitMatterView } from '../booking/booking.dto.ts';
import { TICKET_STATES } from './board.dto.ts';

export class EstimateView {
  @IntField() lowMinutes: number;
  @IntField() highMinutes: number;
  @InstantField({ nullable: true, description: 'promised: called earlier than this and not there, nobody loses the place' }) stepOutUntil: number | null;
}

export class TicketView {
  @IdField() id: string;
  @TextField() number: string;
  @ChoiceField(TICKET_CLASSES) cls: TicketClass;
  @TextField() classLabel: string;
  @ChoiceField(TICKET_STATES) state: TicketState;
  @TextField() stateLabel: string;
  @TextField({ nullable: true }) windowLabel: string | null;
  @IntField() ahead: number;
  @ObjectField(() => EstimateView, { nullable: true }) estimate: EstimateView | null;
  @InstantField() eligibleAt: number;
  @InstantField({ nullable: true }) calledAt: number | null;
  @InstantField({ nullable: true }) servingSince: number | null;
  @InstantField({ nullable: true }) servedAt: number | null;
  @IntField() callCount: number;
  @IntField() recallsLeft: number;
  @TextField({ nullable: true }) bookingId: string | null;
  @ListField(() => VisitMatterView) matters: VisitMatterView[];
  @TextField({ description: 'what to do next' }) sentence: string;
  @TextField({ nullable: true }) ratingInvitationId: string | null;
  @TextListField({ description: 'rejoin, leave' }) actions: string[];
  @IntField() version: number;
  @InstantField() serverTime: number;
}

export class TicketList {
  @ListField(() => TicketView) items: TicketView[];
}

/** By the hall's code: with a booking it is checked in, without one a ticket is taken for the matters. */
export class CheckIn {
  @TextField({ min: 6, max: 64, pattern: /^[\w-]+$/, description: 'six digits, or the token of the QR code' }) code: string;
  @IdField({ optional: true }) bookingId?: string;
  @TextListField({ optional: true, max: 6, maxLength: 40 }) matterIds?: string[];
}

/** Named: ticket id and the version its holder saw. */
export class TicketMove {
  @IntField({ min: 1 }) version: number;
}

export class CloseVisitMatter {
  @IntField({ min: 1 }) version: number;
  @TextField({ min: 2, max: 200 }) reason: string;
}

export const CARE_CHOICES = ['disabled', 'pregnant', 'hardship'] as const;

/** A ticket taken at the desk. The citizen ID, when known, tells the age; other care is taken on the person's word. */
export class DeskTicket {
  @ChoiceField(['walkin', 'care']) cls: 'walkin' | 'care';
  @ChoiceField(CARE_CHOICES, { optional: true }) careReason?: (typeof CARE_CHOICES)[number];
  @TextListField({ max: 6, maxLength: 40 }) matterIds: string[];
  @TextField({ optional: true, max: 30 }) citizenId?: string;
  @TextField({ optional: true, min: 1, max: 40 }) name?: string;
}

export class DeskTicketTakenView {
  @IdField() ticketId: string;
  @TextField() number: string;
  @TextField() slipUrl: string;
}

export class DeskCheckIn {
  @TextField({ min: 8, max: 20 }) bookingReference: string;
}

export class DeskCheckInView {
  @IdField() ticketId: string;
  @TextField() number: string;
}
