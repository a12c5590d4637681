import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { REASON_TEMPLATES } from '@hall/shared/enrolment/reason-templates';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { CaseQueries } from './case.queries.ts';
import { ReviewService } from './review.service.ts';
import { CaseVersionRequest, MarksRequest, ReasonTemplateList, ReturnRequest, ReviewQueueQuery, ReviewQueueView, StaffCaseView } from './staff-case.dto.ts';

@ApiTags('review')
@Controller('staff')
@ForStaff('review.claim')
export class ReviewStaffController {
  constructor(
    private readonly queries: CaseQueries,
    private readonly review: ReviewService,
  ) {}

  @Get('review')
  @ApiOkResponse({ type: ReviewQueueView })
  queue(@CurrentActor() actor: StaffActor, @Query() query: ReviewQueueQuery): Promise<ReviewQueueView> {
    return this.queries.reviewQueue(actor, query.state);
  }

  @Get('review/reasons')
  @ApiOkResponse({ type: ReasonTemplateList })
  reasons(): ReasonTemplateList {
    return { items: [...REASON_TEMPLATES] };
  }

  @Post('review/next')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffCaseView })
  next(@CurrentActor() actor: StaffActor): Promise<StaffCaseView> {
    return this.review.next(actor);
  }

  @Post('applications/:id/claim')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffCaseView })
  claim(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() body: CaseVersionRequest): Promise<StaffCaseView> {
    return this.review.claim(actor, id, body.version);
  }

  @Post('applications/:id/release')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffCaseView })
  release(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() body: CaseVersionRequest): Promise<StaffCaseView> {
    return this.review.release(actor, id, body.version);
  }

  @Put('applications/:id/marks')
  @ApiOkResponse({ type: StaffCaseView })
  mark(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() body: MarksRequest): Promise<StaffCaseView> {
    return this.review.mark(actor, id, body.version, body.marks);
  }

  @Post('applications/:id/return')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffCaseView })
  sendBack(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() body: ReturnRequest): Promise<StaffCaseView> {
    return this.review.sendBack(actor, id, body.version, body.lateReason);
  }

  @Post('applications/:id/ready')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffCaseView })
  ready(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() body: CaseVersionRequest): Promise<StaffCaseView> {
    return this.review.ready(actor, id, body.version);
  }
}
