import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { ApproveGuideVersion, DropGuideVersion, EndGuideVersion, GuideVersionList, GuideVersionQuery, GuideVersionView, ReturnGuideVersion, ReviseGuideVersion, WriteGuideEntry } from './guide.dto.ts';
import { GuideQueries } from './guide.queries.ts';
import { GuideService } from './guide.service.ts';

/** Those who keep the public guide. */
@ApiTags('guide')
@ApiBearerAuth()
@Controller('staff/guide-versions')
@ForStaff('guide.edit')
export class GuideStaffController {
  constructor(
    private readonly guide: GuideService,
    private readonly queries: GuideQueries,
  ) {}

  @Get()
  @ApiOkResponse({ type: GuideVersionList })
  list(@CurrentActor() actor: StaffActor, @Query() { scope }: GuideVersionQuery): Promise<GuideVersionList> {
    return this.queries.versions(actor, scope);
  }

  /** A new entry or the next version of one; somebody else lets it in. */
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: GuideVersionView })
  async write(@CurrentActor() actor: StaffActor, @Body() input: WriteGuideEntry, @IdempotencyKey() key: Idempotency | null): Promise<GuideVersionView> {
    return this.queries.version(actor, await this.guide.begin(actor, input, key));
  }

  @Get(':id')
  @ApiOkResponse({ type: GuideVersionView })
  one(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<GuideVersionView> {
    return this.queries.version(actor, id);
  }

  @Put(':id')
  @ApiOkResponse({ type: GuideVersionView })
  async revise(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: ReviseGuideVersion): Promise<GuideVersionView> {
    await this.guide.reviseOne(actor, id, input);
    return this.queries.version(actor, id);
  }

  @Post(':id/approve')
  @HttpCode(200)
  @ApiOkResponse({ type: GuideVersionView })
  async approve(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: ApproveGuideVersion): Promise<GuideVersionView> {
    await this.guide.approve(actor, id, input);
    return this.queries.version(actor, id);
  }

  @Post(':id/return')
  @HttpCode(200)
  @ApiOkResponse({ type: GuideVersionView })
  async giveBack(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: ReturnGuideVersion): Promise<GuideVersionView> {
    await this.guide.giveBack(actor, id, input);
    return this.queries.version(actor, id);
  }

  @Post(':id/drop')
  @HttpCode(200)
  @ApiOkResponse({ type: GuideVersionView })
  async drop(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: DropGuideVersion): Promise<GuideVersionView> {
    await this.guide.drop(actor, id, version);
    return this.queries.version(actor, id);
  }

  @Post(':id/end')
  @HttpCode(200)
  @ApiOkResponse({ type: GuideVersionView })
  async end(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: EndGuideVersion): Promise<GuideVersionView> {
    await this.guide.end(actor, id, input);
    return this.queries.version(actor, id);
  }
}
