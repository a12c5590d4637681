import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { HouseChangeRequest, HousePlanUndoing, HousePlanWithdrawal, HousePreviewView, HouseRoomView } from './house.dto.ts';
import { HousePlans } from './house-plans.ts';

const KIND = 'technical';

/** The system administrator's: settings that are about how the programs work. What a hall decides about its service stands in its own room. */
@ApiTags('settings')
@Controller('staff/settings')
@ForStaff('settings.edit')
export class SettingsStaffController {
  constructor(private readonly plans: HousePlans) {}

  @Get()
  @ApiOkResponse({ type: HouseRoomView })
  room(@CurrentActor() { hallId }: StaffActor): Promise<HouseRoomView> {
    return this.plans.queries.room(hallId, KIND);
  }

  @Post('preview')
  @HttpCode(200)
  @ApiOkResponse({ type: HousePreviewView })
  preview(@CurrentActor() actor: StaffActor, @Body() request: HouseChangeRequest): Promise<HousePreviewView> {
    return this.plans.preview(actor, KIND, request);
  }

  @Post('changes')
  @HttpCode(200)
  @ApiOkResponse({ type: HouseRoomView })
  async propose(@CurrentActor() actor: StaffActor, @Body() request: HouseChangeRequest, @IdempotencyKey() key: Idempotency | null): Promise<HouseRoomView> {
    await this.plans.propose(actor, KIND, request, key);
    return this.room(actor);
  }

  @Post('plans/:id/withdraw')
  @HttpCode(200)
  @ApiOkResponse({ type: HouseRoomView })
  async withdraw(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: HousePlanWithdrawal): Promise<HouseRoomView> {
    await this.plans.withdraw(actor, KIND, id, version);
    return this.room(actor);
  }

  @Post('plans/:id/undo')
  @HttpCode(200)
  @ApiOkResponse({ type: HouseRoomView })
  async undo(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { reason }: HousePlanUndoing): Promise<HouseRoomView> {
    await this.plans.undo(actor, KIND, id, reason);
    return this.room(actor);
  }
}
