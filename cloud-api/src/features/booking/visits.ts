import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { normaliseReference } from '@hall/shared/booking/booking-reference';
import { arrivalClass, decide } from '@hall/shared/booking/booking.moves';
import type { Instant } from '@hall/shared/kernel/day';
import type { SlotKind } from '@hall/shared/booking/booking.rules';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { refusal } from '../../platform/errors/domain-error.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { readPrepared } from '../../platform/persistence/statements.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Booking, VisitMatter } from './booking.entity.ts';
import { bookingErrors } from './booking.errors.ts';
import { bookingArrived } from './booking.events.ts';
import { BookingPictures } from './booking-pictures.ts';
import { factsOf, stateAt } from './booking.view.ts';
import { personNamePlace } from './open-booking.ts';
import { closeMatters } from './places.ts';
import { VisitMatters, type VisitMatterFacts } from './visit-matters.ts';
import { openKeyOf } from './visit-wish.ts';

/** As many as one question asks for. */
const IDS_AT_ONCE = 500;

export { toMatterView } from './booking.view.ts';
export type { VisitMatterFacts } from './visit-matters.ts';


export interface VisitFacts {
  bookingId: string;
  reference: string;
  hallId: string;
  state: Booking['state'];
  residentId: string | null;
  ticketId: string | null;
  kind: SlotKind;
  slotStart: Instant;
  /** The first person of the visit: who is called. */
  personKey: string;
  personName: string | null;
  matters: VisitMatterFacts[];
}

export interface WalkIn {
  hallId: string;
  ticketId: string;
  residentId: string | null;
  /** A citizen index, or `resident:…` or `ticket:…` while no ID is known. */
  personKey: string;
  personName: string | null;
  matters: readonly { matterId: string; applicationId?: string | null }[];
}

/** What the queue and the window may know and change of visits, announced or not. */
@Injectable()
export class Visits {
  constructor(
    private readonly pictures: BookingPictures,
    private readonly visitMatters: VisitMatters,
    private readonly crypto: CryptoPort,
    private readonly dataSource: DataSource,
  ) {}

  /** @param by `reference` may be as typed or as scanned (`HB:…`) @throws NOT_FOUND */
  async find(work: Work, by: { bookingId: string } | { reference: string }): Promise<VisitFacts> {
    const where = 'bookingId' in by ? { id: by.bookingId } : { reference: normaliseReference(by.reference.replace(/^\s*HB:/i, '')) };
    const booking = await work.findOne(Booking, where);
    if (!booking) throw platformErrors.NOT_FOUND();
    return this.factsOf(booking, work.now);
  }

  /**
   * The person of the booking is in the hall. Within grace of the slot's start it is served as booked, later as a
   * walk-in, never refused for being late.
   * @param ticketId the ticket it is about to get, under which its matters are found from now on
   * @throws BOOKING_OTHER_DAY, BOOKING_TOO_EARLY, BOOKING_MOVE_NOT_ALLOWED
   */
  async arrive(work: Work, bookingId: string, ticketId: string): Promise<VisitFacts & { cls: 'booked' | 'walkin' }> {
    const booking = await work.lock(Booking, bookingId);
    const picture = await this.pictures.of(booking);
    const verdict = decide('arrive', factsOf(picture, 'resident'), work.now);
    if (!verdict.ok) throw refusal(verdict);
    const cls = arrivalClass(picture.slot.startsAt, work.now, picture.settings);
    await work.change(Booking, booking, { state: verdict.value, arrivedAt: work.now, ticketId });
    await work.execute('UPDATE visit_matter SET ticket_id = ? WHERE booking_id = ?', [ticketId, bookingId]);
    work.audit('booking.arrive', bookingId, { cls });
    work.emit(bookingArrived, { bookingId, hallId: booking.hallId, slotId: booking.slotId, residentId: booking.residentId, cls });
    return { ...(await this.factsOf(booking, work.now)), cls };
  }

  /** The visit is over and was served; what is left open of its matters is closed with it. */
  async markServed(work: Work, bookingId: string): Promise<void> {
    await this.end(work, bookingId, 'served', 'served');
  }

  /** Arrived, but left or was not reached before closing. It does not count as a miss. */
  async markUnserved(work: Work, bookingId: string, reason: string): Promise<void> {
    await this.end(work, bookingId, 'missed', reason);
  }

  /** The clerk ends one matter without handling it. @throws NOT_FOUND */
  async closeMatter(work: Work, visitMatterId: string, reason: string): Promise<void> {
    const matter = await work.lock(VisitMatter, visitMatterId);
    if (matter.state !== 'open') return;
    await work.change(VisitMatter, matter, { state: 'closed', openKey: null, closeReason: reason, closedAt: work.now });
    work.audit('visit.close-matter', visitMatterId);
  }

  /** The matters of one booking; inside a unit of work as that work sees them. */
  matters(bookingId: string): Promise<VisitMatterFacts[]> {
    return this.visitMatters.of('bookingId', [bookingId]).then((found) => found.get(bookingId) ?? []);
  }

  /** The matters of each of these tickets, whether they came by a booking or not. */
  mattersOfTickets(ticketIds: readonly string[]): Promise<Map<string, VisitMatterFacts[]>> {
    return this.visitMatters.of('ticketId', ticketIds);
  }

  /**
   * Somebody came without a booking. A matter announced for another day stays announced: nobody standing in the hall
   * is refused for having planned to come later.
   * @throws VISIT_ALREADY_IN_HALL when the same matter of the same person already has a ticket
   */
  async openWalkIn(work: Work, walkIn: WalkIn): Promise<VisitMatterFacts[]> {
    for (const { matterId, applicationId } of walkIn.matters) {
      const openKey = openKeyOf(walkIn.personKey, matterId);
      const [standing] = await work.rows<{ ticket_id: string | null }>('SELECT ticket_id FROM visit_matter WHERE open_key = ?', [openKey]);
      if (standing && standing.ticket_id !== null) throw bookingErrors.VISIT_ALREADY_IN_HALL();
      const id = newId();
      const { affected } = await work.sql.insertIfAbsent(
        'visit_matter (id, hall_id, ticket_id, resident_id, person_key, person_name_cipher, matter_id, application_id, open_key, state, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)',
        [id, walkIn.hallId, walkIn.ticketId, walkIn.residentId, walkIn.personKey, walkIn.personName && this.crypto.encryptField(walkIn.personName, personNamePlace(id)), matterId, applicationId ?? null, standing ? null : openKey, 'open'],
      );
      if (affected === 0) throw bookingErrors.VISIT_ALREADY_IN_HALL();
    }
    return (await this.visitMatters.of('ticketId', [walkIn.ticketId])).get(walkIn.ticketId) ?? [];
  }

  /** A ticket without a booking has ended; what is left open of its matters is closed with it. */
  async closeTicket(work: Work, ticketId: string, reason: string): Promise<void> {
    await work.execute(
      "UPDATE visit_matter SET state = 'closed', open_key = NULL, close_reason = ?, closed_at = ?, version = version + 1 WHERE ticket_id = ? AND booking_id IS NULL AND state = 'open'",
      [reason, work.now, ticketId],
    );
  }

  /** Ties a matter to the case a clerk has opened for it at the window. */
  async attachCase(work: Work, { ticketId, hallId, matterId, applicationId }: { ticketId: string; hallId: string; matterId: string; applicationId: string }): Promise<void> {
    await work.execute('UPDATE visit_matter SET application_id = ?, version = version + 1 WHERE ticket_id = ? AND hall_id = ? AND matter_id = ? AND application_id IS NULL', [applicationId, ticketId, hallId, matterId]);
  }

  /** The tickets under which this person was to be served in this hall, whoever brought them. @param personKeys all the names one person goes by */
  async ticketsOf(hallId: string, personKeys: readonly string[]): Promise<string[]> {
    const rows = await readPrepared<{ ticket_id: string }>(this.dataSource, `SELECT DISTINCT ticket_id FROM visit_matter WHERE person_key IN (${personKeys.map(() => '?').join(', ')}) AND hall_id = ? AND ticket_id IS NOT NULL`, [...personKeys, hallId]);
    return rows.map((row) => row.ticket_id);
  }

  /** Who came under these tickets, each person once. */
  async personsOf(ticketIds: readonly string[]): Promise<string[]> {
    const found = new Set<string>();
    for (let at = 0; at < ticketIds.length; at += IDS_AT_ONCE) {
      const ids = ticketIds.slice(at, at + IDS_AT_ONCE);
      const rows = await this.dataSource.query<{ person_key: string }[]>(`SELECT DISTINCT person_key FROM visit_matter WHERE ticket_id IN (${ids.map(() => '?').join(', ')})`, ids);
      for (const { person_key } of rows) found.add(person_key);
    }
    return [...found];
  }

  /** How many bookings are still to arrive at each instant of that day, for planning windows: `[slot start, count]`. */
  async expected(hallId: string, day: string): Promise<[Instant, number][]> {
    const rows: { starts_at: number | string; expected: number | string }[] = await this.dataSource.query(
      "SELECT s.starts_at, COUNT(*) AS expected FROM slot s JOIN booking b ON b.slot_id = s.id AND b.state = 'booked' WHERE s.hall_id = ? AND s.day = ? GROUP BY s.starts_at ORDER BY s.starts_at", [hallId, day]);
    return rows.map((row) => [Number(row.starts_at), Number(row.expected)]);
  }

  private async factsOf(booking: Booking, now: Instant): Promise<VisitFacts> {
    const [{ slot }, matters] = [await this.pictures.of(booking), await this.matters(booking.id)];
    return {
      bookingId: booking.id, reference: booking.reference, hallId: booking.hallId, state: stateAt(booking, now), residentId: booking.residentId, ticketId: booking.ticketId, kind: slot.kind, slotStart: slot.startsAt,
      personKey: matters[0]!.personKey, personName: matters[0]!.personName, matters,
    };
  }

  private async end(work: Work, bookingId: string, state: 'served' | 'missed', reason: string): Promise<void> {
    const booking = await work.lock(Booking, bookingId);
    if (booking.state !== 'arrived') return;
    await work.change(Booking, booking, { state, placeRef: null, closedAt: work.now, closeReason: state === 'served' ? null : reason });
    await closeMatters(work, bookingId, reason);
    work.audit(state === 'served' ? 'booking.serve' : 'booking.unserved', bookingId);
  }
}
