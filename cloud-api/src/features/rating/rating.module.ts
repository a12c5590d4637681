import { Module } from '@nestjs/common';
import { HallModule } from '../hall/hall.module.ts';
import { QueueModule } from '../queue/queue.module.ts';
import { RatingListeners } from './rating.listeners.ts';
import { RatingPublicController } from './rating.public.controller.ts';
import { RatingQueries } from './rating.queries.ts';
import { RatingResidentController } from './rating.resident.controller.ts';
import { RatingService } from './rating.service.ts';
import { RatingTerms } from './rating-terms.ts';
import { SlipsService } from './slips.service.ts';
import { SlipsStaffController } from './slips.staff.controller.ts';

@Module({
  imports: [HallModule, QueueModule],
  controllers: [RatingPublicController, RatingResidentController, SlipsStaffController],
  providers: [RatingTerms, RatingService, RatingQueries, RatingListeners, SlipsService],
  exports: [RatingService],
})
export class RatingModule {}
