import { Body, Controller, Get, Header, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { MattersService } from './matters.service.ts';
import { PolicyPreviewView, PolicyProfileDetailView, PolicyProfileList, PolicyProfileRequest, PolicyProfileView } from './policy.dto.ts';
import { PolicyQueries } from './policy.queries.ts';
import { PolicySheets } from './policy-sheets.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('matters')
@Controller('staff')
export class MattersStaffController {
  constructor(
    private readonly service: MattersService,
    private readonly policies: PolicyQueries,
    private readonly sheets: PolicySheets,
  ) {}

  @Get('policy-profiles')
  @ForStaff('policy.edit')
  @ApiOkResponse({ type: PolicyProfileList })
  profiles(): Promise<PolicyProfileList> {
    return this.policies.list();
  }

  @Get('policy-profiles/:profileId')
  @ForStaff('policy.edit')
  @ApiOkResponse({ type: PolicyProfileDetailView })
  profile(@Param('profileId') profileId: string): Promise<PolicyProfileDetailView> {
    return this.policies.detail(profileId);
  }

  @Get('policy-profiles/:profileId/list.xlsx')
  @ForStaff('policy.edit')
  @Header('cache-control', 'no-store')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async profileSheet(@Param('profileId') profileId: string): Promise<StreamableFile> {
    return new StreamableFile(await this.sheets.write(profileId), { type: XLSX, disposition: 'attachment; filename="policy.xlsx"' });
  }

  @Post('policy-profiles/preview')
  @HttpCode(200)
  @ForStaff('policy.edit')
  @ApiOkResponse({ type: PolicyPreviewView })
  previewProfile(@Body() body: PolicyProfileRequest): Promise<PolicyPreviewView> {
    return this.policies.preview(body.profile);
  }

  @Post('policy-profiles')
  @HttpCode(200)
  @ForStaff('policy.edit')
  @ApiOkResponse({ type: PolicyProfileView })
  loadProfile(@CurrentActor() actor: StaffActor, @Body() body: PolicyProfileRequest): Promise<PolicyProfileView> {
    return this.service.loadProfile(actor, body.profile);
  }

}
