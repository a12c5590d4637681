import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForResident } from '../../platform/auth/access.ts';
import type { ResidentActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { DisputeInput, TicketRecordView } from './dispute.dto.ts';
import { DisputeQueries } from './dispute.queries.ts';
import { DisputesService } from './disputes.service.ts';

/** The times of a visit as they were written down, and the word against them. */
@ApiTags('commitment')
@ApiBearerAuth()
@Controller('resident/tickets/:id')
export class DisputesResidentController {
  constructor(
    private readonly disputes: DisputesService,
    private readonly queries: DisputeQueries,
  ) {}

  @Get('record')
  @ForResident()
  @ApiOkResponse({ type: TicketRecordView })
  record(@CurrentActor() actor: ResidentActor, @Param('id') id: string): Promise<TicketRecordView> {
    return this.queries.ofTicket(actor, id);
  }

  @Post('dispute')
  @HttpCode(200)
  @ForResident()
  @ApiOkResponse({ type: TicketRecordView })
  async dispute(@CurrentActor() actor: ResidentActor, @Param('id') id: string, @Body() { words }: DisputeInput, @IdempotencyKey() key: Idempotency | null): Promise<TicketRecordView> {
    await this.disputes.raise(actor, id, words, key);
    return this.queries.ofTicket(actor, id);
  }
}
