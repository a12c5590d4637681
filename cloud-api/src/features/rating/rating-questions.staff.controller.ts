import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { RatingQuestionList, RatingQuestionWords } from './rating-case.dto.ts';
import { RatingQuestions } from './rating-questions.service.ts';

/** What somebody is asked about their own services. Only ever their own questions. */
@ApiTags('rating')
@ApiBearerAuth()
@Controller('staff/rating-questions')
export class RatingQuestionsStaffController {
  constructor(private readonly questions: RatingQuestions) {}

  @Get()
  @ForStaff(null)
  @ApiOkResponse({ type: RatingQuestionList })
  async mine(@CurrentActor() actor: StaffActor): Promise<RatingQuestionList> {
    return { items: await this.questions.mine(actor) };
  }

  @Post(':id/answer')
  @HttpCode(200)
  @ForStaff(null)
  @ApiOkResponse({ type: RatingQuestionList })
  async answer(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { words }: RatingQuestionWords): Promise<RatingQuestionList> {
    await this.questions.answer(actor, id, words);
    return this.mine(actor);
  }

  @Post(':id/appeal')
  @HttpCode(200)
  @ForStaff(null)
  @ApiOkResponse({ type: RatingQuestionList })
  async appeal(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { words }: RatingQuestionWords): Promise<RatingQuestionList> {
    await this.questions.appeal(actor, id, words);
    return this.mine(actor);
  }
}
