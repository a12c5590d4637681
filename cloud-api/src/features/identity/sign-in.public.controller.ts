import { Body, Controller, Get, HttpCode, Ip, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ForAnyone } from '../../platform/auth/access.ts';
import { Knocks } from '../../platform/auth/knocks.ts';
import { Sessions } from '../../platform/auth/sessions.ts';
import { DevicesService } from './devices.service.ts';
import { NoticeList, PairDevice, PairedDeviceView, PhoneCodeRequest, PhoneCodeSentView, PhoneSignIn, RenewSession, SecondFactorInput, SessionView, StaffEnrolmentInput, StaffSignIn, StaffSignInView, WechatSignIn } from './identity.dto.ts';
import { currentNotices } from './notices.ts';
import { ResidentSignInService } from './resident-sign-in.service.ts';
import { StaffEnrolmentService } from './staff-enrolment.service.ts';
import { StaffSignInService } from './staff-sign-in.service.ts';

@ApiTags('sign-in')
@Controller('public')
@ForAnyone()
export class SignInPublicController {
  constructor(
    private readonly residents: ResidentSignInService,
    private readonly staff: StaffSignInService,
    private readonly devices: DevicesService,
    private readonly sessions: Sessions,
    private readonly knocks: Knocks,
    private readonly enrolment: StaffEnrolmentService,
  ) {}

  @Get('notices')
  @ApiOkResponse({ type: NoticeList })
  notices(): NoticeList {
    return { items: currentNotices() };
  }

  @Post('sign-in/wechat')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionView })
  async byWechat(@Body() input: WechatSignIn, @Ip() address: string): Promise<SessionView> {
    await this.knocks.count('wechat-sign-in', address);
    return this.residents.byWechat(input.code);
  }

  @Post('sign-in/phone-code')
  @HttpCode(200)
  @ApiOkResponse({ type: PhoneCodeSentView })
  async sendPhoneCode(@Body() input: PhoneCodeRequest, @Ip() address: string): Promise<PhoneCodeSentView> {
    await this.knocks.count('phone-code', address);
    return this.residents.sendPhoneCode(input.phone);
  }

  @Post('sign-in/phone')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionView })
  byPhone(@Body() input: PhoneSignIn): Promise<SessionView> {
    return this.residents.byPhone(input.phone, input.code);
  }

  @Post('sign-in/renew')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionView })
  renew(@Body() input: RenewSession): Promise<SessionView> {
    return this.sessions.renew(input.renewalToken);
  }

  @Post('staff/sign-in')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffSignInView })
  async staffByPassword(@Body() input: StaffSignIn, @Ip() address: string): Promise<StaffSignInView> {
    await this.knocks.count('staff-sign-in', address);
    return this.staff.byPassword(input.userName, input.password, address);
  }

  @Post('staff/second-factor')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffSignInView })
  staffBySecondFactor(@Body() input: SecondFactorInput): Promise<StaffSignInView> {
    return this.staff.bySecondFactor(input.challenge, input.code);
  }

  /** The first sign-in: a password of one's own and the second factor. */
  @Post('staff/enrolment')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffSignInView })
  async enrol(@Body() input: StaffEnrolmentInput, @Ip() address: string): Promise<StaffSignInView> {
    await this.knocks.count('staff-sign-in', address);
    return this.enrolment.finish(input);
  }

  @Post('devices/pair')
  @HttpCode(200)
  @ApiOkResponse({ type: PairedDeviceView })
  async pair(@Body() input: PairDevice, @Ip() address: string): Promise<PairedDeviceView> {
    await this.knocks.count('pair-device', address);
    return this.devices.pair(input.code);
  }
}
