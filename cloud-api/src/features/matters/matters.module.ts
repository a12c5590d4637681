import { Module } from '@nestjs/common';
import { CodePlans } from './code.plans.ts';
import { CodeRoomsQueries } from './code-rooms.queries.ts';
import { CodeRoomsStaffController } from './code-rooms.staff.controller.ts';
import { CodeSheets } from './code-sheets.ts';
import { HallModule } from '../hall/hall.module.ts';
import { MatterDrafts } from './matter-drafts.service.ts';
import { MatterRooms } from './matter-rooms.queries.ts';
import { MatterRoomsStaffController } from './matter-rooms.staff.controller.ts';
import { MatterSheets } from './matter-sheets.ts';
import { MattersPublicController } from './matters.public.controller.ts';
import { MattersQueries } from './matters.queries.ts';
import { MattersSeed } from './matters.seed.ts';
import { MattersService } from './matters.service.ts';
import { MattersStaffController } from './matters.staff.controller.ts';
import { Matters } from './matters.ts';
import { PolicyQueries } from './policy.queries.ts';
import { PolicySheets } from './policy-sheets.ts';

@Module({
  imports: [HallModule],
  controllers: [MattersPublicController, MattersStaffController, MatterRoomsStaffController, CodeRoomsStaffController],
  providers: [Matters, CodePlans, CodeSheets, CodeRoomsQueries, MattersQueries, PolicyQueries, PolicySheets, MattersService, MatterDrafts, MatterRooms, MatterSheets, MattersSeed],
  exports: [Matters],
})
export class MattersModule {}
