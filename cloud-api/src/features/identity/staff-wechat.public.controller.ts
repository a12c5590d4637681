import { Body, Controller, Get, Headers, HttpCode, Ip, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ForAnyone } from '../../platform/auth/access.ts';
import { Knocks } from '../../platform/auth/knocks.ts';
import { SessionView } from './identity.dto.ts';
import { ScanSignInService } from './scan-sign-in.service.ts';
import { ScanClaim, ScanSignInView, ScanStateView, StaffWechatBinding, StaffWechatSignIn } from './staff-wechat.dto.ts';
import { StaffWechatService } from './staff-wechat.service.ts';

/** Secrets do not travel in addresses, which are written down everywhere. */
const SECRET = 'x-scan-secret';

@ApiTags('sign-in')
@Controller('public/staff')
@ForAnyone()
export class StaffWechatPublicController {
  constructor(
    private readonly wechat: StaffWechatService,
    private readonly scans: ScanSignInService,
    private readonly knocks: Knocks,
  ) {}

  @Post('wechat-binding')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionView })
  async bind(@Body() input: StaffWechatBinding, @Ip() address: string): Promise<SessionView> {
    await this.knocks.count('staff-sign-in', address);
    return this.wechat.bind(input, address);
  }

  @Post('wechat-sign-in')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionView })
  async byWechat(@Body() input: StaffWechatSignIn, @Ip() address: string): Promise<SessionView> {
    await this.knocks.count('staff-wechat-sign-in', address);
    return this.wechat.signIn(input.code);
  }

  @Post('scan-sign-in')
  @HttpCode(200)
  @ApiOkResponse({ type: ScanSignInView })
  async begin(@Ip() address: string, @Headers('user-agent') userAgent?: string): Promise<ScanSignInView> {
    await this.knocks.count('scan-sign-in', address);
    return this.scans.begin({ userAgent, address });
  }

  @Get('scan-sign-in/:scene/state')
  @ApiHeader({ name: SECRET, required: true })
  @ApiOkResponse({ type: ScanStateView })
  state(@Param('scene') scene: string, @Headers(SECRET) secret = ''): Promise<ScanStateView> {
    return this.scans.state(scene, secret);
  }

  @Post('scan-sign-in/:scene/claim')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionView })
  claim(@Param('scene') scene: string, @Body() input: ScanClaim): Promise<SessionView> {
    return this.scans.claim(scene, input.secret);
  }
}
