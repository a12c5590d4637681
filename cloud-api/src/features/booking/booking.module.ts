import { Module } from '@nestjs/common';
import { EnrolmentModule } from '../enrolment/enrolment.module.ts';
import { HallModule } from '../hall/hall.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { MattersModule } from '../matters/matters.module.ts';
import { PicturesModule } from '../pictures/pictures.module.ts';
import { BookingJobs } from './booking.jobs.ts';
import { BookingListeners } from './booking.listeners.ts';
import { BookingPictures } from './booking-pictures.ts';
import { BookingQueries } from './booking.queries.ts';
import { BookingResidentController } from './booking.resident.controller.ts';
import { BookingService } from './booking.service.ts';
import { BookingStaffController } from './booking.staff.controller.ts';
import { BookingSweeps } from './booking-sweeps.ts';
import { CaseReadiness } from './case-readiness.ts';
import { FullSlots } from './full-slots.ts';
import { HoldService } from './hold.service.ts';
import { MatterShelf } from './matter-shelf.ts';
import { PlanService } from './plan.service.ts';
import { SlotFactsReader } from './slot-facts.ts';
import { SlotPlanner } from './slot-planner.ts';
import { SlotsQueries } from './slots.queries.ts';
import { VisitMatters } from './visit-matters.ts';
import { VisitWishes } from './visit-wishes.ts';
import { Visits } from './visits.ts';

@Module({
  imports: [HallModule, IdentityModule, PicturesModule, MattersModule, EnrolmentModule],
  controllers: [BookingResidentController, BookingStaffController],
  providers: [
    HoldService, BookingService, PlanService, SlotPlanner, Visits, BookingQueries, SlotsQueries, BookingPictures, BookingSweeps, BookingJobs, BookingListeners,
    CaseReadiness, FullSlots, MatterShelf, SlotFactsReader, VisitMatters, VisitWishes,
  ],
  exports: [Visits],
})
export class BookingModule {}
