import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { ActivityCodes } from './activity-codes.ts';
import { ActivityCodeView, DoorList, DoorPhoneView, DoorSignUpInput, DoorStep } from './activity.dto.ts';
import { ActivityQueries } from './activity.queries.ts';
import { SignUps } from './sign-ups.service.ts';

/** The door of an activity: who comes, and the code they show they are there with. */
@ApiTags('activities')
@Controller('staff/activities/:id')
@ForStaff('activity.door')
export class ActivityDoorStaffController {
  constructor(
    private readonly signUps: SignUps,
    private readonly queries: ActivityQueries,
    private readonly codes: ActivityCodes,
  ) {}

  @Get('code')
  @ApiOkResponse({ type: ActivityCodeView })
  async code(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<ActivityCodeView> {
    await this.queries.hallRow(actor, id);
    return this.codes.current(id);
  }

  @Get('sign-ups')
  @ApiOkResponse({ type: DoorList })
  async list(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<DoorList> {
    return { items: await this.queries.door(actor, id) };
  }

  @Post('sign-ups')
  @HttpCode(200)
  @ApiOkResponse({ type: DoorList })
  async add(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() comer: DoorSignUpInput, @IdempotencyKey() key: Idempotency | null): Promise<DoorList> {
    await this.signUps.addByHand(actor, id, comer, key);
    return this.list(actor, id);
  }

  @Post('sign-ups/:signUpId/attend')
  @HttpCode(200)
  @ApiOkResponse({ type: DoorList })
  async attend(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Param('signUpId') signUpId: string, @Body() { version }: DoorStep): Promise<DoorList> {
    await this.signUps.stepAtDoor(actor, id, signUpId, version, 'attend');
    return this.list(actor, id);
  }

  @Post('sign-ups/:signUpId/undo')
  @HttpCode(200)
  @ApiOkResponse({ type: DoorList })
  async undo(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Param('signUpId') signUpId: string, @Body() { version }: DoorStep): Promise<DoorList> {
    await this.signUps.stepAtDoor(actor, id, signUpId, version, 'undo');
    return this.list(actor, id);
  }

  @Post('sign-ups/:signUpId/cancel')
  @HttpCode(200)
  @ApiOkResponse({ type: DoorList })
  async cancel(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Param('signUpId') signUpId: string, @Body() { version }: DoorStep): Promise<DoorList> {
    await this.signUps.stepAtDoor(actor, id, signUpId, version, 'cancel');
    return this.list(actor, id);
  }

  /** To call somebody without an account; one look, one line in the audit. */
  @Post('sign-ups/:signUpId/phone')
  @HttpCode(200)
  @ApiOkResponse({ type: DoorPhoneView })
  async phone(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Param('signUpId') signUpId: string): Promise<DoorPhoneView> {
    return { phone: await this.signUps.phoneOf(actor, id, signUpId) };
  }
}
