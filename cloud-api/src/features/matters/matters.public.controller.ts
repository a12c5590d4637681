import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ForAnyone } from '../../platform/auth/access.ts';
import { CodeTablesView, MatterCardList, MatterGuideView } from './matters.dto.ts';
import { MattersQueries } from './matters.queries.ts';
import { PolicyProfileView } from './policy.dto.ts';
import { PolicyQueries } from './policy.queries.ts';

@ApiTags('matters')
@Controller('public')
export class MattersPublicController {
  constructor(
    private readonly queries: MattersQueries,
    private readonly policies: PolicyQueries,
  ) {}

  @Get('matters')
  @ForAnyone()
  @ApiOkResponse({ type: MatterCardList })
  async matters(): Promise<MatterCardList> {
    return { items: await this.queries.cards() };
  }

  @Get('matters/:matterId')
  @ForAnyone()
  @ApiOkResponse({ type: MatterGuideView })
  guide(@Param('matterId') matterId: string): Promise<MatterGuideView> {
    return this.queries.guide(matterId);
  }

  @Get('code-tables')
  @ForAnyone()
  @ApiOkResponse({ type: CodeTablesView })
  tables(): Promise<CodeTablesView> {
    return this.queries.tables();
  }

  @Get('policy-profile')
  @ForAnyone()
  @ApiOkResponse({ type: PolicyProfileView })
  profile(): Promise<PolicyProfileView> {
    return this.policies.today();
  }
}
