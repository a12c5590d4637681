import { Body, Controller, Get, Header, HttpCode, Param, Post, Put, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { ONE_FILE, readUpload } from '../../platform/http/upload.ts';
import { workbookErrors } from '../../platform/paper/workbook.guard.ts';
import { DutyAbsenceCancel, DutyAbsenceInput, DutyActsForList, DutyBegin, DutyHandOver, DutyImportView, DutyMonthInput, DutyMonthQuery, DutyMonthView, DutyPairsInput } from './duty.dto.ts';
import { DutyQueries } from './duty.queries.ts';
import { DutyService } from './duty.service.ts';
import { DutySheets } from './duty-sheets.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MOST_BYTES = 2 * 1024 * 1024;

/** The roster hangs on the wall: all staff read it, some write it. */
@ApiTags('duty')
@Controller('staff/duty')
export class DutyStaffController {
  constructor(
    private readonly duty: DutyService,
    private readonly queries: DutyQueries,
    private readonly sheets: DutySheets,
  ) {}

  @Get()
  @ForStaff(null)
  @ApiOkResponse({ type: DutyMonthView })
  month(@CurrentActor() actor: StaffActor, @Query() { month }: DutyMonthQuery): Promise<DutyMonthView> {
    return this.queries.month(actor, month);
  }

  /** For whom the asker acts today. */
  @Get('acts-for')
  @ForStaff(null)
  @ApiOkResponse({ type: DutyActsForList })
  async actsFor(@CurrentActor() actor: StaffActor): Promise<DutyActsForList> {
    return { items: await this.queries.actsFor(actor) };
  }

  @Put()
  @ForStaff('duty.edit')
  @ApiOkResponse({ type: DutyMonthView })
  async plan(@CurrentActor() actor: StaffActor, @Body() input: DutyMonthInput): Promise<DutyMonthView> {
    await this.duty.plan(actor, input);
    return this.queries.month(actor, input.month);
  }

  @Put('pairs')
  @ForStaff('duty.edit')
  @ApiOkResponse({ type: DutyMonthView })
  async pairUp(@CurrentActor() actor: StaffActor, @Body() input: DutyPairsInput): Promise<DutyMonthView> {
    await this.duty.pairUp(actor, input);
    return this.queries.month(actor);
  }

  /** One's own by anybody, others' by whoever writes the roster. */
  @Post('absences')
  @ForStaff(null)
  @HttpCode(200)
  @ApiOkResponse({ type: DutyMonthView })
  async recordAbsence(@CurrentActor() actor: StaffActor, @Body() input: DutyAbsenceInput, @IdempotencyKey() key: Idempotency | null): Promise<DutyMonthView> {
    await this.duty.recordAbsence(actor, input, key);
    return this.queries.month(actor);
  }

  @Post('absences/:id/cancel')
  @ForStaff(null)
  @HttpCode(200)
  @ApiOkResponse({ type: DutyMonthView })
  async cancelAbsence(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: DutyAbsenceCancel): Promise<DutyMonthView> {
    await this.duty.cancelAbsence(actor, id, version);
    return this.queries.month(actor);
  }

  @Post('shifts/:id/begin')
  @ForStaff(null)
  @HttpCode(200)
  @ApiOkResponse({ type: DutyMonthView })
  async begin(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: DutyBegin): Promise<DutyMonthView> {
    await this.duty.begin(actor, id, version);
    return this.queries.month(actor);
  }

  @Post('shifts/:id/hand-over')
  @ForStaff(null)
  @HttpCode(200)
  @ApiOkResponse({ type: DutyMonthView })
  async handOver(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version, note }: DutyHandOver): Promise<DutyMonthView> {
    await this.duty.handOver(actor, id, version, note);
    return this.queries.month(actor);
  }

  @Get('months/:month.xlsx')
  @ForStaff(null)
  @Header('cache-control', 'no-store')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async sheet(@CurrentActor() actor: StaffActor, @Param('month') month: string): Promise<StreamableFile> {
    return new StreamableFile(await this.sheets.write(actor, month), { type: XLSX, disposition: `attachment; filename="daiban-${month}.xlsx"` });
  }

  /** Looks at a filled sheet; saving is the month's own PUT. */
  @Post('import')
  @ForStaff('duty.edit')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody(ONE_FILE)
  @ApiOkResponse({ type: DutyImportView })
  async preview(@CurrentActor() actor: StaffActor, @Req() request: FastifyRequest): Promise<DutyImportView> {
    const { bytes } = await readUpload(request, MOST_BYTES, workbookErrors.WORKBOOK_TOO_LARGE);
    return this.sheets.read(actor, bytes);
  }
}
