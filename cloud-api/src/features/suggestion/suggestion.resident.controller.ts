import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentActor, ForResident } from '../../platform/auth/access.ts';
import type { ResidentActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { ONE_FILE, readUpload } from '../../platform/http/upload.ts';
import { PictureCheck, pictureErrors } from '../../platform/storage/picture-check.ts';
import { AuthorService } from './author.service.ts';
import { SubmissionService } from './submission.service.ts';
import { AuthorSuggestions } from './suggestion.author.queries.ts';
import { MySuggestionList, MySuggestionView, SuggestionInput, SuggestionMove, SuggestionPictureView, SuggestionReopen, SupportView } from './suggestion.dto.ts';

@ApiTags('suggestion')
@Controller('resident')
@ForResident()
export class SuggestionResidentController {
  constructor(
    private readonly submission: SubmissionService,
    private readonly author: AuthorService,
    private readonly queries: AuthorSuggestions,
    private readonly check: PictureCheck,
  ) {}

  /** Uploaded while one still writes; handed in with the suggestion. */
  @Post('suggestion-pictures')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody(ONE_FILE)
  @ApiOkResponse({ type: SuggestionPictureView })
  async addPicture(@CurrentActor() actor: ResidentActor, @Req() request: FastifyRequest): Promise<SuggestionPictureView> {
    return this.submission.addPicture(actor, await readUpload(request, this.check.maxBytes, pictureErrors.FILE_TOO_LARGE));
  }

  @Delete('suggestion-pictures/:pictureId')
  @HttpCode(204)
  async removePicture(@CurrentActor() actor: ResidentActor, @Param('pictureId') pictureId: string): Promise<void> {
    await this.submission.removePicture(actor, pictureId);
  }

  @Post('suggestions')
  @HttpCode(200)
  @ApiOkResponse({ type: MySuggestionView })
  async submit(@CurrentActor() actor: ResidentActor, @IdempotencyKey() key: Idempotency | null, @Body() input: SuggestionInput): Promise<MySuggestionView> {
    return this.queries.one(actor.id, await this.submission.submit(actor, key, input));
  }

  @Get('suggestions')
  @ApiOkResponse({ type: MySuggestionList })
  async mine(@CurrentActor() actor: ResidentActor): Promise<MySuggestionList> {
    return { items: await this.queries.list(actor.id) };
  }

  @Get('suggestions/:id')
  @ApiOkResponse({ type: MySuggestionView })
  one(@CurrentActor() actor: ResidentActor, @Param('id') id: string): Promise<MySuggestionView> {
    return this.queries.one(actor.id, id);
  }

  @Post('suggestions/:id/confirm')
  @HttpCode(200)
  @ApiOkResponse({ type: MySuggestionView })
  async confirm(@CurrentActor() actor: ResidentActor, @Param('id') id: string, @Body() { version }: SuggestionMove): Promise<MySuggestionView> {
    await this.author.move(actor, id, 'confirm', version);
    return this.queries.one(actor.id, id);
  }

  @Post('suggestions/:id/reopen')
  @HttpCode(200)
  @ApiOkResponse({ type: MySuggestionView })
  async reopen(@CurrentActor() actor: ResidentActor, @Param('id') id: string, @Body() { version, reason }: SuggestionReopen): Promise<MySuggestionView> {
    await this.author.move(actor, id, 'reopen', version, reason);
    return this.queries.one(actor.id, id);
  }

  @Post('suggestions/:id/withdraw')
  @HttpCode(200)
  @ApiOkResponse({ type: MySuggestionView })
  async withdraw(@CurrentActor() actor: ResidentActor, @Param('id') id: string, @Body() { version }: SuggestionMove): Promise<MySuggestionView> {
    await this.author.move(actor, id, 'withdraw', version);
    return this.queries.one(actor.id, id);
  }

  /** 我也是: to somebody else's suggestion that everybody can read. */
  @Post('suggestions/:id/support')
  @HttpCode(200)
  @ApiOkResponse({ type: SupportView })
  support(@CurrentActor() actor: ResidentActor, @Param('id') id: string): Promise<SupportView> {
    return this.author.support(actor, id);
  }

  @Delete('suggestions/:id/support')
  @ApiOkResponse({ type: SupportView })
  unsupport(@CurrentActor() actor: ResidentActor, @Param('id') id: string): Promise<SupportView> {
    return this.author.unsupport(actor, id);
  }

  /** Whether this account has said "me too" to it. */
  @Get('suggestions/:id/support')
  @ApiOkResponse({ type: SupportView })
  supported(@CurrentActor() actor: ResidentActor, @Param('id') id: string): Promise<SupportView> {
    return this.author.supported(actor, id);
  }
}
