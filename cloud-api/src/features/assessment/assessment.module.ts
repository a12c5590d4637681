import { Module } from '@nestjs/common';
import { CommitmentModule } from '../commitment/commitment.module.ts';
import { HallModule } from '../hall/hall.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { LedgerModule } from '../ledger/ledger.module.ts';
import { Assessments } from './assessments.ts';
import { RedFlagPublicController } from './red-flag.public.controller.ts';
import { RedFlagQueries } from './red-flag.queries.ts';
import { RedFlagStaffController } from './red-flag.staff.controller.ts';
import { RedFlagsService } from './red-flags.service.ts';

/** What a month's work came to, by formulas that were published before it began. */
@Module({
  imports: [HallModule, IdentityModule, LedgerModule, CommitmentModule],
  controllers: [RedFlagPublicController, RedFlagStaffController],
  providers: [RedFlagsService, RedFlagQueries, Assessments],
  exports: [Assessments],
})
export class AssessmentModule {}
