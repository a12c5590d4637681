import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentActor, ForResident } from '../../platform/auth/access.ts';
import type { ResidentActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { ONE_FILE, readUpload } from '../../platform/http/upload.ts';
import { PictureCheck, pictureErrors } from '../../platform/storage/picture-check.ts';
import { DoneView, RelativeInput, RelativeList, RelativeView } from './identity.dto.ts';
import { RelativesService } from './relatives.service.ts';

@ApiTags('relatives')
@ApiBearerAuth()
@Controller('resident/relatives')
@ForResident()
export class RelativesResidentController {
  constructor(
    private readonly relatives: RelativesService,
    private readonly check: PictureCheck,
  ) {}

  @Get()
  @ApiOkResponse({ type: RelativeList })
  async list(@CurrentActor() actor: ResidentActor): Promise<RelativeList> {
    return { items: await this.relatives.list(actor.id) };
  }

  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: RelativeView })
  add(@CurrentActor() actor: ResidentActor, @Body() input: RelativeInput, @IdempotencyKey() key: Idempotency | null): Promise<RelativeView> {
    return this.relatives.add(actor, input, key);
  }

  /** The signed authority (委托书) as a picture; a new one replaces the old. */
  @Post(':id/authority')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody(ONE_FILE)
  @ApiOkResponse({ type: RelativeView })
  async authority(@CurrentActor() actor: ResidentActor, @Param('id') id: string, @Req() request: FastifyRequest): Promise<RelativeView> {
    return this.relatives.keepAuthority(actor, id, await readUpload(request, this.check.maxBytes, () => pictureErrors.FILE_TOO_LARGE()));
  }

  @Delete(':id')
  @ApiOkResponse({ type: DoneView })
  async remove(@CurrentActor() actor: ResidentActor, @Param('id') id: string): Promise<DoneView> {
    await this.relatives.remove(actor, id);
    return { done: true };
  }
}
