import { Module } from '@nestjs/common';
import { DeadlinesModule } from '../deadlines/deadlines.module.ts';
import { HallModule } from '../hall/hall.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { LedgerModule } from '../ledger/ledger.module.ts';
import { QueueModule } from '../queue/queue.module.ts';
import { RatingModule } from '../rating/rating.module.ts';
import { BrokenDigest } from './broken-digest.ts';
import { BrokenTimesQueries } from './broken-times.queries.ts';
import { CalendarFollowing } from './calendar-following.ts';
import { CommitmentJobs } from './commitment.jobs.ts';
import { CommitmentPreview } from './commitment-preview.ts';
import { CommitmentPublicController } from './commitment.public.controller.ts';
import { CommitmentQueries } from './commitment.queries.ts';
import { CommitmentStaffController } from './commitment.staff.controller.ts';
import { CommitmentSums } from './commitment-sums.ts';
import { Commitments } from './commitments.ts';
import { CommitmentsService } from './commitments.service.ts';
import { DayTotals } from './day-totals.ts';
import { DisputeDeadlines } from './dispute-deadlines.ts';
import { DisputeHandOn } from './dispute-hand-on.ts';
import { DisputeQueries } from './dispute.queries.ts';
import { DisputesListeners } from './disputes.listeners.ts';
import { DisputesPublicController } from './disputes.public.controller.ts';
import { DisputesResidentController } from './disputes.resident.controller.ts';
import { DisputesService } from './disputes.service.ts';
import { DisputesStaffController } from './disputes.staff.controller.ts';
import { ExclusionsService } from './exclusions.service.ts';
import { FigureCheckQueries } from './figure-check.queries.ts';
import { Figures } from './figures.ts';
import { FulfilmentQueries } from './fulfilment.queries.ts';
import { Fulfilments } from './fulfilments.ts';
import { MeasuredFacts } from './measured-facts.ts';
import { MeasuredListeners } from './measured.listeners.ts';
import { OwnRates } from './own-rates.ts';
import { PublishedCalendar } from './published-calendar.ts';
import { VisitFacts } from './visit-facts.ts';
import { VisitTimesReader } from './visit-times.ts';

/** What the hall promises, and what came of it: computed from what happened. */
@Module({
  imports: [HallModule, IdentityModule, DeadlinesModule, LedgerModule, QueueModule, RatingModule],
  controllers: [CommitmentStaffController, CommitmentPublicController, DisputesPublicController, DisputesResidentController, DisputesStaffController],
  providers: [VisitFacts, BrokenTimesQueries, CommitmentsService, ExclusionsService, CommitmentQueries, FigureCheckQueries, FulfilmentQueries, PublishedCalendar, Fulfilments, CalendarFollowing, MeasuredFacts, MeasuredListeners, DayTotals, Figures, OwnRates, Commitments, CommitmentPreview, CommitmentSums, VisitTimesReader, DisputeDeadlines, DisputeHandOn, DisputesService, DisputeQueries, DisputesListeners, BrokenDigest, CommitmentJobs],
  exports: [CommitmentQueries, Commitments],
})
export class CommitmentModule {}
