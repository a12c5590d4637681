import { Body, Controller, Get, Header, HttpCode, Param, Post, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { ONE_FILE, readUpload } from '../../platform/http/upload.ts';
import { workbookErrors } from '../../platform/paper/workbook.guard.ts';
import { FundBatchList, FundBatchView, FundBatchesInput, FundFailureInput, FundImportView, FundMove, FundRetry, FundVoid } from './fund.dto.ts';
import { FundQueries } from './fund.queries.ts';
import { FundService } from './fund.service.ts';
import { FundSheets } from './fund-sheets.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MOST_BYTES = 2 * 1024 * 1024;

@ApiTags('funds')
@Controller('staff/funds')
@ForStaff('fund.handle')
export class FundStaffController {
  constructor(
    private readonly funds: FundService,
    private readonly queries: FundQueries,
    private readonly sheets: FundSheets,
  ) {}

  @Get()
  @ApiOkResponse({ type: FundBatchList })
  async list(@CurrentActor() actor: StaffActor): Promise<FundBatchList> {
    return { items: await this.queries.list(actor) };
  }

  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: FundBatchList })
  async enter(@CurrentActor() actor: StaffActor, @Body() { batches }: FundBatchesInput, @IdempotencyKey() key: Idempotency | null): Promise<FundBatchList> {
    await this.funds.enter(actor, batches, key);
    return this.list(actor);
  }

  @Get('template.xlsx')
  @Header('cache-control', 'no-store')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async template(@CurrentActor() actor: StaffActor): Promise<StreamableFile> {
    return new StreamableFile(await this.sheets.template(actor), { type: XLSX, disposition: 'attachment; filename="zijin.xlsx"' });
  }

  /** Looks at a filled sheet; saving is the list's own POST. */
  @Post('import')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody(ONE_FILE)
  @ApiOkResponse({ type: FundImportView })
  async preview(@Req() request: FastifyRequest): Promise<FundImportView> {
    const { bytes } = await readUpload(request, MOST_BYTES, workbookErrors.WORKBOOK_TOO_LARGE);
    return this.sheets.read(bytes);
  }

  @Get(':id')
  @ApiOkResponse({ type: FundBatchView })
  one(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<FundBatchView> {
    return this.queries.one(actor, id);
  }

  @Post(':id/start')
  @HttpCode(200)
  @ApiOkResponse({ type: FundBatchView })
  async start(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: FundMove): Promise<FundBatchView> {
    await this.funds.start(actor, id, version);
    return this.queries.one(actor, id);
  }

  @Post(':id/void')
  @HttpCode(200)
  @ApiOkResponse({ type: FundBatchView })
  async void(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version, reason }: FundVoid): Promise<FundBatchView> {
    await this.funds.void(actor, id, version, reason);
    return this.queries.one(actor, id);
  }

  @Post(':id/failures')
  @HttpCode(200)
  @ApiOkResponse({ type: FundBatchView })
  async fail(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: FundFailureInput): Promise<FundBatchView> {
    await this.funds.fail(actor, id, input);
    return this.queries.one(actor, id);
  }

  @Post(':id/pay-out')
  @HttpCode(200)
  @ApiOkResponse({ type: FundBatchView })
  async payOut(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: FundMove): Promise<FundBatchView> {
    await this.funds.payOut(actor, id, version);
    return this.queries.one(actor, id);
  }

  @Post(':id/failures/:failureId/retry')
  @HttpCode(200)
  @ApiOkResponse({ type: FundBatchView })
  async retry(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Param('failureId') failureId: string, @Body() input: FundRetry): Promise<FundBatchView> {
    await this.funds.retry(actor, id, failureId, input);
    return this.queries.one(actor, id);
  }
}
