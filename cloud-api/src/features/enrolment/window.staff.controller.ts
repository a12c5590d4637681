import { Body, Controller, HttpCode, Param, Patch, Post, Put, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentActor, ForStaff, NeedsStepUp } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { ONE_FILE, readUpload } from '../../platform/http/upload.ts';
import { PictureCheck, pictureErrors } from '../../platform/storage/picture-check.ts';
import { DraftRequest } from './enrolment.dto.ts';
import { CaseVersionRequest, OpenAtWindowRequest, OriginalsRequest, StaffCaseView, StaffWithdrawRequest, VerifyIdentityRequest } from './staff-case.dto.ts';
import { WindowService } from './window.service.ts';

@ApiTags('window')
@Controller('staff/applications')
export class WindowStaffController {
  constructor(
    private readonly window: WindowService,
    private readonly check: PictureCheck,
  ) {}

  @Post()
  @HttpCode(200)
  @ForStaff('window.handle')
  @ApiOkResponse({ type: StaffCaseView })
  open(@CurrentActor() actor: StaffActor, @Body() body: OpenAtWindowRequest, @IdempotencyKey() key: Idempotency | null): Promise<StaffCaseView> {
    return this.window.open(actor, body, key);
  }

  @Patch(':id/draft')
  @ForStaff('window.handle')
  @ApiOkResponse({ type: StaffCaseView })
  fill(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() body: DraftRequest): Promise<StaffCaseView> {
    return this.window.fill(actor, id, body.version, body.answers);
  }

  @Post(':id/materials/:code/pictures')
  @HttpCode(200)
  @ForStaff('window.handle')
  @ApiConsumes('multipart/form-data')
  @ApiBody(ONE_FILE)
  @ApiOkResponse({ type: StaffCaseView })
  addPicture(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Param('code') code: string, @Req() request: FastifyRequest, @IdempotencyKey() key: Idempotency | null): Promise<StaffCaseView> {
    return this.window.addPicture(actor, id, code, () => readUpload(request, this.check.maxBytes, pictureErrors.FILE_TOO_LARGE), key);
  }

  @Put(':id/originals')
  @ForStaff('window.handle')
  @ApiOkResponse({ type: StaffCaseView })
  originals(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() body: OriginalsRequest): Promise<StaffCaseView> {
    return this.window.originals(actor, id, body.version, body.seen);
  }

  @Post(':id/verify-identity')
  @HttpCode(200)
  @ForStaff('window.handle')
  @ApiOkResponse({ type: StaffCaseView })
  verifyIdentity(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() body: VerifyIdentityRequest): Promise<StaffCaseView> {
    return this.window.verifyIdentity(actor, id, body.version, body.citizenId);
  }

  @Post(':id/merge-account')
  @HttpCode(200)
  @ForStaff('residents.merge')
  @NeedsStepUp()
  @ApiOkResponse({ type: StaffCaseView })
  mergeAccount(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() body: CaseVersionRequest): Promise<StaffCaseView> {
    return this.window.mergeAccount(actor, id, body.version);
  }

  @Post(':id/handle')
  @HttpCode(200)
  @ForStaff('window.handle')
  @ApiOkResponse({ type: StaffCaseView })
  handle(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() body: CaseVersionRequest): Promise<StaffCaseView> {
    return this.window.handle(actor, id, body.version);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @ForStaff('window.handle')
  @ApiOkResponse({ type: StaffCaseView })
  withdraw(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() body: StaffWithdrawRequest): Promise<StaffCaseView> {
    return this.window.withdraw(actor, id, body.version, body.reason);
  }
}
