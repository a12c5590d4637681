import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff, NeedsStepUp } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { HouseChangeRequest, HousePlanUndoing, HousePlanWithdrawal, HousePreviewView } from '../hall/house.dto.ts';
import { Halls } from '../hall/halls.ts';
import { AccountRoomView } from './accounts.dto.ts';
import { AccountQueries } from './accounts.queries.ts';

/** The security administrator's room: who may do what. Nobody gives themselves anything. */
@ApiTags('grants')
@Controller('staff/grants')
@ForStaff('grant.edit')
export class GrantsStaffController {
  constructor(
    private readonly halls: Halls,
    private readonly queries: AccountQueries,
  ) {}

  @Get()
  @ApiOkResponse({ type: AccountRoomView })
  room(@CurrentActor() actor: StaffActor): Promise<AccountRoomView> {
    return this.queries.room(actor, 'grant');
  }

  @Post('preview')
  @HttpCode(200)
  @ApiOkResponse({ type: HousePreviewView })
  preview(@CurrentActor() actor: StaffActor, @Body() request: HouseChangeRequest): Promise<HousePreviewView> {
    return this.halls.plans.preview(actor, 'grant', request);
  }

  @Post('changes')
  @HttpCode(200)
  @NeedsStepUp()
  @ApiOkResponse({ type: AccountRoomView })
  async propose(@CurrentActor() actor: StaffActor, @Body() request: HouseChangeRequest, @IdempotencyKey() key: Idempotency | null): Promise<AccountRoomView> {
    await this.halls.plans.propose(actor, 'grant', request, key);
    return this.room(actor);
  }

  @Post('plans/:id/withdraw')
  @HttpCode(200)
  @NeedsStepUp()
  @ApiOkResponse({ type: AccountRoomView })
  async withdraw(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: HousePlanWithdrawal): Promise<AccountRoomView> {
    await this.halls.plans.withdraw(actor, 'grant', id, version);
    return this.room(actor);
  }

  @Post('plans/:id/undo')
  @HttpCode(200)
  @NeedsStepUp()
  @ApiOkResponse({ type: AccountRoomView })
  async undo(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { reason }: HousePlanUndoing): Promise<AccountRoomView> {
    await this.halls.plans.undo(actor, 'grant', id, reason);
    return this.room(actor);
  }
}
