import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForResident } from '../../platform/auth/access.ts';
import type { ResidentActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { BookingList, BookingView, CancelBooking, ConfirmBooking, HoldBooking, RescheduleBooking, SlotDayList, SlotDaysQuery, SlotList, SlotsQuery } from './booking.dto.ts';
import { BookingQueries } from './booking.queries.ts';
import { BookingService } from './booking.service.ts';
import { calendarFile } from './calendar-file.ts';
import { HoldService } from './hold.service.ts';
import { SlotsQueries } from './slots.queries.ts';

@ApiTags('booking')
@ApiBearerAuth()
@Controller('resident')
@ForResident()
export class BookingResidentController {
  constructor(
    private readonly holds: HoldService,
    private readonly bookings: BookingService,
    private readonly queries: BookingQueries,
    private readonly slotsQueries: SlotsQueries,
  ) {}

  @Get('slot-days')
  @ApiOkResponse({ type: SlotDayList })
  async slotDays(@CurrentActor() actor: ResidentActor, @Query() query: SlotDaysQuery): Promise<SlotDayList> {
    return { items: await this.slotsQueries.days(actor, query) };
  }

  @Get('slots')
  @ApiOkResponse({ type: SlotList })
  async slots(@CurrentActor() actor: ResidentActor, @Query() query: SlotsQuery): Promise<SlotList> {
    return { items: await this.slotsQueries.slots(actor, query) };
  }

  @Post('bookings/hold')
  @HttpCode(200)
  @ApiOkResponse({ type: BookingView })
  hold(@CurrentActor() actor: ResidentActor, @Body() input: HoldBooking, @IdempotencyKey() key: Idempotency | null): Promise<BookingView> {
    return this.holds.hold(actor, input, key);
  }

  @Post('bookings/:id/confirm')
  @HttpCode(200)
  @ApiOkResponse({ type: BookingView })
  confirm(@CurrentActor() actor: ResidentActor, @Param('id') id: string, @Body() input: ConfirmBooking): Promise<BookingView> {
    return this.bookings.confirm(actor, id, input);
  }

  @Post('bookings/:id/reschedule')
  @HttpCode(200)
  @ApiOkResponse({ type: BookingView })
  reschedule(@CurrentActor() actor: ResidentActor, @Param('id') id: string, @Body() input: RescheduleBooking): Promise<BookingView> {
    return this.bookings.reschedule(actor, id, input);
  }

  @Post('bookings/:id/cancel')
  @HttpCode(200)
  @ApiOkResponse({ type: BookingView })
  cancel(@CurrentActor() actor: ResidentActor, @Param('id') id: string, @Body() input: CancelBooking): Promise<BookingView> {
    return this.bookings.cancel(actor, id, input);
  }

  @Get('bookings')
  @ApiOkResponse({ type: BookingList })
  async list(@CurrentActor() actor: ResidentActor): Promise<BookingList> {
    return { items: await this.queries.mine(actor) };
  }

  @Get('bookings/:id')
  @ApiOkResponse({ type: BookingView })
  one(@CurrentActor() actor: ResidentActor, @Param('id') id: string): Promise<BookingView> {
    return this.queries.one(actor, id);
  }

  @Get('bookings/:id/calendar.ics')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="visit.ics"')
  @ApiProduces('text/calendar')
  @ApiOkResponse({ description: 'an iCalendar file (RFC 5545)', schema: { type: 'string' } })
  async calendar(@CurrentActor() actor: ResidentActor, @Param('id') id: string): Promise<string> {
    return calendarFile(await this.queries.one(actor, id));
  }
}
