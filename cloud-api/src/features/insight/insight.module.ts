import { Module } from '@nestjs/common';
import { CommitmentModule } from '../commitment/commitment.module.ts';
import { DeadlinesModule } from '../deadlines/deadlines.module.ts';
import { HallModule } from '../hall/hall.module.ts';
import { QueueModule } from '../queue/queue.module.ts';
import { RatingModule } from '../rating/rating.module.ts';
import { InsightJobs } from './insight.jobs.ts';
import { InsightQueries } from './insight.queries.ts';
import { InsightStaffController } from './insight.staff.controller.ts';
import { PeriodQueries } from './period.queries.ts';
import { PeriodWorkbook } from './period.workbook.ts';
import { VisitDays } from './visit-days.ts';

/** The hall in numbers, for those who run it. */
@Module({
  imports: [HallModule, QueueModule, RatingModule, DeadlinesModule, CommitmentModule],
  controllers: [InsightStaffController],
  providers: [InsightQueries, VisitDays, PeriodQueries, PeriodWorkbook, InsightJobs],
})
export class InsightModule {}
