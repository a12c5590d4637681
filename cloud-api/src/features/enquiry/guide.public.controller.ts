import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ForAnyone } from '../../platform/auth/access.ts';
import { Knocks } from '../../platform/auth/knocks.ts';
import { GuideCardList, GuideEntryView, GuideMatchInput, GuideQuery } from './guide.dto.ts';
import { GuideQueries } from './guide.queries.ts';

/** The public guide 便民栏. */
@ApiTags('guide')
@Controller('public/guide')
@ForAnyone()
export class GuidePublicController {
  constructor(
    private readonly queries: GuideQueries,
    private readonly knocks: Knocks,
  ) {}

  @Get()
  @ApiOkResponse({ type: GuideCardList })
  search(@Query() query: GuideQuery): Promise<GuideCardList> {
    return this.queries.search(query);
  }

  /** In a body, because a question may name somebody and addresses are written to logs. */
  @Post('matches')
  @HttpCode(200)
  @ApiOkResponse({ type: GuideCardList })
  async matches(@Body() { text }: GuideMatchInput, @Req() { ip }: FastifyRequest): Promise<GuideCardList> {
    await this.knocks.count('guide-matches', ip);
    return this.queries.matches(text);
  }

  @Get(':id')
  @ApiOkResponse({ type: GuideEntryView })
  one(@Param('id') id: string): Promise<GuideEntryView> {
    return this.queries.one(id);
  }
}
