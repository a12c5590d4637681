import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { DeskDisputeInput, DeskDisputeList, DisputeAnswerInput, OpenedDisputeView, StaffDisputeList, VisitLookView } from './dispute.dto.ts';
import { DisputeQueries } from './dispute.queries.ts';
import { DisputesService } from './disputes.service.ts';

/** Doubts about recorded times are answered here, by whoever did not serve the visit. */
@ApiTags('commitment')
@ApiBearerAuth()
@Controller('staff')
export class DisputesStaffController {
  constructor(
    private readonly disputes: DisputesService,
    private readonly queries: DisputeQueries,
  ) {}

  /** For the desk: what was taken down there, and what to tell the person. */
  @Get('desk-disputes')
  @ForStaff('queue.desk')
  @ApiOkResponse({ type: DeskDisputeList })
  async atDesk(@CurrentActor() actor: StaffActor): Promise<DeskDisputeList> {
    return { items: await this.queries.atDesk(actor) };
  }

  @Post('desk-disputes')
  @HttpCode(200)
  @ForStaff('queue.desk')
  @ApiOkResponse({ type: DeskDisputeList })
  async takeDown(@CurrentActor() actor: StaffActor, @Body() input: DeskDisputeInput, @IdempotencyKey() key: Idempotency | null): Promise<DeskDisputeList> {
    await this.disputes.takeDown(actor, input, key);
    return { items: await this.queries.atDesk(actor) };
  }

  @Get('disputes')
  @ForStaff('commitment.exclude')
  @ApiOkResponse({ type: StaffDisputeList })
  async list(@CurrentActor() actor: StaffActor): Promise<StaffDisputeList> {
    return { items: await this.queries.ofHall(actor) };
  }

  @Get('disputes/:id')
  @ForStaff('commitment.exclude')
  @ApiOkResponse({ type: OpenedDisputeView })
  one(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<OpenedDisputeView> {
    return this.queries.opened(actor, id);
  }

  @Post('disputes/:id/answer')
  @HttpCode(200)
  @ForStaff('commitment.exclude')
  @ApiOkResponse({ type: OpenedDisputeView })
  async answer(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: DisputeAnswerInput): Promise<OpenedDisputeView> {
    await this.disputes.answer(actor, id, input);
    return this.queries.opened(actor, id);
  }

  /** One visit behind a figure, as it was written down. */
  @Get('visits/:id')
  @ForStaff('insight.read')
  @ApiOkResponse({ type: VisitLookView })
  visit(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<VisitLookView> {
    return this.queries.visit(actor, id);
  }
}
