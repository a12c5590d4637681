import { Body, Controller, Delete, Get, Header, HttpCode, Param, Patch, Post, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentActor, ForResident } from '../../platform/auth/access.ts';
import type { ResidentActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { ONE_FILE, readUpload } from '../../platform/http/upload.ts';
import { PictureCheck, pictureErrors } from '../../platform/storage/picture-check.ts';
import { ApplicationCardList, ApplicationView, OnceOnlyNoticeView } from './application.dto.ts';
import { CaseFiles } from './case-files.ts';
import { CasePapers } from './case-papers.ts';
import { CaseQueries } from './case.queries.ts';
import { DraftsService } from './drafts.service.ts';
import { ApplicationVersionRequest, DraftRequest, OpenApplicationRequest } from './enrolment.dto.ts';
import { Notices } from './notices.ts';
import { SubmissionService } from './submission.service.ts';

@ApiTags('enrolment')
@Controller('resident/applications')
@ForResident()
export class EnrolmentResidentController {
  constructor(
    private readonly queries: CaseQueries,
    private readonly drafts: DraftsService,
    private readonly submission: SubmissionService,
    private readonly files: CaseFiles,
    private readonly notices: Notices,
    private readonly papers: CasePapers,
    private readonly check: PictureCheck,
  ) {}

  @Get()
  @ApiOkResponse({ type: ApplicationCardList })
  async list(@CurrentActor() actor: ResidentActor): Promise<ApplicationCardList> {
    return { items: await this.queries.mine(actor) };
  }

  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: ApplicationView })
  open(@CurrentActor() actor: ResidentActor, @Body() body: OpenApplicationRequest, @IdempotencyKey() key: Idempotency | null): Promise<ApplicationView> {
    return this.drafts.open(actor, body, key);
  }

  @Get(':id')
  @ApiOkResponse({ type: ApplicationView })
  one(@CurrentActor() actor: ResidentActor, @Param('id') id: string): Promise<ApplicationView> {
    return this.queries.forResident(actor, id);
  }

  @Patch(':id/draft')
  @ApiOkResponse({ type: ApplicationView })
  save(@CurrentActor() actor: ResidentActor, @Param('id') id: string, @Body() body: DraftRequest): Promise<ApplicationView> {
    return this.drafts.save(actor, id, body.version, body.answers);
  }

  @Post(':id/materials/:code/pictures')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody(ONE_FILE)
  @ApiOkResponse({ type: ApplicationView })
  addPicture(@CurrentActor() actor: ResidentActor, @Param('id') id: string, @Param('code') code: string, @Req() request: FastifyRequest, @IdempotencyKey() key: Idempotency | null): Promise<ApplicationView> {
    return this.drafts.addPicture(actor, id, code, () => readUpload(request, this.check.maxBytes, pictureErrors.FILE_TOO_LARGE), key);
  }

  @Delete(':id/pictures/:pictureId')
  @ApiOkResponse({ type: ApplicationView })
  removePicture(@CurrentActor() actor: ResidentActor, @Param('id') id: string, @Param('pictureId') pictureId: string): Promise<ApplicationView> {
    return this.drafts.removePicture(actor, id, pictureId);
  }

  @Post(':id/submit')
  @HttpCode(200)
  @ApiOkResponse({ type: ApplicationView })
  submit(@CurrentActor() actor: ResidentActor, @Param('id') id: string, @Body() body: ApplicationVersionRequest): Promise<ApplicationView> {
    return this.submission.submit(actor, id, body.version);
  }

  @Post(':id/recall')
  @HttpCode(200)
  @ApiOkResponse({ type: ApplicationView })
  recall(@CurrentActor() actor: ResidentActor, @Param('id') id: string, @Body() body: ApplicationVersionRequest): Promise<ApplicationView> {
    return this.submission.recall(actor, id, body.version);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @ApiOkResponse({ type: ApplicationView })
  withdraw(@CurrentActor() actor: ResidentActor, @Param('id') id: string, @Body() body: ApplicationVersionRequest): Promise<ApplicationView> {
    return this.submission.withdraw(actor, id, body.version);
  }

  @Get(':id/notice')
  @ApiOkResponse({ type: OnceOnlyNoticeView })
  async notice(@CurrentActor() actor: ResidentActor, @Param('id') id: string): Promise<OnceOnlyNoticeView> {
    return this.notices.latest(await this.files.rowFor(actor, id));
  }

  @Get(':id/notice.pdf')
  @Header('cache-control', 'no-store')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async noticePaper(@CurrentActor() actor: ResidentActor, @Param('id') id: string): Promise<StreamableFile> {
    return new StreamableFile(await this.papers.notice(actor, id), { type: 'application/pdf', disposition: 'inline; filename="notice.pdf"' });
  }
}
