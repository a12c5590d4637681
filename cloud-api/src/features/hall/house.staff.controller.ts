import { Body, Controller, Get, Header, HttpCode, Param, Post, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { ONE_FILE, readUpload } from '../../platform/http/upload.ts';
import { workbookErrors } from '../../platform/paper/workbook.guard.ts';
import { HOUSE_KINDS, HouseChangeRequest, HouseImportView, HousePlanUndoing, HousePlanWithdrawal, HousePreviewView, HouseRoomView, type HouseKind } from './house.dto.ts';
import { HousePlans } from './house-plans.ts';
import { HouseSheets, type SheetKind } from './house-sheets.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MOST_BYTES = 2 * 1024 * 1024;
const KIND = { name: 'kind', enum: [...HOUSE_KINDS] };

/** The hall's own rooms: departments, counters and what everybody is told of the hall. */
@ApiTags('house')
@Controller('staff/house/:kind')
@ForStaff('hall.edit')
export class HouseStaffController {
  constructor(
    private readonly plans: HousePlans,
    private readonly sheets: HouseSheets,
  ) {}

  @Get()
  @ApiParam(KIND)
  @ApiOkResponse({ type: HouseRoomView })
  room(@CurrentActor() actor: StaffActor, @Param('kind') kind: string): Promise<HouseRoomView> {
    return this.plans.queries.room(actor.hallId, kindOf(kind));
  }

  /** What would change and for whom; saves nothing. */
  @Post('preview')
  @HttpCode(200)
  @ApiParam(KIND)
  @ApiOkResponse({ type: HousePreviewView })
  preview(@CurrentActor() actor: StaffActor, @Param('kind') kind: string, @Body() request: HouseChangeRequest): Promise<HousePreviewView> {
    return this.plans.preview(actor, kindOf(kind), request);
  }

  @Post('changes')
  @HttpCode(200)
  @ApiParam(KIND)
  @ApiOkResponse({ type: HouseRoomView })
  async propose(@CurrentActor() actor: StaffActor, @Param('kind') kind: string, @Body() request: HouseChangeRequest, @IdempotencyKey() key: Idempotency | null): Promise<HouseRoomView> {
    await this.plans.propose(actor, kindOf(kind), request, key);
    return this.room(actor, kind);
  }

  @Post('plans/:id/withdraw')
  @HttpCode(200)
  @ApiParam(KIND)
  @ApiOkResponse({ type: HouseRoomView })
  async withdraw(@CurrentActor() actor: StaffActor, @Param('kind') kind: string, @Param('id') id: string, @Body() { version }: HousePlanWithdrawal): Promise<HouseRoomView> {
    await this.plans.withdraw(actor, kindOf(kind), id, version);
    return this.room(actor, kind);
  }

  @Post('plans/:id/undo')
  @HttpCode(200)
  @ApiParam(KIND)
  @ApiOkResponse({ type: HouseRoomView })
  async undo(@CurrentActor() actor: StaffActor, @Param('kind') kind: string, @Param('id') id: string, @Body() { reason }: HousePlanUndoing): Promise<HouseRoomView> {
    await this.plans.undo(actor, kindOf(kind), id, reason);
    return this.room(actor, kind);
  }

  @Get('list.xlsx')
  @ApiParam(KIND)
  @Header('cache-control', 'no-store')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async sheet(@CurrentActor() actor: StaffActor, @Param('kind') kind: string): Promise<StreamableFile> {
    return new StreamableFile(await this.sheets.write(actor, sheetKindOf(kind)), { type: XLSX, disposition: `attachment; filename="${kind}s.xlsx"` });
  }

  /** Looks at a filled sheet; saving is proposing its changes. */
  @Post('import')
  @HttpCode(200)
  @ApiParam(KIND)
  @ApiConsumes('multipart/form-data')
  @ApiBody(ONE_FILE)
  @ApiOkResponse({ type: HouseImportView })
  async read(@CurrentActor() actor: StaffActor, @Param('kind') kind: string, @Req() request: FastifyRequest): Promise<HouseImportView> {
    const { bytes } = await readUpload(request, MOST_BYTES, workbookErrors.WORKBOOK_TOO_LARGE);
    return this.sheets.read(actor, sheetKindOf(kind), bytes);
  }
}

function kindOf(kind: string): HouseKind {
  const found = HOUSE_KINDS.find((each) => each === kind);
  if (!found) throw platformErrors.NOT_FOUND();
  return found;
}

function sheetKindOf(kind: string): SheetKind {
  if (kind !== 'department' && kind !== 'window') throw platformErrors.NOT_FOUND();
  return kind;
}
