import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForResident } from '../../platform/auth/access.ts';
import type { ResidentActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { CallingService } from './calling.service.ts';
import { CheckInService } from './check-in.service.ts';
import { CheckIn, TicketList, TicketMove, TicketView } from './ticket.dto.ts';
import { TicketQueries } from './ticket.queries.ts';

@ApiTags('queue')
@ApiBearerAuth()
@Controller('resident')
export class QueueResidentController {
  constructor(
    private readonly checkIns: CheckInService,
    private readonly calling: CallingService,
    private readonly queries: TicketQueries,
  ) {}

  @Post('check-in')
  @HttpCode(200)
  @ForResident()
  @ApiOkResponse({ type: TicketView })
  async checkIn(@CurrentActor() actor: ResidentActor, @IdempotencyKey() key: Idempotency | null, @Body() wish: CheckIn): Promise<TicketView> {
    return this.queries.one(actor.id, await this.checkIns.byCode(actor, key, wish));
  }

  @Get('tickets/current')
  @ForResident()
  @ApiOkResponse({ type: TicketList })
  async current(@CurrentActor() actor: ResidentActor): Promise<TicketList> {
    return { items: await this.queries.current(actor.id) };
  }

  @Get('tickets/past')
  @ForResident()
  @ApiOkResponse({ type: TicketList })
  async past(@CurrentActor() actor: ResidentActor): Promise<TicketList> {
    return { items: await this.queries.past(actor.id) };
  }

  @Get('tickets/:id')
  @ForResident()
  @ApiOkResponse({ type: TicketView })
  one(@CurrentActor() actor: ResidentActor, @Param('id') id: string): Promise<TicketView> {
    return this.queries.one(actor.id, id);
  }

  @Post('tickets/:id/rejoin')
  @HttpCode(200)
  @ForResident()
  @ApiOkResponse({ type: TicketView })
  async rejoin(@CurrentActor() actor: ResidentActor, @Param('id') id: string, @Body() { version }: TicketMove): Promise<TicketView> {
    await this.calling.rejoin(actor, id, version);
    return this.queries.one(actor.id, id);
  }

  @Post('tickets/:id/leave')
  @HttpCode(200)
  @ForResident()
  @ApiOkResponse({ type: TicketView })
  async leave(@CurrentActor() actor: ResidentActor, @Param('id') id: string, @Body() { version }: TicketMove): Promise<TicketView> {
    await this.calling.leave(actor, id, version);
    return this.queries.one(actor.id, id);
  }
}
