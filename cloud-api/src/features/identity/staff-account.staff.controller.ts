import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { HallRequest } from '../../platform/auth/access.guard.ts';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { DoneView } from './identity.dto.ts';
import { ScanSignInService } from './scan-sign-in.service.ts';
import { ScanLookView, StaffAccountView, StaffPhoneInput, StepUpInput, StepUpView, WechatBindingList } from './staff-wechat.dto.ts';
import { StaffWechatService } from './staff-wechat.service.ts';
import { StaffSignInService } from './staff-sign-in.service.ts';

/** A member of staff's own account, and the phone's half of signing in to the console. */
@ApiTags('staff')
@ApiBearerAuth()
@Controller('staff')
export class StaffAccountController {
  constructor(
    private readonly wechat: StaffWechatService,
    private readonly scans: ScanSignInService,
    private readonly signIns: StaffSignInService,
  ) {}

  @Get('me/account')
  @ForStaff(null)
  @ApiOkResponse({ type: StaffAccountView })
  account(@CurrentActor() actor: StaffActor): Promise<StaffAccountView> {
    return this.wechat.account(actor);
  }

  @Put('me/phone')
  @ForStaff(null)
  @ApiOkResponse({ type: StaffAccountView })
  setPhone(@CurrentActor() actor: StaffActor, @Body() input: StaffPhoneInput): Promise<StaffAccountView> {
    return this.wechat.setPhone(actor, input.phone);
  }

  @Delete('me/wechat')
  @ForStaff(null)
  @ApiOkResponse({ type: StaffAccountView })
  unbind(@CurrentActor() actor: StaffActor, @Req() request: HallRequest): Promise<StaffAccountView> {
    return this.wechat.unbindOwn(actor, request.sessionId!);
  }

  /** The second factor given anew, for the steps that ask for it. */
  @Post('me/step-up')
  @ForStaff(null)
  @HttpCode(200)
  @ApiOkResponse({ type: StepUpView })
  async stepUp(@CurrentActor() actor: StaffActor, @Req() request: HallRequest, @Body() input: StepUpInput): Promise<StepUpView> {
    return { until: await this.signIns.stepUp(actor, request.sessionId!, input.code) };
  }

  @Get('wechat-bindings')
  @ForStaff('grant.edit')
  @ApiOkResponse({ type: WechatBindingList })
  async bindings(@CurrentActor() actor: StaffActor): Promise<WechatBindingList> {
    return { items: await this.wechat.bindings(actor) };
  }

  @Post('wechat-bindings/:staffId/unbind')
  @ForStaff('grant.edit')
  @HttpCode(200)
  @ApiOkResponse({ type: WechatBindingList })
  async unbindFor(@CurrentActor() actor: StaffActor, @Param('staffId') staffId: string): Promise<WechatBindingList> {
    return { items: await this.wechat.unbindFor(actor, staffId) };
  }

  @Post('scan-sign-ins/:scene/look')
  @ForStaff(null)
  @HttpCode(200)
  @ApiOkResponse({ type: ScanLookView })
  look(@CurrentActor() actor: StaffActor, @Param('scene') scene: string): Promise<ScanLookView> {
    return this.scans.look(actor, scene);
  }

  @Post('scan-sign-ins/:scene/confirm')
  @ForStaff(null)
  @HttpCode(200)
  @ApiOkResponse({ type: DoneView })
  async confirm(@CurrentActor() actor: StaffActor, @Req() request: HallRequest, @Param('scene') scene: string): Promise<DoneView> {
    await this.scans.answer(actor, request.sessionId!, scene, 'confirmed');
    return { done: true };
  }

  @Post('scan-sign-ins/:scene/refuse')
  @ForStaff(null)
  @HttpCode(200)
  @ApiOkResponse({ type: DoneView })
  async refuse(@CurrentActor() actor: StaffActor, @Req() request: HallRequest, @Param('scene') scene: string): Promise<DoneView> {
    await this.scans.answer(actor, request.sessionId!, scene, 'refused');
    return { done: true };
  }
}
