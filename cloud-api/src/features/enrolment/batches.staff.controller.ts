import { Controller, Get, Header, HttpCode, Param, Post, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentActor, ForStaff, NeedsStepUp } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { ONE_FILE, readUpload } from '../../platform/http/upload.ts';
import { BatchList, BatchReplyView, BatchView } from './batch.dto.ts';
import { BatchesService } from './batches.service.ts';
import { enrolmentErrors } from './enrolment.errors.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MOST_REPLY_BYTES = 8 * 1024 * 1024;

@ApiTags('batches')
@Controller('staff/batches')
@ForStaff('batch.export')
export class BatchesStaffController {
  constructor(private readonly batches: BatchesService) {}

  @Get()
  @ApiOkResponse({ type: BatchList })
  async list(@CurrentActor() actor: StaffActor): Promise<BatchList> {
    return { items: await this.batches.list(actor) };
  }

  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: BatchView })
  gather(@CurrentActor() actor: StaffActor, @IdempotencyKey() key: Idempotency | null): Promise<BatchView> {
    return this.batches.gather(actor, key);
  }

  /** The one file in which whole ID numbers leave the house. */
  @Get(':id.xlsx')
  @NeedsStepUp()
  @Header('cache-control', 'no-store')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async workbook(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<StreamableFile> {
    const { number, bytes } = await this.batches.workbook(actor, id);
    return new StreamableFile(bytes, { type: XLSX, disposition: `attachment; filename="${number}.xlsx"` });
  }

  @Post(':id/reply')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody(ONE_FILE)
  @ApiOkResponse({ type: BatchReplyView })
  async reply(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Req() request: FastifyRequest): Promise<BatchReplyView> {
    return this.batches.reply(actor, id, await readUpload(request, MOST_REPLY_BYTES, enrolmentErrors.BATCH_REPLY_TOO_LARGE));
  }
}
