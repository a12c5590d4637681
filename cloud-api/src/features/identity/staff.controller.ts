import { Body, Controller, Get, HttpCode, Ip, Param, Post, Put, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { HallRequest } from '../../platform/auth/access.guard.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Sessions } from '../../platform/auth/sessions.ts';
import { DevicesService } from './devices.service.ts';
import { DeviceList, DeviceNameInput, DoneView, PairingCodeView, PairingInput, StaffMeView, UnlockInput } from './identity.dto.ts';
import { StaffQueries } from './staff.queries.ts';
import { StaffSignInService } from './staff-sign-in.service.ts';

@ApiTags('staff')
@ApiBearerAuth()
@Controller('staff')
export class StaffController {
  constructor(
    private readonly queries: StaffQueries,
    private readonly signIn: StaffSignInService,
    private readonly sessions: Sessions,
    private readonly devices: DevicesService,
  ) {}

  @Get('me')
  @ForStaff(null)
  @ApiOkResponse({ type: StaffMeView })
  me(@CurrentActor() actor: StaffActor): Promise<StaffMeView> {
    return this.queries.me(actor);
  }

  @Post('sign-out')
  @ForStaff(null)
  @HttpCode(200)
  @ApiOkResponse({ type: DoneView })
  async signOut(@Req() request: HallRequest): Promise<DoneView> {
    await this.sessions.end(request.sessionId!);
    return { done: true };
  }

  @Post('unlock')
  @ForStaff(null)
  @HttpCode(200)
  @ApiOkResponse({ type: DoneView })
  async unlock(@CurrentActor() actor: StaffActor, @Body() input: UnlockInput, @Ip() address: string): Promise<DoneView> {
    await this.signIn.unlock(actor.id, input.password, address);
    return { done: true };
  }

  @Get('devices')
  @ForStaff('device.pair')
  @ApiOkResponse({ type: DeviceList })
  async listDevices(@CurrentActor() actor: StaffActor): Promise<DeviceList> {
    return { items: await this.devices.list(actor) };
  }

  @Post('devices/pairing-codes')
  @ForStaff('device.pair')
  @HttpCode(200)
  @ApiOkResponse({ type: PairingCodeView })
  pairingCode(@CurrentActor() actor: StaffActor, @Body() input: PairingInput): Promise<PairingCodeView> {
    return this.devices.pairingCode(actor, input);
  }

  @Put('devices/:id/name')
  @ForStaff('device.pair')
  @ApiOkResponse({ type: DeviceList })
  async rename(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { name }: DeviceNameInput): Promise<DeviceList> {
    return { items: await this.devices.rename(actor, id, name) };
  }

  @Post('devices/:id/revoke')
  @ForStaff('device.pair')
  @HttpCode(200)
  @ApiOkResponse({ type: DeviceList })
  async revoke(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<DeviceList> {
    return { items: await this.devices.revoke(actor, id) };
  }
}
