import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { CheckInService } from './check-in.service.ts';
import { DeskView, WindowList } from './desk.dto.ts';
import { DeskQueries } from './desk.queries.ts';
import { DeskCheckIn, DeskCheckInView, DeskTicket, DeskTicketTakenView } from './ticket.dto.ts';
import { TicketLookup } from './ticket-lookup.ts';
import { WindowsService } from './windows.service.ts';

/** Windows, and tickets given out at the desk. */
@ApiTags('queue')
@ApiBearerAuth()
@Controller('staff')
export class QueueStaffController {
  constructor(
    private readonly windowsService: WindowsService,
    private readonly checkIns: CheckInService,
    private readonly queries: DeskQueries,
    private readonly lookup: TicketLookup,
  ) {}

  @Get('windows')
  @ForStaff('queue.call')
  @ApiOkResponse({ type: WindowList })
  async windows(@CurrentActor() actor: StaffActor): Promise<WindowList> {
    return { items: await this.queries.windows(actor) };
  }

  @Post('windows/:id/open')
  @HttpCode(200)
  @ForStaff('queue.call')
  @ApiOkResponse({ type: DeskView })
  async open(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<DeskView> {
    await this.windowsService.open(actor, id);
    return this.queries.desk(actor);
  }

  @Post('windows/:id/pause')
  @HttpCode(200)
  @ForStaff('queue.call')
  @ApiOkResponse({ type: DeskView })
  async pause(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<DeskView> {
    await this.windowsService.pause(actor, id);
    return this.queries.desk(actor);
  }

  @Post('windows/:id/close')
  @HttpCode(200)
  @ForStaff('queue.call')
  @ApiOkResponse({ type: DeskView })
  async close(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<DeskView> {
    await this.windowsService.close(actor, id);
    return this.queries.desk(actor);
  }

  @Post('tickets')
  @HttpCode(200)
  @ForStaff('queue.desk')
  @ApiOkResponse({ type: DeskTicketTakenView })
  async give(@CurrentActor() actor: StaffActor, @IdempotencyKey() key: Idempotency | null, @Body() wish: DeskTicket): Promise<DeskTicketTakenView> {
    const ticketId = await this.checkIns.desk(actor, key, wish);
    const { number } = await this.lookup.inHall(actor.hallId, ticketId);
    return { ticketId, number, slipUrl: `/api/staff/tickets/${ticketId}/slip.pdf` };
  }

  @Post('check-in')
  @HttpCode(200)
  @ForStaff('queue.desk')
  @ApiOkResponse({ type: DeskCheckInView })
  async checkIn(@CurrentActor() actor: StaffActor, @IdempotencyKey() key: Idempotency | null, @Body() { bookingReference }: DeskCheckIn): Promise<DeskCheckInView> {
    const ticketId = await this.checkIns.atDesk(actor, key, bookingReference);
    const { number } = await this.lookup.inHall(actor.hallId, ticketId);
    return { ticketId, number };
  }
}
