import { Body, Controller, Get, Header, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentActor, ForStaff, NeedsStepUp } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { ONE_FILE, readUpload } from '../../platform/http/upload.ts';
import { PictureCheck, pictureErrors } from '../../platform/storage/picture-check.ts';
import { FileLinkView } from '../pictures/pictures.dto.ts';
import { BoxOpeningMove, ConfirmBoxOpening, EnterSlip, EnteredSlipView, MoveBoxOpening, PlanBoxOpening, PrintSlips, SlipPictureView, SuggestionBoxView } from './box.dto.ts';
import { BoxQueries } from './box.queries.ts';
import { BoxService } from './box.service.ts';
import { SlipsService } from './slips.service.ts';

@ApiTags('suggestion')
@Controller('staff')
export class BoxStaffController {
  constructor(
    private readonly box: BoxService,
    private readonly slips: SlipsService,
    private readonly queries: BoxQueries,
    private readonly check: PictureCheck,
  ) {}

  @Get('suggestion-box')
  @ForStaff('box.open')
  @ApiOkResponse({ type: SuggestionBoxView })
  look(@CurrentActor() actor: StaffActor): Promise<SuggestionBoxView> {
    return this.queries.box(actor);
  }

  /** Printing makes the codes, so it is no reading; they cannot be printed again. */
  @Post('suggestion-box/slips.pdf')
  @ForStaff('suggestion.triage')
  @HttpCode(200)
  @Header('content-type', 'application/pdf')
  @Header('cache-control', 'no-store')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  print(@CurrentActor() actor: StaffActor, @Body() { slips }: PrintSlips): Promise<Buffer> {
    return this.slips.print(actor, slips);
  }

  @Post('box-openings')
  @ForStaff('suggestion.triage')
  @HttpCode(200)
  @ApiOkResponse({ type: SuggestionBoxView })
  async plan(@CurrentActor() actor: StaffActor, @Body() { plannedFor }: PlanBoxOpening): Promise<SuggestionBoxView> {
    await this.box.plan(actor, plannedFor);
    return this.queries.box(actor);
  }

  @Post('box-openings/:id/reschedule')
  @ForStaff('suggestion.triage')
  @HttpCode(200)
  @ApiOkResponse({ type: SuggestionBoxView })
  async reschedule(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: MoveBoxOpening): Promise<SuggestionBoxView> {
    await this.box.reschedule(actor, id, input);
    return this.queries.box(actor);
  }

  @Post('box-openings/:id/begin')
  @ForStaff('box.open')
  @HttpCode(200)
  @ApiOkResponse({ type: SuggestionBoxView })
  async begin(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: BoxOpeningMove): Promise<SuggestionBoxView> {
    await this.box.begin(actor, id, version);
    return this.queries.box(actor);
  }

  @Post('box-openings/:id/step-back')
  @ForStaff('box.open')
  @HttpCode(200)
  @ApiOkResponse({ type: SuggestionBoxView })
  async stepBack(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: BoxOpeningMove): Promise<SuggestionBoxView> {
    await this.box.stepBack(actor, id, version);
    return this.queries.box(actor);
  }

  /** By the second person, signed in as themselves, with the second factor: a borrowed screen is not two people. */
  @Post('box-openings/:id/confirm')
  @ForStaff('box.open')
  @NeedsStepUp()
  @HttpCode(200)
  @ApiOkResponse({ type: SuggestionBoxView })
  async confirm(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version, counted }: ConfirmBoxOpening): Promise<SuggestionBoxView> {
    await this.box.confirm(actor, id, version, counted);
    return this.queries.box(actor);
  }

  @Post('box-openings/:id/pictures')
  @ForStaff('box.open')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody(ONE_FILE)
  @ApiOkResponse({ type: SlipPictureView })
  async addPicture(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Req() request: FastifyRequest): Promise<SlipPictureView> {
    return this.box.addPicture(actor, id, await readUpload(request, this.check.maxBytes, pictureErrors.FILE_TOO_LARGE));
  }

  @Post('box-openings/:id/pictures/:pictureId/link')
  @ForStaff('box.open')
  @HttpCode(200)
  @ApiOkResponse({ type: FileLinkView })
  pictureLink(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Param('pictureId') pictureId: string): Promise<FileLinkView> {
    return this.box.pictureLink(actor, id, pictureId);
  }

  @Post('box-openings/:id/slips')
  @ForStaff('box.open')
  @HttpCode(200)
  @ApiOkResponse({ type: EnteredSlipView })
  async enter(@CurrentActor() actor: StaffActor, @Param('id') id: string, @IdempotencyKey() key: Idempotency | null, @Body() input: EnterSlip): Promise<EnteredSlipView> {
    return this.queries.entered(actor, id, await this.box.enter(actor, id, key, input));
  }

  @Post('box-openings/:id/finish')
  @ForStaff('box.open')
  @HttpCode(200)
  @ApiOkResponse({ type: SuggestionBoxView })
  async finish(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: BoxOpeningMove): Promise<SuggestionBoxView> {
    await this.box.finish(actor, id, version);
    return this.queries.box(actor);
  }
}
