import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { OfficialCalendar, provisionalIn } from '../../platform/calendar/official-calendar.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { Cases } from '../enrolment/cases.ts';
import { Halls } from '../hall/halls.ts';
import { Place, type Booking } from './booking.entity.ts';
import { bookingSettingsOf } from './booking-settings.reader.ts';
import type { BookingPicture, MatterLine } from './booking.view.ts';
import { MatterShelf } from './matter-shelf.ts';
import { contactPhonePlace } from './open-booking.ts';
import { SlotFactsReader } from './slot-facts.ts';
import { VisitMatters } from './visit-matters.ts';
import type { VisitWish } from './visit-wish.ts';

/** Gathers everything a view or a decision about bookings needs; inside a unit of work it sees what that work wrote. */
@Injectable()
export class BookingPictures {
  constructor(
    private readonly dataSource: DataSource,
    private readonly halls: Halls,
    private readonly slots: SlotFactsReader,
    private readonly shelf: MatterShelf,
    private readonly visitMatters: VisitMatters,
    private readonly cases: Cases,
    private readonly crypto: CryptoPort,
    private readonly calendar: OfficialCalendar,
  ) {}

  async of(booking: Booking): Promise<BookingPicture> {
    return (await this.ofAll([booking]))[0]!;
  }

  async ofAll(bookings: readonly Booking[]): Promise<BookingPicture[]> {
    if (bookings.length === 0) return [];
    const matters = await this.visitMatters.of('bookingId', bookings.map((booking) => booking.id));
    const places = bookings.flatMap((booking) => booking.placeRef ?? []);
    const withdrawn = places.length === 0 ? [] : await this.dataSource.manager.find(Place, { where: { id: In(places), audience: 'withdrawn' }, select: { id: true } });
    const displaced = new Set(withdrawn.map((place) => place.id));
    return Promise.all(bookings.map((booking) => this.picture(booking, matters.get(booking.id) ?? [], booking.placeRef !== null && displaced.has(booking.placeRef))));
  }

  /** A booking just opened, from what is already in hand. */
  ofNew(booking: Booking, wishes: readonly VisitWish[]): Promise<BookingPicture> {
    return this.picture(booking, wishes.map((wish) => ({ ...wish, state: 'open' as const })), false);
  }

  private async picture(booking: Booking, matters: readonly MatterLine[], displaced: boolean): Promise<BookingPicture> {
    const [slot, hall, settings, bring, calendar] = await Promise.all([
      this.slots.slot(booking.slotId), this.halls.hall(booking.hallId), bookingSettingsOf(this.halls, booking.hallId), this.bring(matters), this.calendar.load(),
    ]);
    const contactPhone = booking.contactPhoneCipher && this.crypto.decryptField(booking.contactPhoneCipher, contactPhonePlace(booking.id));
    return { booking, slot, hall, settings, matters, contactPhone, bring, displaced, provisional: provisionalIn(calendar, slot.day) };
  }

  /** The originals to bring, each once. A case filled in at home knows which it asks for; without one, what some need is on the list with its condition. */
  private async bring(matters: readonly MatterLine[]): Promise<string[]> {
    const papers = await this.cases.papersOf(matters.flatMap((line) => line.applicationId ?? []));
    const lists = await Promise.all(matters.map(({ matterId, applicationId }) => (applicationId ? papers.get(applicationId) : undefined) ?? this.shelf.bring(matterId)));
    return [...new Set(lists.flat())];
  }
}
