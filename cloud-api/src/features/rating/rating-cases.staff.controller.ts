import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff, NeedsStepUp } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { RatingCaseAsk, RatingCaseFinding, RatingCaseJudgement, RatingCaseList, RatingCaseQuery, RatingCaseStale, RatingCaseView, RatingCaseWords, RatingObjectionDecision } from './rating-case.dto.ts';
import { RatingCaseQueries } from './rating-case.queries.ts';
import { RatingCaseService } from './rating-case.service.ts';
import { RatingQuestions } from './rating-questions.service.ts';
import { RatingVerdicts } from './rating-verdicts.ts';

/** The work after a negative rating. To whoever was rated these doors show nothing of it. */
@ApiTags('rating')
@ApiBearerAuth()
@Controller('staff/rating-cases')
export class RatingCasesStaffController {
  constructor(
    private readonly cases: RatingCaseService,
    private readonly verdicts: RatingVerdicts,
    private readonly questions: RatingQuestions,
    private readonly queries: RatingCaseQueries,
  ) {}

  @Get()
  @ForStaff('rating.handle')
  @ApiOkResponse({ type: RatingCaseList })
  async list(@CurrentActor() actor: StaffActor, @Query() { scope }: RatingCaseQuery): Promise<RatingCaseList> {
    return { items: await this.queries.list(actor, scope) };
  }

  @Get(':id')
  @ForStaff('rating.handle')
  @ApiOkResponse({ type: RatingCaseView })
  one(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<RatingCaseView> {
    return this.queries.read(actor, id);
  }

  @Post(':id/contact')
  @HttpCode(200)
  @ForStaff('rating.handle')
  @ApiOkResponse({ type: RatingCaseView })
  write(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: RatingCaseWords): Promise<RatingCaseView> {
    return this.after(actor, id, this.cases.write(actor, id, input));
  }

  @Post(':id/no-contact')
  @HttpCode(200)
  @ForStaff('rating.handle')
  @ApiOkResponse({ type: RatingCaseView })
  cannotContact(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: RatingCaseStale): Promise<RatingCaseView> {
    return this.after(actor, id, this.cases.cannotContact(actor, id, input));
  }

  @Post(':id/attempts')
  @HttpCode(200)
  @ForStaff('rating.handle')
  @ApiOkResponse({ type: RatingCaseView })
  tried(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: RatingCaseWords): Promise<RatingCaseView> {
    return this.after(actor, id, this.cases.tried(actor, id, input));
  }

  @Post(':id/question')
  @HttpCode(200)
  @ForStaff('rating.handle')
  @ApiOkResponse({ type: RatingCaseView })
  ask(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: RatingCaseAsk): Promise<RatingCaseView> {
    return this.after(actor, id, this.questions.ask(actor, id, input));
  }

  @Post(':id/verify')
  @HttpCode(200)
  @ForStaff('rating.handle')
  @ApiOkResponse({ type: RatingCaseView })
  verify(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: RatingCaseFinding): Promise<RatingCaseView> {
    return this.after(actor, id, this.cases.verify(actor, id, input));
  }

  /** The first of two people: mistaken or malicious. */
  @Post(':id/propose')
  @HttpCode(200)
  @ForStaff('rating.handle')
  @ApiOkResponse({ type: RatingCaseView })
  propose(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: RatingCaseFinding): Promise<RatingCaseView> {
    return this.after(actor, id, this.verdicts.propose(actor, id, input));
  }

  /** The second of two people. */
  @Post(':id/judge')
  @HttpCode(200)
  @ForStaff('rating.judge')
  @NeedsStepUp()
  @ApiOkResponse({ type: RatingCaseView })
  judge(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: RatingCaseJudgement): Promise<RatingCaseView> {
    return this.after(actor, id, this.verdicts.judge(actor, id, input));
  }

  /** An appeal of the clerk or an objection of the person who rated, by somebody who gave no verdict. */
  @Post(':id/objections/:objectionId/decide')
  @HttpCode(200)
  @ForStaff('rating.judge')
  @NeedsStepUp()
  @ApiOkResponse({ type: RatingCaseView })
  decide(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Param('objectionId') objectionId: string, @Body() input: RatingObjectionDecision): Promise<RatingCaseView> {
    return this.after(actor, id, this.verdicts.decide(actor, id, objectionId, input));
  }

  @Post(':id/rectify')
  @HttpCode(200)
  @ForStaff('rating.handle')
  @ApiOkResponse({ type: RatingCaseView })
  rectify(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: RatingCaseWords): Promise<RatingCaseView> {
    return this.after(actor, id, this.cases.rectify(actor, id, input));
  }

  @Post(':id/answer')
  @HttpCode(200)
  @ForStaff('rating.handle')
  @ApiOkResponse({ type: RatingCaseView })
  answer(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: RatingCaseWords): Promise<RatingCaseView> {
    return this.after(actor, id, this.cases.answer(actor, id, input));
  }

  @Post(':id/no-revisit')
  @HttpCode(200)
  @ForStaff('rating.handle')
  @ApiOkResponse({ type: RatingCaseView })
  giveUpRevisit(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: RatingCaseWords): Promise<RatingCaseView> {
    return this.after(actor, id, this.cases.giveUpRevisit(actor, id, input));
  }

  private async after(actor: StaffActor, id: string, act: Promise<void>): Promise<RatingCaseView> {
    await act;
    return this.queries.one(actor, id);
  }
}
