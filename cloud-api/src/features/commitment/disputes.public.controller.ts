import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ForAnyone } from '../../platform/auth/access.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { DisputeInput, TicketRecordView } from './dispute.dto.ts';
import { DisputeQueries } from './dispute.queries.ts';
import { DisputesService } from './disputes.service.ts';

/** For people without an account: the code on the slip of a visit shows its recorded times, and doubts them. */
@ApiTags('commitment')
@Controller('public/slips/:code')
@ForAnyone()
export class DisputesPublicController {
  constructor(
    private readonly disputes: DisputesService,
    private readonly queries: DisputeQueries,
  ) {}

  @Get('record')
  @ApiOkResponse({ type: TicketRecordView })
  record(@Param('code') code: string): Promise<TicketRecordView> {
    return this.queries.bySlip(code);
  }

  @Post('dispute')
  @HttpCode(200)
  @ApiOkResponse({ type: TicketRecordView })
  async dispute(@Param('code') code: string, @Body() { words }: DisputeInput, @IdempotencyKey() key: Idempotency | null): Promise<TicketRecordView> {
    await this.disputes.raiseBySlip(code, words, key);
    return this.queries.bySlip(code);
  }
}
