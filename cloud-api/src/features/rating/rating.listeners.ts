import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Listeners } from '../../platform/events/listeners.ts';
import { Deadlines } from '../deadlines/deadlines.ts';
import { accountsMerged } from '../identity/identity.events.ts';
import { ticketServed } from '../queue/queue.events.ts';
import { QueueTickets } from '../queue/queue-tickets.ts';
import { RatingCaseOpening } from './rating-case-opening.ts';
import { RatingCaseQueries } from './rating-case.queries.ts';
import { RATING_SUBJECT } from './rating-case-steps.ts';
import { ratingGiven } from './rating.events.ts';
import { RatingQueries } from './rating.queries.ts';
import { RatingService } from './rating.service.ts';

/** Whoever was served is invited to say how it was; whoever was not content has a case that somebody works on. */
@Injectable()
export class RatingListeners implements OnModuleInit {
  constructor(
    private readonly listeners: Listeners,
    private readonly service: RatingService,
    private readonly queries: RatingQueries,
    private readonly tickets: QueueTickets,
    private readonly cases: RatingCaseOpening,
    private readonly caseQueries: RatingCaseQueries,
    private readonly deadlines: Deadlines,
  ) {}

  onModuleInit(): void {
    this.deadlines.concerning(RATING_SUBJECT, (caseIds) => this.caseQueries.aboutWhom(caseIds));
    this.tickets.invitationsFrom((ticketIds) => this.queries.ofTickets(ticketIds));
    this.listeners.on(ticketServed, 'rating.invite', async (work, { payload }) => {
      await this.service.invite(work, payload);
    });
    this.listeners.on(ratingGiven, 'rating.open-case', async (work, { at, payload }) => {
      if (payload.levelClass === 'negative') await this.cases.open(work, payload.ratingId, at);
    });
    this.listeners.on(accountsMerged, 'rating.follow-account', async (work, { payload }) => {
      await work.execute('UPDATE rating_invitation SET resident_id = ? WHERE resident_id = ?', [payload.intoResidentId, payload.fromResidentId]);
    });
  }
}
