import { Body, Controller, Get, Header, HttpCode, Param, Post, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { ONE_FILE, readUpload } from '../../platform/http/upload.ts';
import { workbookErrors } from '../../platform/paper/workbook.guard.ts';
import { HouseChangeRequest, HouseImportView, HousePlanUndoing, HousePlanWithdrawal, HousePreviewView, HouseRoomView } from '../hall/house.dto.ts';
import { Halls } from '../hall/halls.ts';
import { kindOfTable } from './code.plans.ts';
import { CodeTableCardList } from './code-rooms.dto.ts';
import { CodeRoomsQueries } from './code-rooms.queries.ts';
import { CodeSheets } from './code-sheets.ts';
import { FIXED_TABLES, KEPT_TABLES, type KeptTable } from './data/code-tables.data.ts';
import { matterErrors } from './matters.errors.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MOST_BYTES = 2 * 1024 * 1024;
const TABLE = { name: 'table', enum: [...KEPT_TABLES] };

/** The local code tables: changed from a day on by whoever keeps the content. */
@ApiTags('code-tables')
@Controller('staff/code-tables')
@ForStaff('guide.edit')
export class CodeRoomsStaffController {
  constructor(
    private readonly halls: Halls,
    private readonly sheets: CodeSheets,
    private readonly queries: CodeRoomsQueries,
  ) {}

  @Get()
  @ApiOkResponse({ type: CodeTableCardList })
  async tables(): Promise<CodeTableCardList> {
    return { items: await this.queries.cards() };
  }

  @Get(':table')
  @ApiParam(TABLE)
  @ApiOkResponse({ type: HouseRoomView })
  room(@CurrentActor() actor: StaffActor, @Param('table') table: string): Promise<HouseRoomView> {
    return this.halls.plans.queries.room(actor.hallId, kindOfTable(tableOf(table)));
  }

  /** What would change and for whom; saves nothing. */
  @Post(':table/preview')
  @HttpCode(200)
  @ApiParam(TABLE)
  @ApiOkResponse({ type: HousePreviewView })
  preview(@CurrentActor() actor: StaffActor, @Param('table') table: string, @Body() request: HouseChangeRequest): Promise<HousePreviewView> {
    return this.halls.plans.preview(actor, kindOfTable(tableOf(table)), request);
  }

  @Post(':table/changes')
  @HttpCode(200)
  @ApiParam(TABLE)
  @ApiOkResponse({ type: HouseRoomView })
  async propose(@CurrentActor() actor: StaffActor, @Param('table') table: string, @Body() request: HouseChangeRequest, @IdempotencyKey() key: Idempotency | null): Promise<HouseRoomView> {
    await this.halls.plans.propose(actor, kindOfTable(tableOf(table)), request, key);
    return this.room(actor, table);
  }

  @Post(':table/plans/:id/withdraw')
  @HttpCode(200)
  @ApiParam(TABLE)
  @ApiOkResponse({ type: HouseRoomView })
  async withdraw(@CurrentActor() actor: StaffActor, @Param('table') table: string, @Param('id') id: string, @Body() { version }: HousePlanWithdrawal): Promise<HouseRoomView> {
    await this.halls.plans.withdraw(actor, kindOfTable(tableOf(table)), id, version);
    return this.room(actor, table);
  }

  @Post(':table/plans/:id/undo')
  @HttpCode(200)
  @ApiParam(TABLE)
  @ApiOkResponse({ type: HouseRoomView })
  async undo(@CurrentActor() actor: StaffActor, @Param('table') table: string, @Param('id') id: string, @Body() { reason }: HousePlanUndoing): Promise<HouseRoomView> {
    await this.halls.plans.undo(actor, kindOfTable(tableOf(table)), id, reason);
    return this.room(actor, table);
  }

  @Get(':table/list.xlsx')
  @ApiParam(TABLE)
  @Header('cache-control', 'no-store')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async sheet(@CurrentActor() actor: StaffActor, @Param('table') table: string): Promise<StreamableFile> {
    return new StreamableFile(await this.sheets.write(actor, tableOf(table)), { type: XLSX, disposition: `attachment; filename="${table}.xlsx"` });
  }

  /** Looks at a filled sheet; saving is proposing its changes. */
  @Post(':table/import')
  @HttpCode(200)
  @ApiParam(TABLE)
  @ApiConsumes('multipart/form-data')
  @ApiBody(ONE_FILE)
  @ApiOkResponse({ type: HouseImportView })
  async read(@CurrentActor() actor: StaffActor, @Param('table') table: string, @Req() request: FastifyRequest): Promise<HouseImportView> {
    const { bytes } = await readUpload(request, MOST_BYTES, workbookErrors.WORKBOOK_TOO_LARGE);
    return this.sheets.read(actor, tableOf(table), bytes);
  }
}

/** @throws CODE_TABLE_UNKNOWN, CODE_TABLE_FIXED */
function tableOf(name: string): KeptTable {
  const kept = KEPT_TABLES.find((each) => each === name);
  if (kept) return kept;
  throw FIXED_TABLES.some((each) => each === name) ? matterErrors.CODE_TABLE_FIXED() : matterErrors.CODE_TABLE_UNKNOWN();
}
