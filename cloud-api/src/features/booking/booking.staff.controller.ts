import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { BookForCaller, BookingView, CancelBookingForCaller, RescheduleBooking, SlotDayList, SlotDaysQuery, SlotList, SlotsQuery } from './booking.dto.ts';
import { BookingService } from './booking.service.ts';
import { HoldService } from './hold.service.ts';
import { BookingPlanInput, BookingPlanView } from './plan.dto.ts';
import { PlanService } from './plan.service.ts';
import { SlotsQueries } from './slots.queries.ts';

@ApiTags('booking (staff)')
@ApiBearerAuth()
@Controller('staff')
export class BookingStaffController {
  constructor(
    private readonly holds: HoldService,
    private readonly bookings: BookingService,
    private readonly slotsQueries: SlotsQueries,
    private readonly plans: PlanService,
  ) {}

  @Get('slot-days')
  @ForStaff('booking.assist')
  @ApiOkResponse({ type: SlotDayList })
  async slotDays(@CurrentActor() actor: StaffActor, @Query() query: SlotDaysQuery): Promise<SlotDayList> {
    return { items: await this.slotsQueries.days(actor, query) };
  }

  @Get('slots')
  @ForStaff('booking.assist')
  @ApiOkResponse({ type: SlotList })
  async slots(@CurrentActor() actor: StaffActor, @Query() query: SlotsQuery): Promise<SlotList> {
    return { items: await this.slotsQueries.slots(actor, query) };
  }

  @Post('bookings')
  @HttpCode(200)
  @ForStaff('booking.assist')
  @ApiOkResponse({ type: BookingView })
  bookForCaller(@CurrentActor() actor: StaffActor, @Body() input: BookForCaller, @IdempotencyKey() key: Idempotency | null): Promise<BookingView> {
    return this.holds.bookForCaller(actor, input, key);
  }

  @Post('bookings/:id/reschedule')
  @HttpCode(200)
  @ForStaff('booking.assist')
  @ApiOkResponse({ type: BookingView })
  reschedule(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: RescheduleBooking): Promise<BookingView> {
    return this.bookings.reschedule(actor, id, input);
  }

  @Post('bookings/:id/cancel')
  @HttpCode(200)
  @ForStaff('booking.assist')
  @ApiOkResponse({ type: BookingView })
  cancel(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: CancelBookingForCaller): Promise<BookingView> {
    return this.bookings.cancelForCaller(actor, id, input);
  }

  @Get('booking-plan')
  @ForStaff('booking.plan')
  @ApiOkResponse({ type: BookingPlanView })
  plan(@CurrentActor() actor: StaffActor): Promise<BookingPlanView> {
    return this.plans.plan(actor.hallId);
  }

  @Put('booking-plan')
  @ForStaff('booking.plan')
  @ApiOkResponse({ type: BookingPlanView })
  changePlan(@CurrentActor() actor: StaffActor, @Body() input: BookingPlanInput): Promise<BookingPlanView> {
    return this.plans.change(actor, input);
  }
}
