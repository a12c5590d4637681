import { Body, Controller, Get, HttpCode, Ip, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForResident } from '../../platform/auth/access.ts';
import type { ResidentActor } from '../../platform/auth/actor.ts';
import { AppraisalAnswers } from './appraisal-answers.service.ts';
import { AppraisalAnswerInput, AppraisalStandingView, AppraisalThanksView } from './appraisal.dto.ts';
import { AppraisalQueries } from './appraisal.queries.ts';

@ApiTags('appraisal')
@ApiBearerAuth()
@Controller('resident/appraisals')
@ForResident()
export class AppraisalResidentController {
  constructor(
    private readonly answers: AppraisalAnswers,
    private readonly queries: AppraisalQueries,
  ) {}

  @Get(':id')
  @ApiOkResponse({ type: AppraisalStandingView })
  standing(@CurrentActor() actor: ResidentActor, @Param('id') id: string): Promise<AppraisalStandingView> {
    return this.queries.standing(actor, id);
  }

  /** It takes no idempotency key, because that row would name the account and the instant: the nonce recognises a retry. */
  @Post(':id/answer')
  @HttpCode(200)
  @ApiOkResponse({ type: AppraisalThanksView })
  answer(@CurrentActor() actor: ResidentActor, @Param('id') id: string, @Body() input: AppraisalAnswerInput, @Ip() address: string): Promise<AppraisalThanksView> {
    return this.answers.answer(actor, id, input, address);
  }
}
