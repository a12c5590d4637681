import { Module } from '@nestjs/common';
import { DeadlinesModule } from '../deadlines/deadlines.module.ts';
import { DutyModule } from '../duty/duty.module.ts';
import { HallModule } from '../hall/hall.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { FundQueries } from './fund.queries.ts';
import { FundService } from './fund.service.ts';
import { FundSheets } from './fund-sheets.ts';
import { FundStaffController } from './fund.staff.controller.ts';
import { RelayQueries } from './relay.queries.ts';
import { RelayService } from './relay.service.ts';
import { RelayStaffController } from './relay.staff.controller.ts';
import { TimelyFigures } from './relays.figures.ts';
import { RelaysListeners } from './relays.listeners.ts';
import { RelaysPublicController } from './relays.public.controller.ts';
import { RightsCircle } from './rights-circle.ts';
import { RightsQueries } from './rights.queries.ts';
import { RightsResidentController } from './rights.resident.controller.ts';
import { RightsService } from './rights.service.ts';
import { RightsStaffController } from './rights.staff.controller.ts';
import { RelaysHandOn } from './relays-hand-on.ts';

/** 三个及时: messages that must be acknowledged, rights that must be served, money that must be paid, each by its day. */
@Module({
  imports: [HallModule, IdentityModule, DutyModule, DeadlinesModule],
  controllers: [RelayStaffController, RightsResidentController, RightsStaffController, FundStaffController, RelaysPublicController],
  providers: [RelayService, RelayQueries, RightsCircle, RightsService, RightsQueries, FundService, FundQueries, FundSheets, RelaysHandOn, TimelyFigures, RelaysListeners],
  exports: [RightsService],
})
export class RelaysModule {}
