import { Module } from '@nestjs/common';
import { HallModule } from '../hall/hall.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { LedgerModule } from '../ledger/ledger.module.ts';
import { QueueModule } from '../queue/queue.module.ts';
import { CommitmentJobs } from './commitment.jobs.ts';
import { CommitmentPublicController } from './commitment.public.controller.ts';
import { CommitmentQueries } from './commitment.queries.ts';
import { CommitmentStaffController } from './commitment.staff.controller.ts';
import { Commitments } from './commitments.ts';
import { CommitmentsService } from './commitments.service.ts';
import { DayTotals } from './day-totals.ts';
import { ExclusionsService } from './exclusions.service.ts';
import { FigureCheckQueries } from './figure-check.queries.ts';
import { Figures } from './figures.ts';
import { FulfilmentQueries } from './fulfilment.queries.ts';
import { Fulfilments } from './fulfilments.ts';
import { MeasuredFacts } from './measured-facts.ts';
import { MeasuredListeners } from './measured.listeners.ts';
import { OwnRates } from './own-rates.ts';
import { PublishedCalendar } from './published-calendar.ts';

/** What the hall promises, and what came of it: computed from what happened. */
@Module({
  imports: [HallModule, IdentityModule, LedgerModule, QueueModule],
  controllers: [CommitmentStaffController, CommitmentPublicController],
  providers: [CommitmentsService, ExclusionsService, CommitmentQueries, FigureCheckQueries, FulfilmentQueries, PublishedCalendar, Fulfilments, MeasuredFacts, MeasuredListeners, DayTotals, Figures, OwnRates, Commitments, CommitmentJobs],
  exports: [CommitmentQueries, Commitments],
})
export class CommitmentModule {}
