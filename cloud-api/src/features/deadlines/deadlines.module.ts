import { Module } from '@nestjs/common';
import { DutyModule } from '../duty/duty.module.ts';
import { HallModule } from '../hall/hall.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { DeadlineConcern } from './deadline-concern.ts';
import { DeadlineHandOn } from './deadline-hand-on.ts';
import { DeadlineRules } from './deadline-rules.service.ts';
import { DeadlineSweep } from './deadline-sweep.ts';
import { DeadlineTerms } from './deadline-terms.ts';
import { DeadlineViews } from './deadline.views.ts';
import { DeadlinesJobs } from './deadlines.jobs.ts';
import { DeadlinesPublicController } from './deadlines.public.controller.ts';
import { DeadlineQueries } from './deadlines.queries.ts';
import { DeadlinesStaffController } from './deadlines.staff.controller.ts';
import { Deadlines } from './deadlines.ts';

/** Everything the hall owes somebody by a day. */
@Module({
  imports: [HallModule, IdentityModule, DutyModule],
  controllers: [DeadlinesStaffController, DeadlinesPublicController],
  providers: [DeadlineConcern, DeadlineRules, DeadlineTerms, DeadlineViews, Deadlines, DeadlineQueries, DeadlineHandOn, DeadlineSweep, DeadlinesJobs],
  exports: [Deadlines, DeadlineSweep],
})
export class DeadlinesModule {}
