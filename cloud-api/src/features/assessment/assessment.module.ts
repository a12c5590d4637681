import { Module } from '@nestjs/common';
import { CommitmentModule } from '../commitment/commitment.module.ts';
import { HallModule } from '../hall/hall.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { LedgerModule } from '../ledger/ledger.module.ts';
import { AppealQueries } from './appeal.queries.ts';
import { AppealsService } from './appeals.service.ts';
import { AssessmentFacts } from './assessment-facts.ts';
import { AssessmentListeners } from './assessment.listeners.ts';
import { AssessmentQueries } from './assessment.queries.ts';
import { AssessmentService } from './assessment.service.ts';
import { AssessmentStaffController } from './assessment.staff.controller.ts';
import { Assessments } from './assessments.ts';
import { RedFlagPublicController } from './red-flag.public.controller.ts';
import { RedFlagQueries } from './red-flag.queries.ts';
import { RedFlagStaffController } from './red-flag.staff.controller.ts';
import { RedFlagsService } from './red-flags.service.ts';

/** What a month's work came to, by formulas that were published before it began. */
@Module({
  imports: [HallModule, IdentityModule, LedgerModule, CommitmentModule],
  controllers: [RedFlagPublicController, RedFlagStaffController, AssessmentStaffController],
  providers: [RedFlagsService, RedFlagQueries, AssessmentFacts, AssessmentListeners, AssessmentService, AppealsService, AppealQueries, AssessmentQueries, Assessments],
  exports: [Assessments],
})
export class AssessmentModule {}
