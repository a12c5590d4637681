import { Module } from '@nestjs/common';
import { DeadlinesModule } from '../deadlines/deadlines.module.ts';
import { DutyModule } from '../duty/duty.module.ts';
import { HallModule } from '../hall/hall.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { LedgerModule } from '../ledger/ledger.module.ts';
import { QueueModule } from '../queue/queue.module.ts';
import { RatingCaseOpening } from './rating-case-opening.ts';
import { RatingCaseQueries } from './rating-case.queries.ts';
import { RatingCaseService } from './rating-case.service.ts';
import { RatingCaseSteps } from './rating-case-steps.ts';
import { RatingCasesStaffController } from './rating-cases.staff.controller.ts';
import { RatingFigures } from './rating-figures.queries.ts';
import { RatingFiguresPublicController } from './rating-figures.public.controller.ts';
import { RatingFiguresStaffController } from './rating-figures.staff.controller.ts';
import { RatingJobs } from './rating.jobs.ts';
import { RatingLedger } from './rating-ledger.ts';
import { RatingListeners } from './rating.listeners.ts';
import { RatingMonths } from './rating-months.ts';
import { RatingProgress } from './rating-progress.queries.ts';
import { RatingPublicController } from './rating.public.controller.ts';
import { RatingQueries } from './rating.queries.ts';
import { RatingQuestions } from './rating-questions.service.ts';
import { RatingQuestionsStaffController } from './rating-questions.staff.controller.ts';
import { RatingRaterService } from './rating-rater.service.ts';
import { RatingResidentController } from './rating.resident.controller.ts';
import { RatingService } from './rating.service.ts';
import { RatingTerms } from './rating-terms.ts';
import { RatingVerdicts } from './rating-verdicts.ts';
import { Ratings } from './ratings.ts';
import { SlipsService } from './slips.service.ts';
import { SlipsStaffController } from './slips.staff.controller.ts';
import { RatingHandOn } from './rating-hand-on.ts';

@Module({
  imports: [HallModule, IdentityModule, DutyModule, DeadlinesModule, QueueModule, LedgerModule],
  controllers: [RatingPublicController, RatingFiguresPublicController, RatingResidentController, SlipsStaffController, RatingCasesStaffController, RatingQuestionsStaffController, RatingFiguresStaffController],
  providers: [
    RatingTerms, RatingService, RatingQueries, RatingListeners, SlipsService, RatingMonths, RatingFigures, RatingLedger, RatingJobs, Ratings,
    RatingCaseSteps, RatingCaseOpening, RatingCaseService, RatingVerdicts, RatingQuestions, RatingRaterService, RatingCaseQueries, RatingProgress, RatingHandOn,
  ],
  exports: [RatingService, RatingMonths, Ratings],
})
export class RatingModule {}
