import { Check, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import type { BookingState } from '@hall/shared/booking/booking.moves';
import type { SlotKind } from '@hall/shared/booking/booking.rules';
import { DayColumn, Id, InstantColumn, Integer, Ref, Text, Version } from '../../platform/persistence/columns.ts';
import { Sealed } from '../../platform/persistence/sealed.ts';

/** Who may take a place; a `withdrawn` one still belongs to its booking but is not given out again. */
export type Audience = 'public' | 'reserved' | 'withdrawn';

/** A stretch of one day that can be booked, express or regular. */
@Entity('slot')
@Index('ux_slot', ['hallId', 'day', 'from', 'kind'], { unique: true })
export class Slot {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @DayColumn('day') day: string;
  /** `HH:mm`, Asia/Shanghai. */
  @Text('from_clock', 5) from: string;
  @Text('to_clock', 5) to: string;
  @Text('kind', 8) kind: SlotKind;
  @InstantColumn('starts_at') startsAt: number;
}

/** One person's room in one slot: a slot's capacity is its rows here, so there is no counter to get wrong. */
@Entity('place')
@Index('ux_place_number', ['slotId', 'number'], { unique: true })
@Index('ux_place_slot', ['slotId', 'id'], { unique: true })
@Index('ix_place_free', ['slotId', 'audience', 'freeFrom'])
@Index('ix_place_booking', ['bookingId'])
export class Place {
  @Id() id: string;
  @Ref('slot_id') slotId: string;
  @ManyToOne(() => Slot, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'slot_id', foreignKeyConstraintName: 'fk_place_slot' })
  slot?: Slot;
  @Integer('number') number: number;
  @Text('audience', 9) audience: Audience;
  /** From this instant on whoever comes first may take it: so an expired hold needs no job to be free. */
  @InstantColumn('free_from') freeFrom: number;
  @InstantColumn('held_until', { nullable: true }) heldUntil: number | null;
  @Ref('booking_id', { nullable: true }) bookingId: string | null;
}

/** In SQL, so that not even a statement typed by hand can leave an open booking without its place. */
export const OPEN_HAS_PLACE = "state NOT IN ('held', 'booked', 'arrived') OR place_ref IS NOT NULL";

/**
 * One visit somebody has announced. While it is open it holds exactly one place of its own slot (`place_ref`, unique,
 * never null then): the database itself refuses to sell a place twice.
 */
@Entity('booking')
@Check('ck_booking_open_has_place', OPEN_HAS_PLACE)
@Index('ux_booking_place', ['placeRef'], { unique: true })
@Index('ux_booking_reference', ['reference'], { unique: true })
@Index('ix_booking_slot', ['slotId', 'placeRef'])
@Index('ix_booking_resident', ['residentId'])
@Index('ix_booking_hold', ['heldUntil'])
export class Booking {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Ref('slot_id') slotId: string;
  @Ref('place_ref', { nullable: true }) placeRef: string | null;
  @ManyToOne(() => Place, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn([
    { name: 'slot_id', referencedColumnName: 'slotId', foreignKeyConstraintName: 'fk_booking_place' },
    { name: 'place_ref', referencedColumnName: 'id', foreignKeyConstraintName: 'fk_booking_place' },
  ])
  place?: Place | null;
  @Text('reference', 8) reference: string;
  @Text('state', 9) state: BookingState;
  /** The account that made it; null for a caller whom a clerk booked for. */
  @Ref('resident_id', { nullable: true }) residentId: string | null;
  @Ref('staff_id', { nullable: true }) staffId: string | null;
  @Sealed('contact_phone_cipher', 'booking.contact-phone', { nullable: true }) contactPhoneCipher: string | null;
  /** Set only while held. */
  @InstantColumn('held_until', { nullable: true }) heldUntil: number | null;
  @Integer('reschedule_count') rescheduleCount: number;
  @InstantColumn('created_at') createdAt: number;
  @InstantColumn('arrived_at', { nullable: true }) arrivedAt: number | null;
  /** When it was served, missed, cancelled or expired. */
  @InstantColumn('closed_at', { nullable: true }) closedAt: number | null;
  @Text('close_reason', 200, { nullable: true }) closeReason: string | null;
  @Ref('ticket_id', { nullable: true }) ticketId: string | null;
  @Version() version: number;
}

export type VisitMatterState = 'open' | 'handled' | 'closed';

/** One matter of one person in one visit, announced by a booking or brought by a walk-in's ticket. */
@Entity('visit_matter')
@Index('ux_visit_open', ['openKey'], { unique: true })
@Index('ux_visit_seat', ['seatKey'], { unique: true })
@Index('ix_visit_booking', ['bookingId'])
@Index('ix_visit_ticket', ['ticketId'])
@Index('ix_visit_person', ['personKey'])
@Index('ix_visit_application', ['applicationId'])
export class VisitMatter {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Ref('booking_id', { nullable: true }) bookingId: string | null;
  @ManyToOne(() => Booking, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'booking_id', foreignKeyConstraintName: 'fk_visit_booking' })
  booking?: Booking | null;
  @Ref('ticket_id', { nullable: true }) ticketId: string | null;
  /** The account that looks after it; null when nobody is signed in for it. */
  @Ref('resident_id', { nullable: true }) residentId: string | null;
  /** The person served: a citizen index, or `resident:…`, `caller:…`, `ticket:…` while no ID is known. */
  @Text('person_key', 80) personKey: string;
  @Sealed('person_name_cipher', 'visit-matter.person-name', { nullable: true }) personNameCipher: string | null;
  @Text('matter_id', 40) matterId: string;
  @Ref('application_id', { nullable: true }) applicationId: string | null;
  /** Person and matter while open, null once closed: one open visit each, whoever comes for it. */
  @Text('open_key', 130, { nullable: true }) openKey: string | null;
  /** Person and a number up to the hall's limit, on one matter of each open visit: so the limit holds under any race. */
  @Text('seat_key', 90, { nullable: true }) seatKey: string | null;
  @Text('state', 8) state: VisitMatterState;
  @Text('close_reason', 200, { nullable: true }) closeReason: string | null;
  @InstantColumn('closed_at', { nullable: true }) closedAt: number | null;
  @Version() version: number;
}
