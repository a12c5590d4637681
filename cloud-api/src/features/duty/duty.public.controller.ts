import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ForAnyone } from '../../platform/auth/access.ts';
import { DutyPortraitQuery, DutyTodayView } from './duty.dto.ts';
import { DutyQueries } from './duty.queries.ts';

@ApiTags('duty')
@Controller('public/duty')
export class DutyPublicController {
  constructor(private readonly queries: DutyQueries) {}

  @Get('today')
  @ForAnyone()
  @ApiOkResponse({ type: DutyTodayView })
  today(): Promise<DutyTodayView> {
    return this.queries.today();
  }

  @Get('today/portrait')
  @ForAnyone()
  @ApiProduces('image/jpeg')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async portrait(@Query() _of: DutyPortraitQuery, @Res() reply: FastifyReply): Promise<void> {
    await reply
      .header('content-type', 'image/jpeg')
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'public, max-age=300')
      .header('cross-origin-resource-policy', 'cross-origin')
      .send(await this.queries.portrait());
  }
}
