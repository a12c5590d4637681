import { Body, Controller, Get, Header, HttpCode, Param, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { AnswerService } from './answer.service.ts';
import { PlanService } from './plan.service.ts';
import { StaffCards } from './staff-cards.ts';
import { AcceptSuggestion, AnswerDraftInput, AssignSuggestion, CorrectionInput, DeclineSuggestion, HandBackSuggestion, MergeSuggestion, NoteInput, PlanInput, PlanMeasure, PlanMove, PlanReturn, ProgressInput, RedirectSuggestion, StaffSuggestionPage, StaffSuggestionQuery, StaffSuggestionView, SuggestionOwnerList, SuggestionRefList } from './suggestion-staff.dto.ts';
import { SuggestionMove } from './suggestion.dto.ts';
import { StaffSuggestions } from './suggestion.staff.queries.ts';
import { TriageService } from './triage.service.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The desk of suggestions. Each move answers the suggestion as it stands afterwards. */
@ApiTags('suggestion')
@Controller('staff')
export class SuggestionStaffController {
  constructor(
    private readonly queries: StaffSuggestions,
    private readonly cards: StaffCards,
    private readonly triage: TriageService,
    private readonly plans: PlanService,
    private readonly answers: AnswerService,
  ) {}

  @Get('suggestions')
  @ForStaff('suggestion.read')
  @ApiOkResponse({ type: StaffSuggestionPage })
  list(@CurrentActor() actor: StaffActor, @Query() query: StaffSuggestionQuery): Promise<StaffSuggestionPage> {
    return this.queries.page(actor, query);
  }

  @Get('suggestions/list.xlsx')
  @ForStaff('suggestion.triage')
  @Header('cache-control', 'no-store')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async workbook(@CurrentActor() actor: StaffActor, @Query() query: StaffSuggestionQuery): Promise<StreamableFile> {
    const { name, bytes } = await this.queries.workbook(actor, query);
    return new StreamableFile(bytes, { type: XLSX, disposition: `attachment; filename="${name}.xlsx"` });
  }

  @Get('suggestion-owners')
  @ForStaff('suggestion.read')
  @ApiOkResponse({ type: SuggestionOwnerList })
  async owners(@CurrentActor() actor: StaffActor): Promise<SuggestionOwnerList> {
    return { items: await this.queries.owners(actor) };
  }

  @Get('suggestions/:id')
  @ForStaff('suggestion.read')
  @ApiOkResponse({ type: StaffSuggestionView })
  one(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<StaffSuggestionView> {
    return this.cards.whole(actor, id);
  }

  /** The suggestion a plan belongs to: what is owed for a plan names the plan. */
  @Get('suggestion-plans/:id')
  @ForStaff('suggestion.read')
  @ApiOkResponse({ type: StaffSuggestionView })
  ofPlan(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<StaffSuggestionView> {
    return this.cards.ofPlan(actor, id);
  }

  /** Candidates to join it to. */
  @Get('suggestions/:id/similar')
  @ForStaff('suggestion.triage')
  @ApiOkResponse({ type: SuggestionRefList })
  async similar(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<SuggestionRefList> {
    return { items: await this.queries.similar(actor, id) };
  }

  @Post('suggestions/:id/accept')
  @ForStaff('suggestion.triage')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffSuggestionView })
  accept(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version, ownerId }: AcceptSuggestion): Promise<StaffSuggestionView> {
    return this.afterwards(actor, id, this.triage.accept(actor, id, version, ownerId));
  }

  @Post('suggestions/:id/redirect')
  @ForStaff('suggestion.triage')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffSuggestionView })
  redirect(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version, whereTo }: RedirectSuggestion): Promise<StaffSuggestionView> {
    return this.afterwards(actor, id, this.triage.redirect(actor, id, version, whereTo));
  }

  @Post('suggestions/:id/decline')
  @ForStaff('suggestion.triage')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffSuggestionView })
  decline(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version, reason, words }: DeclineSuggestion): Promise<StaffSuggestionView> {
    return this.afterwards(actor, id, this.triage.decline(actor, id, version, reason, words));
  }

  @Post('suggestions/:id/merge')
  @ForStaff('suggestion.triage')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffSuggestionView })
  merge(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version, intoId }: MergeSuggestion): Promise<StaffSuggestionView> {
    return this.afterwards(actor, id, this.triage.merge(actor, id, version, intoId));
  }

  @Post('suggestions/:id/separate')
  @ForStaff('suggestion.triage')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffSuggestionView })
  separate(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: SuggestionMove): Promise<StaffSuggestionView> {
    return this.afterwards(actor, id, this.triage.separate(actor, id, version));
  }

  @Post('suggestions/:id/assign')
  @ForStaff('suggestion.triage')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffSuggestionView })
  assign(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version, ownerId }: AssignSuggestion): Promise<StaffSuggestionView> {
    return this.afterwards(actor, id, this.triage.assign(actor, id, version, ownerId));
  }

  @Post('suggestions/:id/take')
  @ForStaff('suggestion.answer')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffSuggestionView })
  take(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: SuggestionMove): Promise<StaffSuggestionView> {
    return this.afterwards(actor, id, this.triage.take(actor, id, version));
  }

  /** Whoever hands it back may not see it any more, so nothing is shown. */
  @Post('suggestions/:id/hand-back')
  @ForStaff('suggestion.answer')
  @HttpCode(204)
  async handBack(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version, reason }: HandBackSuggestion): Promise<void> {
    await this.triage.handBack(actor, id, version, reason);
  }

  @Put('suggestions/:id/plan')
  @ForStaff('suggestion.answer')
  @ApiOkResponse({ type: StaffSuggestionView })
  savePlan(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: PlanInput): Promise<StaffSuggestionView> {
    return this.afterwards(actor, id, this.plans.save(actor, id, input));
  }

  @Post('suggestions/:id/plan/propose')
  @ForStaff('suggestion.answer')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffSuggestionView })
  proposePlan(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: PlanMove): Promise<StaffSuggestionView> {
    return this.afterwards(actor, id, this.plans.propose(actor, id, version));
  }

  @Post('suggestions/:id/plan/return')
  @ForStaff('suggestion.publish')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffSuggestionView })
  returnPlan(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version, reason }: PlanReturn): Promise<StaffSuggestionView> {
    return this.afterwards(actor, id, this.plans.return(actor, id, version, reason));
  }

  /** Publishing asks for no second factor: it can be corrected beneath, it is written down, and a leader does it between two meetings. */
  @Post('suggestions/:id/plan/publish')
  @ForStaff('suggestion.publish')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffSuggestionView })
  publishPlan(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: PlanMove): Promise<StaffSuggestionView> {
    return this.afterwards(actor, id, this.plans.publish(actor, id, version));
  }

  @Post('suggestions/:id/plan/carry-out')
  @ForStaff('suggestion.answer')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffSuggestionView })
  carryOutPlan(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: PlanMove): Promise<StaffSuggestionView> {
    return this.afterwards(actor, id, this.plans.carryOut(actor, id, version));
  }

  @Post('suggestions/:id/plan/measure')
  @ForStaff('suggestion.answer')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffSuggestionView })
  measurePlan(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version, outcome, measured }: PlanMeasure): Promise<StaffSuggestionView> {
    return this.afterwards(actor, id, this.plans.measure(actor, id, version, outcome, measured));
  }

  @Post('suggestions/:id/plan/vouch')
  @ForStaff('suggestion.publish')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffSuggestionView })
  vouchForPlan(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: PlanMove): Promise<StaffSuggestionView> {
    return this.afterwards(actor, id, this.plans.vouch(actor, id, version));
  }

  @Post('suggestions/:id/progress')
  @ForStaff('suggestion.answer')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffSuggestionView })
  progress(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { words }: ProgressInput): Promise<StaffSuggestionView> {
    return this.afterwards(actor, id, this.plans.progress(actor, id, words));
  }

  @Put('suggestions/:id/answer-draft')
  @ForStaff('suggestion.answer')
  @ApiOkResponse({ type: StaffSuggestionView })
  saveDraft(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: AnswerDraftInput): Promise<StaffSuggestionView> {
    return this.afterwards(actor, id, this.answers.draft(actor, id, input));
  }

  @Post('suggestions/:id/answer/publish')
  @ForStaff('suggestion.publish')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffSuggestionView })
  publishAnswer(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: SuggestionMove): Promise<StaffSuggestionView> {
    return this.afterwards(actor, id, this.answers.publish(actor, id, version));
  }

  @Post('suggestions/:id/corrections')
  @ForStaff('suggestion.publish')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffSuggestionView })
  correct(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { text }: CorrectionInput): Promise<StaffSuggestionView> {
    return this.afterwards(actor, id, this.answers.correct(actor, id, text));
  }

  @Post('suggestions/:id/notes')
  @ForStaff('suggestion.read')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffSuggestionView })
  note(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { text }: NoteInput): Promise<StaffSuggestionView> {
    return this.afterwards(actor, id, this.answers.note(actor, id, text));
  }

  private async afterwards(actor: StaffActor, id: string, done: Promise<void>): Promise<StaffSuggestionView> {
    await done;
    return this.cards.whole(actor, id);
  }
}
