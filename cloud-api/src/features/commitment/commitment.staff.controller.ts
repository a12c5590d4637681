import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ENDINGS, MEASURABLE_EVENTS, STANDING_STILL, SUBJECT_LABELS, subjectKindOf, type MeasurableEvent } from '@hall/shared/commitment/measurable-events';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { CommitmentDraftInput, CommitmentMoveInput, CommitmentPreviewInput, CommitmentPreviewView, CommitmentPublishInput, ExclusionDecision, ExclusionInput, ExclusionList, FulfilmentPage, FulfilmentQuery, MeasurableEventList, StaffCommitmentList, StaffCommitmentView } from './commitment.dto.ts';
import { CommitmentPreview } from './commitment-preview.ts';
import { CommitmentQueries } from './commitment.queries.ts';
import { CommitmentsService } from './commitments.service.ts';
import { ExclusionsService } from './exclusions.service.ts';
import { FulfilmentQueries } from './fulfilment.queries.ts';

/** Promises are composed and published here. There is no route that says how one turned out: that is computed. */
@ApiTags('commitment')
@Controller('staff/commitments')
export class CommitmentStaffController {
  constructor(
    private readonly commitments: CommitmentsService,
    private readonly exclusions: ExclusionsService,
    private readonly queries: CommitmentQueries,
    private readonly times: FulfilmentQueries,
    private readonly previews: CommitmentPreview,
  ) {}

  @Get()
  @ForStaff('insight.read')
  @ApiOkResponse({ type: StaffCommitmentList })
  async list(@CurrentActor() actor: StaffActor): Promise<StaffCommitmentList> {
    return { items: await this.queries.ofHall(actor) };
  }

  /** What promises can be measured by. */
  @Get('events')
  @ForStaff('insight.read')
  @ApiOkResponse({ type: MeasurableEventList })
  events(): MeasurableEventList {
    return {
      items: (Object.keys(MEASURABLE_EVENTS) as MeasurableEvent[]).map((event) => {
        const [{ label, precision }, subject] = [MEASURABLE_EVENTS[event], subjectKindOf(event)];
        return { event, label, subject, subjectLabel: SUBJECT_LABELS[subject], clock: precision === 'second' ? 'minutes' : 'working-days', mayOpen: STANDING_STILL[subject]?.from !== event && !ENDINGS[subject].includes(event) };
      }),
    };
  }

  /** How the last thirty days would have looked under this rule. Nothing is kept. */
  @Post('preview')
  @ForStaff('commitment.edit')
  @HttpCode(200)
  @ApiOkResponse({ type: CommitmentPreviewView })
  preview(@CurrentActor() actor: StaffActor, @Body() { rule }: CommitmentPreviewInput): Promise<CommitmentPreviewView> {
    return this.previews.of(actor, rule);
  }

  @Get('exclusions')
  @ForStaff('commitment.exclude')
  @ApiOkResponse({ type: ExclusionList })
  async proposed(@CurrentActor() actor: StaffActor): Promise<ExclusionList> {
    return { items: await this.times.exclusions(actor) };
  }

  @Post('exclusions/:id')
  @ForStaff('commitment.exclude')
  @HttpCode(200)
  @ApiOkResponse({ type: ExclusionList })
  async decide(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: ExclusionDecision): Promise<ExclusionList> {
    await this.exclusions.decide(actor, id, input);
    return { items: await this.times.exclusions(actor) };
  }

  @Post('fulfilments/:id/exclusion')
  @ForStaff('commitment.exclude')
  @HttpCode(200)
  @ApiOkResponse({ type: ExclusionList })
  async propose(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: ExclusionInput, @IdempotencyKey() key: Idempotency | null): Promise<ExclusionList> {
    await this.exclusions.propose(actor, id, input, key);
    return { items: await this.times.exclusions(actor) };
  }

  @Post()
  @ForStaff('commitment.edit')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffCommitmentView })
  async draft(@CurrentActor() actor: StaffActor, @Body() input: CommitmentDraftInput, @IdempotencyKey() key: Idempotency | null): Promise<StaffCommitmentView> {
    return this.queries.one(actor, await this.commitments.draft(actor, input, key));
  }

  @Get(':id')
  @ForStaff('insight.read')
  @ApiOkResponse({ type: StaffCommitmentView })
  one(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<StaffCommitmentView> {
    return this.queries.one(actor, id);
  }

  @Put(':id')
  @ForStaff('commitment.edit')
  @ApiOkResponse({ type: StaffCommitmentView })
  async redraft(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: CommitmentDraftInput): Promise<StaffCommitmentView> {
    await this.commitments.redraft(actor, id, input);
    return this.queries.one(actor, id);
  }

  @Get(':id/fulfilments')
  @ForStaff('insight.read')
  @ApiOkResponse({ type: FulfilmentPage })
  fulfilments(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Query() query: FulfilmentQuery): Promise<FulfilmentPage> {
    return this.times.page(actor, id, query);
  }

  @Post(':id/publish')
  @ForStaff('commitment.edit')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffCommitmentView })
  async publish(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { inForceFrom, version }: CommitmentPublishInput): Promise<StaffCommitmentView> {
    await this.commitments.publish(actor, id, version, inForceFrom);
    return this.queries.one(actor, id);
  }

  @Post(':id/withdraw')
  @ForStaff('commitment.edit')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffCommitmentView })
  async withdraw(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: CommitmentMoveInput): Promise<StaffCommitmentView> {
    await this.commitments.withdraw(actor, id, version);
    return this.queries.one(actor, id);
  }
}
