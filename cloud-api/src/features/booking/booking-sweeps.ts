import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { decide } from '@hall/shared/booking/booking.moves';
import { addDays, dayOf } from '@hall/shared/kernel/day';
import { system } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { Halls, type HallFacts } from '../hall/halls.ts';
import { Booking } from './booking.entity.ts';
import { bookingMissed } from './booking.events.ts';
import { BookingPictures } from './booking-pictures.ts';
import { factsOf } from './booking.view.ts';
import { closeMatters, expireHold } from './places.ts';

const AT_ONCE = 200;
/** A hall that was switched off for longer looks no further back. */
const LOOK_BACK_DAYS = 60;

/** What becomes of bookings nobody touches. Each step is idempotent. */
@Injectable()
export class BookingSweeps {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly pictures: BookingPictures,
    private readonly halls: Halls,
    private readonly clock: Clock,
  ) {}

  /** Writes down which holds have run out. Only bookkeeping: their places have been free since that instant. */
  async expireHolds(): Promise<number> {
    const rows: { id: string; place_ref: string | null }[] = await this.dataSource.query(`SELECT id, place_ref FROM booking WHERE held_until <= ? ORDER BY held_until LIMIT ${AT_ONCE}`, [this.clock.now()]);
    let expired = 0;
    for (const { id, place_ref: placeRef } of rows) {
      const done = await this.unitOfWork.run(system('booking-sweep'), async (work) => {
        await work.execute('UPDATE place SET booking_id = NULL, held_until = NULL WHERE id = ? AND booking_id = ? AND free_from <= ?', [placeRef, id, work.now]);
        return expireHold(work, id);
      });
      if (done) expired += 1;
    }
    return expired;
  }

  /** After closing, whoever was booked that day and did not come has missed it. */
  async markMissed(): Promise<number> {
    let missed = 0;
    for (const hall of await this.halls.all()) {
      for (const id of await this.notCome(hall)) if (await this.miss(id)) missed += 1;
    }
    return missed;
  }

  /** Today's arrivals are the queue's to end; what it left open of earlier days is ended here. */
  private async notCome(hall: HallFacts): Promise<string[]> {
    const today = dayOf(this.clock.now());
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT b.id FROM slot s JOIN booking b ON b.slot_id = s.id
       WHERE s.hall_id = ? AND s.day >= ? AND s.day <= ? AND (b.state = 'booked' OR (b.state = 'arrived' AND s.day < ?)) ORDER BY b.id LIMIT ${AT_ONCE}`,
      [hall.id, addDays(today, -LOOK_BACK_DAYS), today, today],
    );
    return rows.map((row) => row.id);
  }

  private miss(id: string): Promise<boolean> {
    return this.unitOfWork.run(system('booking-sweep'), async (work) => {
      const booking = await work.lock(Booking, id);
      const verdict = decide('miss', factsOf(await this.pictures.of(booking), 'hall'), work.now);
      if (!verdict.ok) return false;
      const came = booking.arrivedAt !== null;
      await work.change(Booking, booking, { state: verdict.value, placeRef: null, closedAt: work.now, closeReason: came ? 'not-served' : null });
      await closeMatters(work, id, came ? 'not-served' : 'missed');
      work.audit(came ? 'booking.unserved' : 'booking.miss', id);
      if (!came) work.emit(bookingMissed, { bookingId: id, hallId: booking.hallId, slotId: booking.slotId, residentId: booking.residentId });
      return true;
    });
  }
}
