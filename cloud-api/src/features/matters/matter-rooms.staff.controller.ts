import { Body, Controller, Get, Header, HttpCode, Param, ParseIntPipe, Post, Put, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { ONE_FILE, readUpload } from '../../platform/http/upload.ts';
import { workbookErrors } from '../../platform/paper/workbook.guard.ts';
import { MatterDrafts } from './matter-drafts.service.ts';
import { BeginMatter, BeginMatterDraft, DropMatterDraft, MatterContentView, MatterPreviewRequest, MatterPreviewView, MatterRoomList, MatterRoomView, MatterSheetView, PublishMatterDraft, SaveMatterDraft, WithdrawMatterVersion } from './matter-rooms.dto.ts';
import { MatterRooms } from './matter-rooms.queries.ts';
import { MatterSheets } from './matter-sheets.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MOST_BYTES = 2 * 1024 * 1024;

/** Those who keep the matters. Matters are the bureau's: every hall of it handles the same. */
@ApiTags('matters')
@Controller('staff/matters')
@ForStaff('guide.edit')
export class MatterRoomsStaffController {
  constructor(
    private readonly drafts: MatterDrafts,
    private readonly rooms: MatterRooms,
    private readonly sheets: MatterSheets,
  ) {}

  @Get()
  @ApiOkResponse({ type: MatterRoomList })
  list(@CurrentActor() actor: StaffActor): Promise<MatterRoomList> {
    return this.rooms.list(actor);
  }

  /** A new matter, as a draft. */
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: MatterRoomView })
  async begin(@CurrentActor() actor: StaffActor, @Body() { name }: BeginMatter, @IdempotencyKey() key: Idempotency | null): Promise<MatterRoomView> {
    return this.rooms.room(actor, await this.drafts.begin(actor, name, key));
  }

  @Get(':id')
  @ApiOkResponse({ type: MatterRoomView })
  room(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<MatterRoomView> {
    return this.rooms.room(actor, id);
  }

  @Get(':id/versions/:number')
  @ApiOkResponse({ type: MatterContentView })
  content(@Param('id') id: string, @Param('number', ParseIntPipe) number: number): Promise<MatterContentView> {
    return this.rooms.content(id, number);
  }

  @Post(':id/draft')
  @HttpCode(200)
  @ApiOkResponse({ type: MatterRoomView })
  async open(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { restores }: BeginMatterDraft): Promise<MatterRoomView> {
    await this.drafts.open(actor, id, restores);
    return this.rooms.room(actor, id);
  }

  @Put(':id/draft')
  @ApiOkResponse({ type: MatterRoomView })
  async save(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() draft: SaveMatterDraft): Promise<MatterRoomView> {
    await this.drafts.save(actor, id, draft);
    return this.rooms.room(actor, id);
  }

  /** A new matter's draft leaves nothing behind, hence the list. */
  @Post(':id/draft/drop')
  @HttpCode(200)
  @ApiOkResponse({ type: MatterRoomList })
  async drop(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: DropMatterDraft): Promise<MatterRoomList> {
    await this.drafts.drop(actor, id, version);
    return this.rooms.list(actor);
  }

  @Post(':id/draft/preview')
  @HttpCode(200)
  @ApiOkResponse({ type: MatterPreviewView })
  preview(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() request: MatterPreviewRequest): Promise<MatterPreviewView> {
    return this.rooms.preview(actor, id, request);
  }

  @Post(':id/draft/publish')
  @HttpCode(200)
  @ApiOkResponse({ type: MatterRoomView })
  async publish(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() request: PublishMatterDraft): Promise<MatterRoomView> {
    await this.drafts.publish(actor, id, request);
    return this.rooms.room(actor, id);
  }

  @Post(':id/versions/:number/withdraw')
  @HttpCode(200)
  @ApiOkResponse({ type: MatterRoomView })
  async withdraw(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Param('number', ParseIntPipe) number: number, @Body() { reason }: WithdrawMatterVersion): Promise<MatterRoomView> {
    await this.drafts.withdraw(actor, id, number, reason);
    return this.rooms.room(actor, id);
  }

  @Get(':id/materials/list.xlsx')
  @Header('cache-control', 'no-store')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async sheet(@Param('id') id: string): Promise<StreamableFile> {
    return new StreamableFile(await this.sheets.write(id), { type: XLSX, disposition: 'attachment; filename="materials.xlsx"' });
  }

  /** Looks at a filled sheet; the draft takes it by being saved. */
  @Post(':id/materials/import')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody(ONE_FILE)
  @ApiOkResponse({ type: MatterSheetView })
  async read(@Param('id') id: string, @Req() request: FastifyRequest): Promise<MatterSheetView> {
    const { bytes } = await readUpload(request, MOST_BYTES, workbookErrors.WORKBOOK_TOO_LARGE);
    return this.sheets.read(id, bytes);
  }
}
