import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { BOOKING_STATE_LABELS } from '@hall/shared/booking/booking.moves';
import { normaliseReference } from '@hall/shared/booking/booking-reference';
import { normaliseCitizenId } from '@hall/shared/kernel/citizen-id';
import { normalisePhone } from '@hall/shared/kernel/phone';
import type { ResidentActor, StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { Cases } from '../enrolment/cases.ts';
import { People } from '../identity/people.ts';
import type { BookingView } from './booking.dto.ts';
import { Booking, VisitMatter } from './booking.entity.ts';
import { BookingPictures } from './booking-pictures.ts';
import { toBookingView } from './booking.view.ts';

const MOST_SHOWN = 30;

/** What enrolment asks of whoever knows more of a case. */
type VisitsOf = Parameters<Cases['visitsFrom']>[0];
type FindAlso = Parameters<Cases['findAlsoIn']>[0];
type CaseVisits = Awaited<ReturnType<VisitsOf>>;
type Wish = Parameters<FindAlso>[1];
type Found = Awaited<ReturnType<FindAlso>>;

/** Reads bookings straight to what people see. */
@Injectable()
export class BookingQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly pictures: BookingPictures,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /** The open ones first, then the latest. */
  async mine(actor: ResidentActor): Promise<BookingView[]> {
    const rows = await this.dataSource.manager.find(Booking, { where: { residentId: actor.id }, order: { createdAt: 'DESC', id: 'DESC' }, take: MOST_SHOWN });
    const views = (await this.pictures.ofAll(rows)).map((picture) => toBookingView(picture, 'resident', this.clock.now()));
    const isOpen = (view: BookingView) => view.state === 'held' || view.state === 'booked' || view.state === 'arrived';
    return [...views.filter(isOpen), ...views.filter((view) => !isOpen(view))];
  }

  /** @throws NOT_FOUND also for somebody else's */
  async one(actor: ResidentActor | StaffActor, id: string): Promise<BookingView> {
    const row = await this.dataSource.manager.findOneBy(Booking, { id });
    if (!row || (actor.kind === 'staff' ? row.hallId !== actor.hallId : row.residentId !== actor.id)) throw platformErrors.NOT_FOUND();
    return toBookingView(await this.pictures.of(row), actor.kind === 'staff' ? 'clerk' : 'resident', this.clock.now());
  }

  /** Whether this account comes, or has come, to the hall for this relative. A visit called off is no reason to look. */
  async comesFor(hallId: string, residentId: string, relativeId: string): Promise<boolean> {
    const person = await this.people.relativeKey(residentId, relativeId);
    return person !== null && this.dataSource.manager.existsBy(VisitMatter, { hallId, residentId, personKey: person, state: In(['open', 'handled']) });
  }

  /** The open visit that carries each of these cases. */
  async visitsOf(applicationIds: string[]): Promise<CaseVisits> {
    const matters = await this.dataSource.manager.find(VisitMatter, { where: { applicationId: In(applicationIds), state: In(['open', 'handled']) } });
    const bookings = await this.openOnes(matters.flatMap((matter) => matter.bookingId ?? []));
    const visits: CaseVisits = new Map();
    for (const { id, reference, state, stateLabel, kind, day, from, to, matters: lines } of bookings) {
      for (const line of lines) if (line.applicationId) visits.set(line.applicationId, { id, reference, state, stateLabel, kind, day, from, to });
    }
    return visits;
  }

  /** What a clerk finds here beside the cases, by whichever key was given; only open bookings of the clerk's hall. */
  async find(actor: StaffActor, wish: Wish): Promise<Found> {
    const bookings = await this.openOnes(await this.bookingIdsBy(wish), actor.hallId);
    return bookings.map((view) => ({
      kind: 'booking' as const, id: view.id, reference: view.reference, label: `预约 ${view.day} ${view.from}–${view.to}`, maskedName: view.matters[0]?.personName ?? '', maskedCitizenId: null, state: view.state, stateLabel: BOOKING_STATE_LABELS[view.state],
      caseNumber: view.matters.find((matter) => matter.caseNumber !== null)?.caseNumber ?? null, day: view.day, actions: view.actions,
    }));
  }

  private async bookingIdsBy(wish: Wish): Promise<string[]> {
    const manager = this.dataSource.manager;
    if (wish.bookingReference) {
      const row = await manager.findOneBy(Booking, { reference: normaliseReference(wish.bookingReference.replace(/^HB:/i, '')) });
      return row ? [row.id] : [];
    }
    const keys = wish.citizenId ? [this.people.citizenIndex(normaliseCitizenId(wish.citizenId))] : wish.phone ? await this.personKeysByPhone(normalisePhone(wish.phone)) : [];
    if (keys.length === 0) return [];
    const matters = await manager.find(VisitMatter, { where: { personKey: In(keys), state: In(['open', 'handled']) } });
    return matters.flatMap((matter) => matter.bookingId ?? []);
  }

  private async personKeysByPhone(phone: string): Promise<string[]> {
    const residents = await this.people.residentsByPhone(phone);
    const known = await Promise.all(residents.map(async (id) => (await this.people.resident(id)).citizenIndex ?? `resident:${id}`));
    return [`caller:${this.people.phoneIndex(phone)}`, ...known];
  }

  private async openOnes(ids: string[], hallId?: string): Promise<BookingView[]> {
    if (ids.length === 0) return [];
    const rows = await this.dataSource.manager.find(Booking, { where: { id: In([...new Set(ids)]), state: In(['booked', 'arrived']), ...(hallId ? { hallId } : {}) }, order: { createdAt: 'ASC' } });
    return (await this.pictures.ofAll(rows)).map((picture) => toBookingView(picture, 'clerk', this.clock.now()));
  }
}
