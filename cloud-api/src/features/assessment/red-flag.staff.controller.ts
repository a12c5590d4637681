import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { RedFlagFormulaInput, RedFlagMonthView, RedFlagTrialInput, StaffRedFlagView } from './red-flag.dto.ts';
import { RedFlagQueries } from './red-flag.queries.ts';
import { RedFlagsService } from './red-flags.service.ts';

/** A formula is tried and published here. No route says which window it finds. */
@ApiTags('assessment')
@ApiBearerAuth()
@Controller('staff/red-flags')
export class RedFlagStaffController {
  constructor(
    private readonly flags: RedFlagsService,
    private readonly queries: RedFlagQueries,
  ) {}

  @Get()
  @ForStaff('insight.read')
  @ApiOkResponse({ type: StaffRedFlagView })
  ofHall(@CurrentActor() actor: StaffActor): Promise<StaffRedFlagView> {
    return this.queries.ofHall(actor);
  }

  @Post('formula')
  @ForStaff('assessment.edit')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffRedFlagView })
  async publish(@CurrentActor() actor: StaffActor, @Body() input: RedFlagFormulaInput, @IdempotencyKey() key: Idempotency | null): Promise<StaffRedFlagView> {
    await this.flags.publish(actor, input, key);
    return this.queries.ofHall(actor);
  }

  @Post('dry-run')
  @ForStaff('assessment.edit')
  @HttpCode(200)
  @ApiOkResponse({ type: RedFlagMonthView })
  trial(@CurrentActor() actor: StaffActor, @Body() { formula, month }: RedFlagTrialInput): Promise<RedFlagMonthView> {
    return this.queries.trial(actor, formula, month);
  }
}
