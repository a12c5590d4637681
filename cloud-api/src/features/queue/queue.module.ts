import { Module } from '@nestjs/common';
import { BookingModule } from '../booking/booking.module.ts';
import { EnrolmentModule } from '../enrolment/enrolment.module.ts';
import { HallModule } from '../hall/hall.module.ts';
import { MattersModule } from '../matters/matters.module.ts';
import { BoardFastLane } from './board.fast-lane.ts';
import { BoardPublicController } from './board.public.controller.ts';
import { BoardQueries } from './board.queries.ts';
import { BoardVersions } from './board-versions.ts';
import { CallingService } from './calling.service.ts';
import { CheckInCodes } from './check-in-codes.ts';
import { CheckInService } from './check-in.service.ts';
import { DayFigures } from './day-figures.ts';
import { DeskQueries } from './desk.queries.ts';
import { DeskStaffController } from './desk.staff.controller.ts';
import { Estimates } from './estimates.ts';
import { HallRulebook } from './hall-rules.ts';
import { LiveBoard } from './live-board.ts';
import { NextTicket } from './next-ticket.ts';
import { QueueJobs } from './queue.jobs.ts';
import { QueueListeners } from './queue.listeners.ts';
import { QueueRowsReader } from './queue-rows.reader.ts';
import { QueueResidentController } from './queue.resident.controller.ts';
import { QueueStaffController } from './queue.staff.controller.ts';
import { QueueSweep } from './queue-sweep.service.ts';
import { QueueTickets } from './queue-tickets.ts';
import { ScreenDeviceController } from './screen.device.controller.ts';
import { ServiceMeans } from './service-means.ts';
import { ServingService } from './serving.service.ts';
import { TicketLookup } from './ticket-lookup.ts';
import { TicketQueries } from './ticket.queries.ts';
import { TicketSteps } from './ticket-steps.ts';
import { TicketVisits } from './ticket-visits.ts';
import { Tickets } from './tickets.ts';
import { VisitRecords } from './visit-records.ts';
import { WindowHandOn } from './window-hand-on.ts';
import { WindowsService } from './windows.service.ts';

@Module({
  imports: [HallModule, MattersModule, EnrolmentModule, BookingModule],
  controllers: [BoardPublicController, ScreenDeviceController, QueueResidentController, QueueStaffController, DeskStaffController],
  providers: [
    BoardVersions, HallRulebook, TicketSteps, TicketVisits, Tickets, TicketLookup, NextTicket, ServiceMeans, Estimates,
    CheckInCodes, CheckInService, CallingService, ServingService, WindowsService, WindowHandOn, QueueSweep,
    BoardQueries, DayFigures, LiveBoard, BoardFastLane, QueueRowsReader, DeskQueries, TicketQueries, VisitRecords, QueueTickets, QueueListeners, QueueJobs,
  ],
  exports: [QueueTickets],
})
export class QueueModule {}
