import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Listeners } from '../../platform/events/listeners.ts';
import { Cases } from '../enrolment/cases.ts';
import { applicationHandled, applicationOpened } from '../enrolment/enrolment.events.ts';
import { Halls } from '../hall/halls.ts';
import { accountsMerged } from '../identity/identity.events.ts';
import { AUTHORITY_PICTURE } from '../identity/people.ts';
import { Pictures } from '../pictures/pictures.service.ts';
import { BookingQueries } from './booking.queries.ts';
import { BookingService } from './booking.service.ts';
import { PlanService } from './plan.service.ts';
import { Visits } from './visits.ts';

/** What happens elsewhere and concerns visits. */
@Injectable()
export class BookingListeners implements OnModuleInit {
  constructor(
    private readonly listeners: Listeners,
    private readonly cases: Cases,
    private readonly bookings: BookingService,
    private readonly queries: BookingQueries,
    private readonly visits: Visits,
    private readonly pictures: Pictures,
    private readonly halls: Halls,
    private readonly plan: PlanService,
  ) {}

  onModuleInit(): void {
    this.pictures.tiedBy(AUTHORITY_PICTURE, (hallId, { subjectId, ownerResidentId }) => (ownerResidentId === null ? Promise.resolve(false) : this.queries.comesFor(hallId, ownerResidentId, subjectId)));
    this.halls.closuresFrom((hallId, from) => this.plan.closuresFrom(hallId, from));
    this.cases.onClosing('booking', (work, applicationId) => this.bookings.caseClosed(work, applicationId));
    this.cases.visitsFrom((applicationIds) => this.queries.visitsOf(applicationIds));
    this.cases.findAlsoIn((actor, wish) => this.queries.find(actor, wish));

    this.listeners.on(applicationOpened, 'booking.case-at-window', async (work, { payload }) => {
      if (payload.ticketId !== null) await this.visits.attachCase(work, { ticketId: payload.ticketId, hallId: payload.hallId, matterId: payload.matterId, applicationId: payload.applicationId });
    });
    this.listeners.on(applicationHandled, 'booking.matter-handled', async (work, { payload }) => {
      await work.execute("UPDATE visit_matter SET state = 'handled', open_key = NULL, closed_at = ?, version = version + 1 WHERE application_id = ? AND state = 'open'", [work.now, payload.applicationId]);
    });
    this.listeners.on(accountsMerged, 'booking.account-merged', async (work, { payload }) => {
      await work.execute('UPDATE booking SET resident_id = ? WHERE resident_id = ?', [payload.intoResidentId, payload.fromResidentId]);
      await work.execute('UPDATE visit_matter SET resident_id = ? WHERE resident_id = ?', [payload.intoResidentId, payload.fromResidentId]);
    });
  }
}
