import { Body, Controller, Get, HttpCode, Ip, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ForAnyone } from '../../platform/auth/access.ts';
import { Knocks } from '../../platform/auth/knocks.ts';
import { ONE_FILE, readUpload } from '../../platform/http/upload.ts';
import { PictureCheck, pictureErrors } from '../../platform/storage/picture-check.ts';
import { AnonymousPictures } from './anonymous-pictures.service.ts';
import { AnonymousService } from './anonymous.service.ts';
import { AuthorSuggestions } from './suggestion.author.queries.ts';
import { AnonymousPictureView, AnonymousSuggestionInput, MySuggestionView, PublicSuggestionDetail, PublicSuggestionPage, PublicSuggestionQuery, SimilarQuestion, SimilarSuggestionList, TrackedMove, TrackedReopen, TrackingCodeInput } from './suggestion.dto.ts';
import { PublicSuggestions } from './suggestion.public.queries.ts';

@ApiTags('suggestion')
@Controller('public/suggestions')
@ForAnyone()
export class SuggestionPublicController {
  constructor(
    private readonly queries: PublicSuggestions,
    private readonly knocks: Knocks,
  ) {}

  @Get()
  @ApiOkResponse({ type: PublicSuggestionPage })
  list(@Query() query: PublicSuggestionQuery): Promise<PublicSuggestionPage> {
    return this.queries.page(query);
  }

  /** What somebody is about to say travels in the body: an address would stand in logs on the way. */
  @Post('similar')
  @HttpCode(200)
  @ApiOkResponse({ type: SimilarSuggestionList })
  async similar(@Body() { text }: SimilarQuestion, @Ip() address: string): Promise<SimilarSuggestionList> {
    await this.knocks.count('similar-suggestions', address);
    return { items: await this.queries.similar(text) };
  }

  @Get(':id')
  @ApiOkResponse({ type: PublicSuggestionDetail })
  one(@Param('id') id: string): Promise<PublicSuggestionDetail> {
    return this.queries.one(id);
  }
}

/** Doors without a name on them. They know no session even when one is sent, and the tracking code comes in the body, never in an address. */
@ApiTags('suggestion')
@Controller('public')
@ForAnyone()
export class AnonymousPublicController {
  constructor(
    private readonly anonymous: AnonymousService,
    private readonly pictures: AnonymousPictures,
    private readonly queries: AuthorSuggestions,
    private readonly check: PictureCheck,
    private readonly knocks: Knocks,
  ) {}

  @Post('anonymous-pictures')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody(ONE_FILE)
  @ApiOkResponse({ type: AnonymousPictureView })
  async addPicture(@Req() request: FastifyRequest, @Ip() address: string): Promise<AnonymousPictureView> {
    await this.knocks.count('anonymous-picture', address);
    return this.pictures.keep(await readUpload(request, this.check.maxBytes, pictureErrors.FILE_TOO_LARGE));
  }

  @Post('anonymous-suggestions')
  @HttpCode(200)
  @ApiOkResponse({ type: MySuggestionView })
  async submit(@Body() input: AnonymousSuggestionInput, @Ip() address: string): Promise<MySuggestionView> {
    await this.knocks.count('anonymous-suggestion', address);
    return this.queries.view(await this.anonymous.submit(input));
  }

  /** How it stands: for whoever has the code of a phone or of a slip. */
  @Post('anonymous-suggestions/look')
  @HttpCode(200)
  @ApiOkResponse({ type: MySuggestionView })
  async look(@Body() { trackingCode }: TrackingCodeInput, @Ip() address: string): Promise<MySuggestionView> {
    await this.knocks.count('tracking-code', address);
    return this.queries.view((await this.anonymous.find(trackingCode)).id);
  }

  @Post('anonymous-suggestions/confirm')
  @HttpCode(200)
  @ApiOkResponse({ type: MySuggestionView })
  confirm(@Body() { trackingCode, version }: TrackedMove, @Ip() address: string): Promise<MySuggestionView> {
    return this.move(address, () => this.anonymous.move(trackingCode, 'confirm', version));
  }

  @Post('anonymous-suggestions/reopen')
  @HttpCode(200)
  @ApiOkResponse({ type: MySuggestionView })
  reopen(@Body() { trackingCode, version, reason }: TrackedReopen, @Ip() address: string): Promise<MySuggestionView> {
    return this.move(address, () => this.anonymous.move(trackingCode, 'reopen', version, reason));
  }

  @Post('anonymous-suggestions/withdraw')
  @HttpCode(200)
  @ApiOkResponse({ type: MySuggestionView })
  withdraw(@Body() { trackingCode, version }: TrackedMove, @Ip() address: string): Promise<MySuggestionView> {
    return this.move(address, () => this.anonymous.move(trackingCode, 'withdraw', version));
  }

  private async move(address: string, move: () => Promise<string>): Promise<MySuggestionView> {
    await this.knocks.count('tracking-code', address);
    return this.queries.view(await move());
  }
}
