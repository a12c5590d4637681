import { Module } from '@nestjs/common';
import { DutyModule } from '../duty/duty.module.ts';
import { HallModule } from '../hall/hall.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { DeadlineRules } from './deadline-rules.service.ts';
import { DeadlineTerms } from './deadline-terms.ts';
import { DeadlineViews } from './deadline.views.ts';
import { Deadlines } from './deadlines.ts';

/** Everything the hall owes somebody by a day. */
@Module({
  imports: [HallModule, IdentityModule, DutyModule],
  providers: [DeadlineRules, DeadlineTerms, DeadlineViews, Deadlines],
  exports: [Deadlines],
})
export class DeadlinesModule {}
