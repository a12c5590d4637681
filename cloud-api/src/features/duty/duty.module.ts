import { Module } from '@nestjs/common';
import { HallModule } from '../hall/hall.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { DutyHandOn } from './duty-hand-on.ts';
import { DutyJobs } from './duty.jobs.ts';
import { DutyPublicController } from './duty.public.controller.ts';
import { DutyQueries } from './duty.queries.ts';
import { DutyRoster } from './duty-roster.ts';
import { DutyService } from './duty.service.ts';
import { DutySheets } from './duty-sheets.ts';
import { DutyStaffController } from './duty.staff.controller.ts';

/** Who leads the hall each day, and who acts for whom. */
@Module({
  imports: [HallModule, IdentityModule],
  controllers: [DutyStaffController, DutyPublicController],
  providers: [DutyRoster, DutyQueries, DutyService, DutySheets, DutyHandOn, DutyJobs],
  exports: [DutyRoster, DutyService],
})
export class DutyModule {}
