import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ForAnyone } from '../../platform/auth/access.ts';
import { ActivityList, ActivitySatisfactionView, ActivityView } from './activity.dto.ts';
import { ActivityQueries } from './activity.queries.ts';

@ApiTags('activities')
@Controller('public')
@ForAnyone()
export class ActivityPublicController {
  constructor(private readonly queries: ActivityQueries) {}

  @Get('activities')
  @ApiOkResponse({ type: ActivityList })
  async list(): Promise<ActivityList> {
    return { items: await this.queries.announced() };
  }

  /** How content those were who came, over the last year; figures from five ratings on. */
  @Get('activity-satisfaction')
  @ApiOkResponse({ type: ActivitySatisfactionView })
  satisfaction(): Promise<ActivitySatisfactionView> {
    return this.queries.satisfaction();
  }

  @Get('activities/:id')
  @ApiOkResponse({ type: ActivityView })
  one(@Param('id') id: string): Promise<ActivityView> {
    return this.queries.one(id);
  }

  /** For an `<img>`, which cannot send a session. Another picture has another id, so this one may be kept for an hour. */
  @Get('activities/:id/pictures/:pictureId')
  @ApiProduces('image/jpeg')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async picture(@Param('id') id: string, @Param('pictureId') pictureId: string, @Res() reply: FastifyReply): Promise<void> {
    const bytes = await this.queries.picture(id, pictureId);
    await reply
      .header('content-type', 'image/jpeg')
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'public, max-age=3600')
      .header('content-disposition', 'inline; filename="activity.jpg"')
      .header('content-security-policy', "default-src 'none'")
      .header('cross-origin-resource-policy', 'cross-origin')
      .send(bytes);
  }
}
