import { Module } from '@nestjs/common';
import { CommitmentModule } from '../commitment/commitment.module.ts';
import { HallModule } from '../hall/hall.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { LedgerModule } from '../ledger/ledger.module.ts';
import { QueueModule } from '../queue/queue.module.ts';
import { StarBallots } from './star-ballots.service.ts';
import { StarCount } from './star-count.ts';
import { StarFigures } from './star-figures.ts';
import { StarObjections } from './star-objections.service.ts';
import { StarProofs } from './star-proofs.ts';
import { StarRoundsService } from './star-rounds.service.ts';
import { StarJobs } from './star.jobs.ts';
import { StarPublicController } from './star.public.controller.ts';
import { StarQueries } from './star.queries.ts';
import { StarResidentController } from './star.resident.controller.ts';
import { StarStaffController } from './star.staff.controller.ts';
import { Stars } from './stars.ts';

/** The monthly service star: who may vote is known, who voted is known, for whom is not. */
@Module({
  imports: [HallModule, IdentityModule, QueueModule, LedgerModule, CommitmentModule],
  controllers: [StarPublicController, StarResidentController, StarStaffController],
  providers: [StarFigures, StarRoundsService, StarBallots, StarCount, StarProofs, StarObjections, StarQueries, StarJobs, Stars],
  exports: [Stars],
})
export class StarModule {}
