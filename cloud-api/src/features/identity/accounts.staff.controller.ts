import { Body, Controller, Get, Header, HttpCode, Param, Post, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentActor, ForStaff, NeedsStepUp } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { ONE_FILE, readUpload } from '../../platform/http/upload.ts';
import { workbookErrors } from '../../platform/paper/workbook.guard.ts';
import { HouseChangeRequest, HousePlanUndoing, HousePlanWithdrawal, HousePreviewView } from '../hall/house.dto.ts';
import { Halls } from '../hall/halls.ts';
import { AccountImportView, AccountOpenWorkView, AccountRoomView, AccountStep, FirstKeyList, HandOnRequest, NewAccounts } from './accounts.dto.ts';
import { AccountQueries } from './accounts.queries.ts';
import { AccountsService } from './accounts.service.ts';
import { AccountSheets } from './account-sheets.ts';
import { HandOverService } from './hand-over.service.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MOST_BYTES = 2 * 1024 * 1024;

/** The system administrator's room: who has an account. It gives nobody a right. */
@ApiTags('accounts')
@Controller('staff/accounts')
@ForStaff('account.edit')
export class AccountsStaffController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly queries: AccountQueries,
    private readonly works: HandOverService,
    private readonly sheets: AccountSheets,
    private readonly halls: Halls,
  ) {}

  @Get()
  @ApiOkResponse({ type: AccountRoomView })
  room(@CurrentActor() actor: StaffActor): Promise<AccountRoomView> {
    return this.queries.room(actor, 'account');
  }

  @Post()
  @HttpCode(200)
  @NeedsStepUp()
  @ApiOkResponse({ type: FirstKeyList })
  async begin(@CurrentActor() actor: StaffActor, @Body() { accounts }: NewAccounts, @IdempotencyKey() key: Idempotency | null): Promise<FirstKeyList> {
    return { items: await this.accounts.begin(actor, accounts, key) };
  }

  @Post('preview')
  @HttpCode(200)
  @ApiOkResponse({ type: HousePreviewView })
  preview(@CurrentActor() actor: StaffActor, @Body() request: HouseChangeRequest): Promise<HousePreviewView> {
    return this.halls.plans.preview(actor, 'account', request);
  }

  @Post('changes')
  @HttpCode(200)
  @ApiOkResponse({ type: AccountRoomView })
  async propose(@CurrentActor() actor: StaffActor, @Body() request: HouseChangeRequest, @IdempotencyKey() key: Idempotency | null): Promise<AccountRoomView> {
    await this.halls.plans.propose(actor, 'account', request, key);
    return this.room(actor);
  }

  @Post('plans/:id/withdraw')
  @HttpCode(200)
  @ApiOkResponse({ type: AccountRoomView })
  async withdraw(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: HousePlanWithdrawal): Promise<AccountRoomView> {
    await this.halls.plans.withdraw(actor, 'account', id, version);
    return this.room(actor);
  }

  @Post('plans/:id/undo')
  @HttpCode(200)
  @ApiOkResponse({ type: AccountRoomView })
  async undo(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { reason }: HousePlanUndoing): Promise<AccountRoomView> {
    await this.halls.plans.undo(actor, 'account', id, reason);
    return this.room(actor);
  }

  /** What must be handed on before the account can be closed. */
  @Get(':id/open-work')
  @ApiOkResponse({ type: AccountOpenWorkView })
  async openWork(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<AccountOpenWorkView> {
    return { items: await this.works.openWorkOf(actor, id) };
  }

  /** One thing passes into a colleague's hands, with the reason. */
  @Post(':id/hand-on')
  @HttpCode(200)
  @ApiOkResponse({ type: AccountOpenWorkView })
  async handOn(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() request: HandOnRequest): Promise<AccountOpenWorkView> {
    return { items: await this.works.handOn(actor, id, request) };
  }

  @Post(':id/reset')
  @HttpCode(200)
  @NeedsStepUp()
  @ApiOkResponse({ type: FirstKeyList })
  async reset(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { reason, version }: AccountStep): Promise<FirstKeyList> {
    return { items: [await this.accounts.reset(actor, id, reason, version)] };
  }

  @Post(':id/close')
  @HttpCode(200)
  @NeedsStepUp()
  @ApiOkResponse({ type: AccountRoomView })
  async close(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { reason, version }: AccountStep): Promise<AccountRoomView> {
    await this.accounts.close(actor, id, reason, version);
    return this.room(actor);
  }

  /** For somebody who is back: a new first password, the second factor anew, no role. */
  @Post(':id/reopen')
  @HttpCode(200)
  @NeedsStepUp()
  @ApiOkResponse({ type: FirstKeyList })
  async reopen(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { reason, version }: AccountStep): Promise<FirstKeyList> {
    return { items: [await this.accounts.reopen(actor, id, reason, version)] };
  }

  @Get('list.xlsx')
  @Header('cache-control', 'no-store')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async sheet(@CurrentActor() actor: StaffActor): Promise<StreamableFile> {
    return new StreamableFile(await this.sheets.write(actor), { type: XLSX, disposition: 'attachment; filename="staff.xlsx"' });
  }

  /** Looks at a filled sheet; saving is beginning the new accounts and proposing the changes. */
  @Post('import')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody(ONE_FILE)
  @ApiOkResponse({ type: AccountImportView })
  async read(@CurrentActor() actor: StaffActor, @Req() request: FastifyRequest): Promise<AccountImportView> {
    const { bytes } = await readUpload(request, MOST_BYTES, workbookErrors.WORKBOOK_TOO_LARGE);
    return this.sheets.read(actor, bytes);
  }
}
