import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { AnsweringService } from './answering.service.ts';
import { EnquiryMove } from './enquiry.dto.ts';
import {
  AnswerEnquiry, DeclineEnquiry, EnquiryContactView, EnquiryDraftInput, EnquiryTakersView, OfferEnquiry, OpenEnquiry, ProposeGuideEntry, RecordFollowUp, ReviewEnquiry, StaffEnquiryPage, StaffEnquiryQuery, StaffEnquiryView, TellEnquiry,
} from './enquiry-staff.dto.ts';
import { EnquiryReviews } from './enquiry-review.service.ts';
import { GuideProposals } from './guide-proposals.ts';
import { StaffEnquiryQueries } from './staff-enquiry.queries.ts';
import { TransferService } from './transfer.service.ts';

@ApiTags('enquiries')
@ApiBearerAuth()
@Controller('staff')
@ForStaff('enquiry.answer')
export class EnquiryStaffController {
  constructor(
    private readonly answering: AnsweringService,
    private readonly transfers: TransferService,
    private readonly proposals: GuideProposals,
    private readonly reviews: EnquiryReviews,
    private readonly queries: StaffEnquiryQueries,
  ) {}

  @Get('enquiries')
  @ApiOkResponse({ type: StaffEnquiryPage })
  list(@CurrentActor() actor: StaffActor, @Query() query: StaffEnquiryQuery): Promise<StaffEnquiryPage> {
    return this.queries.list(actor, query);
  }

  /** Asked at the desk or on the telephone by somebody without an account. */
  @Post('enquiries')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffEnquiryView })
  async open(@CurrentActor() actor: StaffActor, @Body() input: OpenEnquiry, @IdempotencyKey() key: Idempotency | null): Promise<StaffEnquiryView> {
    return this.queries.one(actor, await this.answering.open(actor, input, key));
  }

  @Get('enquiry-takers')
  @ApiOkResponse({ type: EnquiryTakersView })
  takers(@CurrentActor() actor: StaffActor): Promise<EnquiryTakersView> {
    return this.queries.takers(actor);
  }

  @Get('enquiries/:id')
  @ApiOkResponse({ type: StaffEnquiryView })
  one(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<StaffEnquiryView> {
    return this.queries.one(actor, id);
  }

  @Post('enquiries/:id/take')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffEnquiryView })
  async take(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: EnquiryMove): Promise<StaffEnquiryView> {
    await this.answering.take(actor, id, version);
    return this.queries.one(actor, id);
  }

  @Put('enquiries/:id/draft')
  @ApiOkResponse({ type: StaffEnquiryView })
  async saveDraft(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: EnquiryDraftInput): Promise<StaffEnquiryView> {
    await this.answering.saveDraft(actor, id, input);
    return this.queries.one(actor, id);
  }

  @Post('enquiries/:id/answer')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffEnquiryView })
  async answer(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: AnswerEnquiry): Promise<StaffEnquiryView> {
    await this.answering.answer(actor, id, input);
    return this.queries.one(actor, id);
  }

  @Post('enquiries/:id/correct')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffEnquiryView })
  async correct(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: AnswerEnquiry): Promise<StaffEnquiryView> {
    await this.answering.correct(actor, id, input);
    return this.queries.one(actor, id);
  }

  @Post('enquiries/:id/tell')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffEnquiryView })
  async tell(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: TellEnquiry): Promise<StaffEnquiryView> {
    await this.answering.tell(actor, id, input);
    return this.queries.one(actor, id);
  }

  @Post('enquiries/:id/ask-again')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffEnquiryView })
  async recordFollowUp(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: RecordFollowUp): Promise<StaffEnquiryView> {
    await this.answering.recordFollowUp(actor, id, input);
    return this.queries.one(actor, id);
  }

  @Post('enquiries/:id/contact')
  @HttpCode(200)
  @ApiOkResponse({ type: EnquiryContactView })
  contact(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<EnquiryContactView> {
    return this.answering.contact(actor, id);
  }

  @Post('enquiries/:id/offer')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffEnquiryView })
  async offer(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: OfferEnquiry): Promise<StaffEnquiryView> {
    await this.transfers.offer(actor, id, input);
    return this.queries.one(actor, id);
  }

  @Post('enquiries/:id/accept')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffEnquiryView })
  async accept(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: EnquiryMove): Promise<StaffEnquiryView> {
    await this.transfers.accept(actor, id, version);
    return this.queries.one(actor, id);
  }

  /** What was put to the leader may be out of the decliner's sight afterwards: the list is what is left to look at. */
  @Post('enquiries/:id/decline')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffEnquiryPage })
  async decline(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: DeclineEnquiry): Promise<StaffEnquiryPage> {
    await this.transfers.decline(actor, id, input);
    return this.queries.list(actor, { scope: 'offered' });
  }

  @Post('enquiries/:id/take-back')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffEnquiryView })
  async takeBack(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: EnquiryMove): Promise<StaffEnquiryView> {
    await this.transfers.takeBack(actor, id, version);
    return this.queries.one(actor, id);
  }

  /** Whether anything of it may become public; whoever asked is answered all the same. */
  @Post('enquiries/:id/review')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffEnquiryView })
  async review(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: ReviewEnquiry): Promise<StaffEnquiryView> {
    await this.reviews.decide(actor, id, input);
    return this.queries.one(actor, id);
  }

  @Post('enquiries/:id/guide-entry')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffEnquiryView })
  async propose(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: ProposeGuideEntry): Promise<StaffEnquiryView> {
    await this.proposals.propose(actor, id, input);
    return this.queries.one(actor, id);
  }
}
