import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { decide, type BookingAction } from '@hall/shared/booking/booking.moves';
import { freeFromAfterCancel, maySeeSlot } from '@hall/shared/booking/booking.rules';
import type { ResidentActor, StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { refusal } from '../../platform/errors/domain-error.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { CaseReadiness } from './case-readiness.ts';
import type { BookingView, CancelBooking, CancelBookingForCaller, ConfirmBooking, RescheduleBooking } from './booking.dto.ts';
import { Booking } from './booking.entity.ts';
import { bookingErrors } from './booking.errors.ts';
import { bookingBooked, bookingCancelled, bookingRescheduled } from './booking.events.ts';
import { BookingPictures } from './booking-pictures.ts';
import { factsOf, toBookingView, type BookingPicture } from './booking.view.ts';
import { contactPhonePlace } from './open-booking.ts';
import { NEVER, claimPlace, closeMatters, freePlace, keepPlace } from './places.ts';
import { SlotFactsReader, type SlotFacts } from './slot-facts.ts';
import { phoneOf } from './visit-wishes.ts';

type Owner = ResidentActor | StaffActor;
const byOf = (actor: Owner) => (actor.kind === 'staff' ? 'clerk' : 'resident');
const CHANCES = 1_000_000;

/** What may happen to a booking before its visit. Places are always taken before the booking's own row is. */
@Injectable()
export class BookingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pictures: BookingPictures,
    private readonly slots: SlotFactsReader,
    private readonly readiness: CaseReadiness,
    private readonly crypto: CryptoPort,
    private readonly clock: Clock,
  ) {}

  /** @throws BOOKING_HOLD_EXPIRED, BOOKING_PHONE_INVALID */
  confirm(actor: ResidentActor, id: string, input: ConfirmBooking): Promise<BookingView> {
    const phone = input.contactPhone === undefined ? null : phoneOf(input.contactPhone, 'contactPhone');
    return this.move(actor, id, input.version, 'confirm', async (work, { booking }) => {
      await keepPlace(work, booking.placeRef!, booking.id);
      await work.change(Booking, booking, { state: 'booked', heldUntil: null, contactPhoneCipher: phone && this.crypto.encryptField(phone, contactPhonePlace(booking.id)) });
      work.audit('booking.confirm', booking.id);
      work.emit(bookingBooked, factOf(booking));
    });
  }

  /**
   * Moves the same booking to another slot. The new place is taken before the old one is given back, and free places
   * are never waited for, so two people exchanging their slots cannot block each other.
   * @throws BOOKING_SLOT_FULL, BOOKING_SAME_SLOT and the refusals of `maySeeSlot`; the old place is kept then
   */
  async reschedule(actor: Owner, id: string, input: RescheduleBooking): Promise<BookingView> {
    const to = await this.slots.slot(input.slotId);
    return this.move(actor, id, input.version, 'reschedule', async (work, picture) => {
      const { booking } = picture;
      if (to.hallId !== booking.hallId) throw platformErrors.NOT_FOUND();
      if (to.id === booking.slotId) throw bookingErrors.BOOKING_SAME_SLOT();
      const allReady = await this.readiness.allReady(picture.matters.map((line) => line.applicationId));
      const offered = maySeeSlot({ by: byOf(actor), slotStart: to.startsAt, slotKind: to.kind, allReady }, work.now, picture.settings);
      if (!offered.ok) throw refusal(offered);
      const placeRef = await this.claimElsewhere(work, actor, booking.id, to);
      await this.giveBack(work, picture);
      const fromSlotId = booking.slotId;
      await work.change(Booking, booking, { slotId: to.id, placeRef, rescheduleCount: booking.rescheduleCount + (picture.displaced ? 0 : 1) });
      work.audit('booking.reschedule', booking.id, { fromSlotId, toSlotId: to.id });
      work.emit(bookingRescheduled, { ...factOf(booking), fromSlotId });
    });
  }

  cancel(actor: ResidentActor, id: string, input: CancelBooking): Promise<BookingView> {
    return this.move(actor, id, input.version, 'cancel', (work, picture) => this.cancelNow(work, picture, 'resident', null));
  }

  cancelForCaller(actor: StaffActor, id: string, input: CancelBookingForCaller): Promise<BookingView> {
    return this.move(actor, id, input.version, 'cancel', (work, picture) => this.cancelNow(work, picture, 'clerk', input.reason.trim()));
  }

  /** The case behind it has ended: its part of a visit ends with it, and the booking when nothing is left of the visit. */
  async caseClosed(work: Work, applicationId: string): Promise<void> {
    const touched = await work.rows<{ booking_id: string }>("SELECT booking_id FROM visit_matter WHERE application_id = ? AND state = 'open' AND booking_id IS NOT NULL", [applicationId]);
    for (const { booking_id: bookingId } of touched) {
      const booking = await work.get(Booking, bookingId);
      const picture = await this.pictures.of(booking);
      const others = picture.matters.filter((line) => line.state === 'open' && line.applicationId !== applicationId);
      if (others.length > 0) {
        await work.execute("UPDATE visit_matter SET state = 'closed', open_key = NULL, close_reason = 'case-closed', closed_at = ?, version = version + 1 WHERE booking_id = ? AND application_id = ? AND state = 'open'", [work.now, bookingId, applicationId]);
      } else if (decide('cancel', factsOf(picture, 'hall'), work.now).ok) {
        await this.cancelNow(work, picture, 'hall', 'case-closed');
      }
    }
  }

  private async move(actor: Owner, id: string, version: number, action: BookingAction, act: (work: Work, picture: BookingPicture) => Promise<void>): Promise<BookingView> {
    const picture = await this.unitOfWork.run(actor, async (work) => {
      const booking = await work.get(Booking, id);
      if (actor.kind === 'staff' ? booking.hallId !== actor.hallId : booking.residentId !== actor.id) throw platformErrors.NOT_FOUND();
      if (booking.version !== version) throw platformErrors.STALE_VERSION();
      const found = await this.pictures.of(booking);
      const verdict = decide(action, factsOf(found, byOf(actor)), work.now);
      if (!verdict.ok) throw refusal(verdict);
      await act(work, found);
      return this.pictures.of(booking);
    });
    return toBookingView(picture, byOf(actor), this.clock.now());
  }

  private async cancelNow(work: Work, picture: BookingPicture, by: 'resident' | 'clerk' | 'hall', reason: string | null): Promise<void> {
    const { booking } = picture;
    await this.giveBack(work, picture);
    await work.change(Booking, booking, { state: 'cancelled', placeRef: null, heldUntil: null, closedAt: work.now, closeReason: reason });
    await closeMatters(work, booking.id, 'cancelled');
    work.audit('booking.cancel', booking.id, reason === null ? null : { reasonGiven: true });
    work.emit(bookingCancelled, { ...factOf(booking), by });
  }

  /** A hold that was only tried comes back at once; a booked place after a random while, so that nobody can pass it on. */
  private async giveBack(work: Work, { booking, slot, settings }: BookingPicture): Promise<void> {
    const freeFrom = booking.state === 'held' ? work.now : freeFromAfterCancel(slot.startsAt, work.now, randomInt(CHANCES) / CHANCES, settings);
    await freePlace(work, booking.placeRef!, booking.id, freeFrom);
  }

  private async claimElsewhere(work: Work, actor: Owner, bookingId: string, to: SlotFacts): Promise<string> {
    const claim = { bookingId, slotId: to.id, until: NEVER, personKeys: [''], residentId: null };
    const place = (actor.kind === 'staff' ? await claimPlace(work, { ...claim, audience: 'reserved' }) : null) ?? (await claimPlace(work, { ...claim, audience: 'public' }));
    if (!place) throw bookingErrors.BOOKING_SLOT_FULL();
    return place.id;
  }
}

const factOf = (booking: Booking) => ({ bookingId: booking.id, hallId: booking.hallId, slotId: booking.slotId, residentId: booking.residentId });
