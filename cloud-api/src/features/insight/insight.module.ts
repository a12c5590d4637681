import { Module } from '@nestjs/common';
import { DeadlinesModule } from '../deadlines/deadlines.module.ts';
import { HallModule } from '../hall/hall.module.ts';
import { QueueModule } from '../queue/queue.module.ts';
import { RatingModule } from '../rating/rating.module.ts';
import { InsightQueries } from './insight.queries.ts';
import { InsightStaffController } from './insight.staff.controller.ts';

/** The hall in numbers, for those who run it. */
@Module({
  imports: [HallModule, QueueModule, RatingModule, DeadlinesModule],
  controllers: [InsightStaffController],
  providers: [InsightQueries],
})
export class InsightModule {}
