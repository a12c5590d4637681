import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForResident } from '../../platform/auth/access.ts';
import type { ResidentActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { ActivityRatingInput, ActivityThanksView, MyActivityList, MyActivityView, SignUpAttend, SignUpCancel, SignUpInput } from './activity.dto.ts';
import { ActivityQueries } from './activity.queries.ts';
import { SignUps } from './sign-ups.service.ts';

const THANKS = '谢谢您的评价，下次活动会办得更好。';

@ApiTags('activities')
@ApiBearerAuth()
@Controller('resident')
@ForResident()
export class ActivityResidentController {
  constructor(
    private readonly signUps: SignUps,
    private readonly queries: ActivityQueries,
  ) {}

  @Get('activities')
  @ApiOkResponse({ type: MyActivityList })
  async mine(@CurrentActor() actor: ResidentActor): Promise<MyActivityList> {
    return { items: await this.queries.mine(actor) };
  }

  @Get('activities/:id')
  @ApiOkResponse({ type: MyActivityView })
  one(@CurrentActor() actor: ResidentActor, @Param('id') id: string): Promise<MyActivityView> {
    return this.queries.forResident(actor, id);
  }

  @Post('activities/:id/sign-ups')
  @HttpCode(200)
  @ApiOkResponse({ type: MyActivityView })
  async signUp(@CurrentActor() actor: ResidentActor, @Param('id') id: string, @Body() { name }: SignUpInput, @IdempotencyKey() key: Idempotency | null): Promise<MyActivityView> {
    await this.signUps.signUp(actor, id, name, key);
    return this.queries.forResident(actor, id);
  }

  @Post('activity-sign-ups/:id/cancel')
  @HttpCode(200)
  @ApiOkResponse({ type: MyActivityView })
  async cancel(@CurrentActor() actor: ResidentActor, @Param('id') id: string, @Body() { version }: SignUpCancel): Promise<MyActivityView> {
    return this.queries.forResident(actor, await this.signUps.cancelOwn(actor, id, version));
  }

  /** By somebody who stands at its door and reads the code there. */
  @Post('activity-sign-ups/:id/attend')
  @HttpCode(200)
  @ApiOkResponse({ type: MyActivityView })
  async attend(@CurrentActor() actor: ResidentActor, @Param('id') id: string, @Body() { code }: SignUpAttend): Promise<MyActivityView> {
    return this.queries.forResident(actor, await this.signUps.attendByCode(actor, id, code));
  }

  @Post('activity-sign-ups/:id/rating')
  @HttpCode(200)
  @ApiOkResponse({ type: ActivityThanksView })
  async rate(@CurrentActor() actor: ResidentActor, @Param('id') id: string, @Body() { level }: ActivityRatingInput): Promise<ActivityThanksView> {
    await this.signUps.rate(actor, id, level);
    return { thanks: THANKS };
  }
}
