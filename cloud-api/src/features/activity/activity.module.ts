import { Module } from '@nestjs/common';
import { HallModule } from '../hall/hall.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { PicturesModule } from '../pictures/pictures.module.ts';
import { Activities } from './activities.ts';
import { ActivityCodes } from './activity-codes.ts';
import { ActivityDoorStaffController } from './activity-door.staff.controller.ts';
import { ActivityJobs } from './activity.jobs.ts';
import { ActivityListeners } from './activity.listeners.ts';
import { ActivityPublicController } from './activity.public.controller.ts';
import { ActivityQueries } from './activity.queries.ts';
import { ActivityResidentController } from './activity.resident.controller.ts';
import { ActivityService } from './activity.service.ts';
import { ActivityStaffController } from './activity.staff.controller.ts';
import { ActivityViews } from './activity.views.ts';
import { SignUps } from './sign-ups.service.ts';

/** What the hall holds for the people: announced, signed up for, attended, rated. */
@Module({
  imports: [HallModule, IdentityModule, PicturesModule],
  controllers: [ActivityPublicController, ActivityResidentController, ActivityStaffController, ActivityDoorStaffController],
  providers: [Activities, ActivityCodes, ActivityViews, ActivityQueries, ActivityService, SignUps, ActivityJobs, ActivityListeners],
  exports: [Activities, ActivityCodes, ActivityService],
})
export class ActivityModule {}
