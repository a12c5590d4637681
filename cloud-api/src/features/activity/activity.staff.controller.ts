import { Body, Controller, Get, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { ONE_FILE, readUpload } from '../../platform/http/upload.ts';
import { ActivityCancel, ActivityChange, ActivityInput, ActivityMove, StaffActivityList, StaffActivityView } from './activity.dto.ts';
import { activityErrors } from './activity.errors.ts';
import { ActivityQueries } from './activity.queries.ts';
import { ActivityService } from './activity.service.ts';

const MOST_BYTES = 10 * 1024 * 1024;

/** Whoever keeps the door sees the list too; writing it takes `activity.edit`. */
@ApiTags('activities')
@Controller('staff/activities')
export class ActivityStaffController {
  constructor(
    private readonly activities: ActivityService,
    private readonly queries: ActivityQueries,
  ) {}

  @Get()
  @ForStaff('activity.door')
  @ApiOkResponse({ type: StaffActivityList })
  async list(@CurrentActor() actor: StaffActor): Promise<StaffActivityList> {
    return { items: await this.queries.staffList(actor) };
  }

  @Post()
  @ForStaff('activity.edit')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffActivityView })
  async draft(@CurrentActor() actor: StaffActor, @Body() plan: ActivityInput, @IdempotencyKey() key: Idempotency | null): Promise<StaffActivityView> {
    return this.queries.staffOne(actor, await this.activities.draft(actor, plan, key));
  }

  @Get(':id')
  @ForStaff('activity.door')
  @ApiOkResponse({ type: StaffActivityView })
  one(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<StaffActivityView> {
    return this.queries.staffOne(actor, id);
  }

  @Put(':id')
  @ForStaff('activity.edit')
  @ApiOkResponse({ type: StaffActivityView })
  async change(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version, ...plan }: ActivityChange): Promise<StaffActivityView> {
    await this.activities.change(actor, id, version, plan);
    return this.queries.staffOne(actor, id);
  }

  @Post(':id/picture')
  @ForStaff('activity.edit')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody(ONE_FILE)
  @ApiOkResponse({ type: StaffActivityView })
  async hang(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Req() request: FastifyRequest): Promise<StaffActivityView> {
    const upload = await readUpload(request, MOST_BYTES, activityErrors.ACTIVITY_PICTURE_TOO_LARGE);
    await this.queries.hallRow(actor, id);
    await this.activities.hang(actor, id, upload);
    return this.queries.staffOne(actor, id);
  }

  @Post(':id/announce')
  @ForStaff('activity.edit')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffActivityView })
  async announce(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: ActivityMove): Promise<StaffActivityView> {
    await this.activities.announce(actor, id, version);
    return this.queries.staffOne(actor, id);
  }

  @Post(':id/hold')
  @ForStaff('activity.edit')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffActivityView })
  async begin(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: ActivityMove): Promise<StaffActivityView> {
    await this.activities.begin(actor, id, version);
    return this.queries.staffOne(actor, id);
  }

  @Post(':id/close')
  @ForStaff('activity.edit')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffActivityView })
  async close(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: ActivityMove): Promise<StaffActivityView> {
    await this.activities.close(actor, id, version);
    return this.queries.staffOne(actor, id);
  }

  @Post(':id/cancel')
  @ForStaff('activity.edit')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffActivityView })
  async cancel(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version, reason }: ActivityCancel): Promise<StaffActivityView> {
    await this.activities.cancel(actor, id, version, reason);
    return this.queries.staffOne(actor, id);
  }
}
