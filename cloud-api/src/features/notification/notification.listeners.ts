import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EventKind } from '../../platform/events/event-kind.ts';
import { Listeners } from '../../platform/events/listeners.ts';
import { bookingBooked, bookingCancelled, bookingDisplaced, bookingMissed, bookingRescheduled } from '../booking/booking.events.ts';
import { applicationCompleted, applicationHandled, applicationLapsed, applicationLapseNear, applicationReady, applicationRejected, applicationReturned, applicationSubmitted } from '../enrolment/enrolment.events.ts';
import { accountsMerged } from '../identity/identity.events.ts';
import { ticketCalled, ticketMissed, ticketUnserved } from '../queue/queue.events.ts';
import { ratingInvited } from '../rating/rating.events.ts';
import { InboxService } from './inbox.service.ts';
import { WORDS } from './notification.words.ts';

/** Chooses the words for what has happened and puts them where the resident looks. */
@Injectable()
export class NotificationListeners implements OnModuleInit {
  constructor(
    private readonly listeners: Listeners,
    private readonly inbox: InboxService,
  ) {}

  onModuleInit(): void {
    const caseFile = (payload: { applicationId: string }) => `/enrolment/status/index?id=${payload.applicationId}`;
    const visit = (payload: { bookingId: string }) => `/visit/booking/index?id=${payload.bookingId}`;
    this.on(applicationSubmitted, 'submitted', caseFile);
    this.on(applicationReturned, 'returned', caseFile);
    this.on(applicationReady, 'ready', caseFile);
    this.on(applicationHandled, 'handled', caseFile);
    this.on(applicationCompleted, 'completed', caseFile);
    this.on(applicationRejected, 'rejected', caseFile);
    this.on(applicationLapseNear, 'lapseNear', caseFile);
    this.on(applicationLapsed, 'lapsed', caseFile);
    this.on(bookingBooked, 'booked', visit);
    this.on(bookingRescheduled, 'rescheduled', visit);
    this.on(bookingCancelled, 'cancelled', visit);
    this.on(bookingMissed, 'missed', visit);
    this.on(bookingDisplaced, 'displaced', visit);
    this.listeners.on(accountsMerged, 'notification.follow-merge', async (work, { payload }) => {
      await work.execute('UPDATE inbox_item SET resident_id = ? WHERE resident_id = ?', [payload.intoResidentId, payload.fromResidentId]);
    });
    const ticket = (payload: { ticketId: string }) => `/visit/ticket/index?id=${payload.ticketId}`;
    this.on(ticketCalled, 'called', ticket);
    this.on(ticketMissed, 'passed', ticket);
    this.on(ticketUnserved, 'unserved', () => '/visit/book/index');
    this.on(ratingInvited, 'invited', (payload) => `/rating/rate/index?id=${payload.invitationId}`);
  }

  private on<P extends { residentId: string | null }>(event: EventKind<P>, words: keyof typeof WORDS, link: (payload: P) => string): void {
    this.listeners.on(event, `notification.${words}`, async (work, told) => {
      const { residentId } = told.payload;
      if (residentId) await this.inbox.tell(work, { residentId, ...WORDS[words], link: link(told.payload), onceKey: `${event.type}:${told.id}` });
    });
  }
}
