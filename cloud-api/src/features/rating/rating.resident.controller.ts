import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForResident } from '../../platform/auth/access.ts';
import type { ResidentActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { THANKS } from './rating.copy.ts';
import { RatingInput, RatingInvitationList, RatingInvitationView, RatingThanksView } from './rating.dto.ts';
import { RatingQueries } from './rating.queries.ts';
import { RatingService } from './rating.service.ts';

@ApiTags('rating')
@ApiBearerAuth()
@Controller('resident/ratings')
export class RatingResidentController {
  constructor(
    private readonly service: RatingService,
    private readonly queries: RatingQueries,
  ) {}

  @Get()
  @ForResident()
  @ApiOkResponse({ type: RatingInvitationList })
  async mine(@CurrentActor() actor: ResidentActor): Promise<RatingInvitationList> {
    return { items: await this.queries.mine(actor.id) };
  }

  @Get(':id')
  @ForResident()
  @ApiOkResponse({ type: RatingInvitationView })
  one(@CurrentActor() actor: ResidentActor, @Param('id') id: string): Promise<RatingInvitationView> {
    return this.queries.one(actor.id, id);
  }

  @Post(':id')
  @HttpCode(200)
  @ForResident()
  @ApiOkResponse({ type: RatingThanksView })
  async rate(@CurrentActor() actor: ResidentActor, @Param('id') id: string, @IdempotencyKey() key: Idempotency | null, @Body() input: RatingInput): Promise<RatingThanksView> {
    await this.service.rateOwn(actor, key, id, input);
    return { thanks: THANKS };
  }
}
