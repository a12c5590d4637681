import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentActor, ForResident } from '../../platform/auth/access.ts';
import type { ResidentActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { ONE_FILE, readUpload } from '../../platform/http/upload.ts';
import { PictureCheck, pictureErrors } from '../../platform/storage/picture-check.ts';
import { DoneView } from '../identity/identity.dto.ts';
import { AskingService } from './asking.service.ts';
import { AskEnquiry, AskEnquiryAgain, EnquiryCardList, EnquiryMove, EnquiryPictureView, EnquiryView } from './enquiry.dto.ts';
import { EnquiryQueries } from './enquiry.queries.ts';

@ApiTags('enquiries')
@ApiBearerAuth()
@Controller('resident')
@ForResident()
export class EnquiryResidentController {
  constructor(
    private readonly asking: AskingService,
    private readonly queries: EnquiryQueries,
    private readonly check: PictureCheck,
  ) {}

  @Get('enquiries')
  @ApiOkResponse({ type: EnquiryCardList })
  list(@CurrentActor() actor: ResidentActor): Promise<EnquiryCardList> {
    return this.queries.mine(actor);
  }

  @Post('enquiries')
  @HttpCode(200)
  @ApiOkResponse({ type: EnquiryView })
  async ask(@CurrentActor() actor: ResidentActor, @Body() input: AskEnquiry, @IdempotencyKey() key: Idempotency | null): Promise<EnquiryView> {
    return this.queries.one(actor, await this.asking.ask(actor, input, key));
  }

  @Get('enquiries/:id')
  @ApiOkResponse({ type: EnquiryView })
  one(@CurrentActor() actor: ResidentActor, @Param('id') id: string): Promise<EnquiryView> {
    return this.queries.one(actor, id);
  }

  @Post('enquiries/:id/confirm')
  @HttpCode(200)
  @ApiOkResponse({ type: EnquiryView })
  async confirm(@CurrentActor() actor: ResidentActor, @Param('id') id: string, @Body() { version }: EnquiryMove): Promise<EnquiryView> {
    await this.asking.confirm(actor, id, version);
    return this.queries.one(actor, id);
  }

  @Post('enquiries/:id/ask-again')
  @HttpCode(200)
  @ApiOkResponse({ type: EnquiryView })
  async askAgain(@CurrentActor() actor: ResidentActor, @Param('id') id: string, @Body() input: AskEnquiryAgain): Promise<EnquiryView> {
    await this.asking.askAgain(actor, id, input);
    return this.queries.one(actor, id);
  }

  @Post('enquiries/:id/withdraw')
  @HttpCode(200)
  @ApiOkResponse({ type: EnquiryView })
  async withdraw(@CurrentActor() actor: ResidentActor, @Param('id') id: string, @Body() { version }: EnquiryMove): Promise<EnquiryView> {
    await this.asking.withdraw(actor, id, version);
    return this.queries.one(actor, id);
  }

  /** A picture for a question that is being written; thrown away when it is not sent within a day. */
  @Post('enquiry-pictures')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody(ONE_FILE)
  @ApiOkResponse({ type: EnquiryPictureView })
  async keepPicture(@CurrentActor() actor: ResidentActor, @Req() request: FastifyRequest): Promise<EnquiryPictureView> {
    const { id, width, height } = await this.asking.keepPicture(actor, await readUpload(request, this.check.maxBytes, () => pictureErrors.FILE_TOO_LARGE()));
    return { pictureId: id, width, height };
  }

  @Delete('enquiry-pictures/:pictureId')
  @ApiOkResponse({ type: DoneView })
  async removePicture(@CurrentActor() actor: ResidentActor, @Param('pictureId') pictureId: string): Promise<DoneView> {
    await this.asking.removePicture(actor, pictureId);
    return { done: true };
  }
}
