import { Injectable } from '@nestjs/common';
import type { ResidentActor, StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { Idempotency } from '../../platform/http/idempotency.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { Halls } from '../hall/halls.ts';
import type { BookForCaller, BookingView, HoldBooking } from './booking.dto.ts';
import { Booking } from './booking.entity.ts';
import { bookingErrors } from './booking.errors.ts';
import { bookingBooked, bookingHeld } from './booking.events.ts';
import { BookingPictures } from './booking-pictures.ts';
import { bookingSettingsOf } from './booking-settings.reader.ts';
import { toBookingView } from './booking.view.ts';
import { FullSlots } from './full-slots.ts';
import { openBooking, type BookingOrder } from './open-booking.ts';
import { SlotFactsReader } from './slot-facts.ts';
import { refusalForTakenKey, retryingOnTakenKey } from './unique-violation.ts';
import { VisitWishes } from './visit-wishes.ts';

type Order = Omit<BookingOrder, 'id'>;

/** Opens bookings: a resident holds a place while filling in, a clerk books for somebody on the phone. */
@Injectable()
export class HoldService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly slots: SlotFactsReader,
    private readonly full: FullSlots,
    private readonly wishes: VisitWishes,
    private readonly pictures: BookingPictures,
    private readonly halls: Halls,
    private readonly crypto: CryptoPort,
    private readonly clock: Clock,
  ) {}

  /**
   * Two people tapping the last place: one gets it, the other BOOKING_SLOT_FULL.
   * @throws also the refusals of `mayHold`; NOT_FOUND for a slot, case or relative that is not theirs
   */
  async hold(actor: ResidentActor, input: HoldBooking, key: Idempotency | null): Promise<BookingView> {
    const slot = await this.slots.slot(input.slotId);
    if (await this.full.isInVain(slot.id, actor.id)) throw bookingErrors.BOOKING_SLOT_FULL();
    const wishes = await this.wishes.ofResident(actor, input.matters);
    const settings = await bookingSettingsOf(this.halls, slot.hallId);
    return this.open(actor, { slot, settings, wishes, by: 'resident', residentId: actor.id, staffId: null, contactPhone: null }, key);
  }

  /** A place for somebody on the phone, booked at once; reserved places go first. */
  async bookForCaller(actor: StaffActor, input: BookForCaller, key: Idempotency | null): Promise<BookingView> {
    const slot = await this.slots.slot(input.slotId);
    if (slot.hallId !== actor.hallId) throw platformErrors.NOT_FOUND();
    const { wishes, phone } = await this.wishes.ofCaller(actor, input);
    const settings = await bookingSettingsOf(this.halls, slot.hallId);
    const residentId = wishes.find((wish) => wish.residentId !== null)?.residentId ?? null;
    return this.open(actor, { slot, settings, wishes, by: 'clerk', residentId, staffId: actor.id, contactPhone: phone }, key);
  }

  private async open(actor: ResidentActor | StaffActor, order: Order, key: Idempotency | null): Promise<BookingView> {
    const picture = await retryingOnTakenKey(() =>
      this.unitOfWork.run(actor, async (work) => {
        let opened: Booking | undefined;
        const id = await work.once(key, async (fresh) => {
          opened = await openBooking(work, this.crypto, { ...order, id: fresh });
          const fact = { bookingId: fresh, hallId: opened.hallId, slotId: opened.slotId, residentId: opened.residentId };
          work.audit(order.by === 'clerk' ? 'booking.book-for-caller' : 'booking.hold', fresh);
          work.emit(order.by === 'clerk' ? bookingBooked : bookingHeld, fact);
        });
        return opened ? this.pictures.ofNew(opened, order.wishes) : this.pictures.of(await work.get(Booking, id));
      }),
    ).catch((error: unknown) => {
      if ((error as { code?: string }).code === 'BOOKING_SLOT_FULL') this.full.note(order.slot.id);
      throw refusalForTakenKey(error);
    });
    return toBookingView(picture, order.by, this.clock.now());
  }
}
