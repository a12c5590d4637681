import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { CallingService } from './calling.service.ts';
import { DeskView } from './desk.dto.ts';
import { DeskQueries } from './desk.queries.ts';
import { ServingService } from './serving.service.ts';
import { CloseVisitMatter, TicketMove } from './ticket.dto.ts';

/** The clerk's desk: calling the next person, and everything that happens to a call. */
@ApiTags('desk')
@ApiBearerAuth()
@Controller('staff')
export class DeskStaffController {
  constructor(
    private readonly calling: CallingService,
    private readonly serving: ServingService,
    private readonly queries: DeskQueries,
  ) {}

  @Get('desk')
  @ForStaff('queue.call')
  @ApiOkResponse({ type: DeskView })
  desk(@CurrentActor() actor: StaffActor): Promise<DeskView> {
    return this.queries.desk(actor);
  }

  @Post('desk/next')
  @HttpCode(200)
  @ForStaff('queue.call')
  @ApiOkResponse({ type: DeskView })
  async next(@CurrentActor() actor: StaffActor): Promise<DeskView> {
    await this.calling.next(actor);
    return this.queries.desk(actor);
  }

  @Post('tickets/:id/recall')
  @HttpCode(200)
  @ForStaff('queue.call')
  @ApiOkResponse({ type: DeskView })
  async recall(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: TicketMove): Promise<DeskView> {
    await this.calling.recall(actor, id, version);
    return this.queries.desk(actor);
  }

  @Post('tickets/:id/serve')
  @HttpCode(200)
  @ForStaff('queue.call')
  @ApiOkResponse({ type: DeskView })
  async serve(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: TicketMove): Promise<DeskView> {
    await this.serving.serve(actor, id, version);
    return this.queries.desk(actor);
  }

  @Post('tickets/:id/miss')
  @HttpCode(200)
  @ForStaff('queue.call')
  @ApiOkResponse({ type: DeskView })
  async miss(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: TicketMove): Promise<DeskView> {
    await this.calling.miss(actor, id, version);
    return this.queries.desk(actor);
  }

  @Post('tickets/:id/park')
  @HttpCode(200)
  @ForStaff('queue.call')
  @ApiOkResponse({ type: DeskView })
  async park(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: TicketMove): Promise<DeskView> {
    await this.calling.park(actor, id, version);
    return this.queries.desk(actor);
  }

  @Post('tickets/:id/resume')
  @HttpCode(200)
  @ForStaff('queue.call')
  @ApiOkResponse({ type: DeskView })
  async resume(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: TicketMove): Promise<DeskView> {
    await this.calling.resume(actor, id, version);
    return this.queries.desk(actor);
  }

  @Post('tickets/:id/rejoin')
  @HttpCode(200)
  @ForStaff('queue.call')
  @ApiOkResponse({ type: DeskView })
  async rejoin(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: TicketMove): Promise<DeskView> {
    await this.calling.rejoin(actor, id, version);
    return this.queries.desk(actor);
  }

  @Post('tickets/:id/done')
  @HttpCode(200)
  @ForStaff('queue.call')
  @ApiOkResponse({ type: DeskView })
  async done(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: TicketMove): Promise<DeskView> {
    await this.serving.done(actor, id, version);
    return this.queries.desk(actor);
  }

  @Post('tickets/:id/matters/:visitMatterId/close')
  @HttpCode(200)
  @ForStaff('queue.call')
  @ApiOkResponse({ type: DeskView })
  async closeMatter(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Param('visitMatterId') visitMatterId: string, @Body() { version, reason }: CloseVisitMatter): Promise<DeskView> {
    await this.serving.closeMatter(actor, id, visitMatterId, version, reason);
    return this.queries.desk(actor);
  }
}
