import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { FileLinkView } from '../pictures/pictures.dto.ts';
import { StaffCards } from './staff-cards.ts';
import { ContactView, ReviewInput, StaffSuggestionView, SuggestionTemplateInput, SuggestionTemplateList, WordingInput } from './suggestion-staff.dto.ts';
import { SuggestionPictures } from './suggestion-pictures.ts';
import { TemplatesService } from './templates.service.ts';
import { WordingService } from './wording.service.ts';

/** What may be shown to whom: review, public wording, pictures, the author's phone; and the words answers begin with. */
@ApiTags('suggestion')
@Controller('staff')
export class WordingStaffController {
  constructor(
    private readonly wording: WordingService,
    private readonly cards: StaffCards,
    private readonly pictures: SuggestionPictures,
    private readonly templates: TemplatesService,
  ) {}

  @Post('suggestions/:id/review')
  @ForStaff('suggestion.review')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffSuggestionView })
  async review(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version, outcome, reason }: ReviewInput): Promise<StaffSuggestionView> {
    await this.wording.review(actor, id, version, outcome, reason);
    return this.cards.whole(actor, id);
  }

  @Put('suggestions/:id/public-wording')
  @ForStaff('suggestion.publish')
  @ApiOkResponse({ type: StaffSuggestionView })
  async word(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: WordingInput): Promise<StaffSuggestionView> {
    await this.wording.word(actor, id, input);
    return this.cards.whole(actor, id);
  }

  @Post('suggestions/:id/contact')
  @ForStaff('suggestion.answer')
  @HttpCode(200)
  @ApiOkResponse({ type: ContactView })
  contact(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<ContactView> {
    return this.wording.contact(actor, id);
  }

  @Post('suggestions/:id/pictures/:pictureId/link')
  @ForStaff('suggestion.read')
  @HttpCode(200)
  @ApiOkResponse({ type: FileLinkView })
  link(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Param('pictureId') pictureId: string): Promise<FileLinkView> {
    return this.pictures.link(actor, id, pictureId);
  }

  @Get('suggestion-templates')
  @ForStaff('suggestion.answer')
  @ApiOkResponse({ type: SuggestionTemplateList })
  async list(@CurrentActor() actor: StaffActor): Promise<SuggestionTemplateList> {
    return { items: await this.templates.list(actor.hallId) };
  }

  @Post('suggestion-templates')
  @ForStaff('suggestion.publish')
  @HttpCode(200)
  @ApiOkResponse({ type: SuggestionTemplateList })
  async add(@CurrentActor() actor: StaffActor, @IdempotencyKey() key: Idempotency | null, @Body() input: SuggestionTemplateInput): Promise<SuggestionTemplateList> {
    await this.templates.add(actor, key, input);
    return this.list(actor);
  }

  @Put('suggestion-templates/:id')
  @ForStaff('suggestion.publish')
  @ApiOkResponse({ type: SuggestionTemplateList })
  async change(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: SuggestionTemplateInput): Promise<SuggestionTemplateList> {
    await this.templates.change(actor, id, input);
    return this.list(actor);
  }

  @Delete('suggestion-templates/:id')
  @ForStaff('suggestion.publish')
  @ApiOkResponse({ type: SuggestionTemplateList })
  async retire(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<SuggestionTemplateList> {
    await this.templates.retire(actor, id);
    return this.list(actor);
  }
}
