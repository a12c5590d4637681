import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForResident } from '../../platform/auth/access.ts';
import type { ResidentActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { THANKS } from './rating.copy.ts';
import { RatingInput, RatingInvitationList, RatingInvitationView, RatingThanksView } from './rating.dto.ts';
import { RatingCaseWords, RatingRevisitInput } from './rating-case.dto.ts';
import { RatingProofView } from './rating-proof.dto.ts';
import { RatingRaterService } from './rating-rater.service.ts';
import { RatingQueries } from './rating.queries.ts';
import { RatingService } from './rating.service.ts';

@ApiTags('rating')
@ApiBearerAuth()
@Controller('resident/ratings')
export class RatingResidentController {
  constructor(
    private readonly service: RatingService,
    private readonly queries: RatingQueries,
    private readonly rater: RatingRaterService,
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

  /** Whether this rating is in what the ledger says of its month. */
  @Get(':id/proof')
  @ForResident()
  @ApiOkResponse({ type: RatingProofView })
  proof(@CurrentActor() actor: ResidentActor, @Param('id') id: string): Promise<RatingProofView> {
    return this.queries.proof(actor.id, id);
  }

  @Post(':id')
  @HttpCode(200)
  @ForResident()
  @ApiOkResponse({ type: RatingThanksView })
  async rate(@CurrentActor() actor: ResidentActor, @Param('id') id: string, @IdempotencyKey() key: Idempotency | null, @Body() input: RatingInput): Promise<RatingThanksView> {
    await this.service.rateOwn(actor, key, id, input);
    return { thanks: THANKS };
  }

  /** Answers what the hall wrote about a negative rating. */
  @Post(':id/reply')
  @HttpCode(200)
  @ForResident()
  @ApiOkResponse({ type: RatingInvitationView })
  async reply(@CurrentActor() actor: ResidentActor, @Param('id') invitationId: string, @Body() input: RatingCaseWords): Promise<RatingInvitationView> {
    await this.rater.reply({ actor, invitationId }, input);
    return this.queries.one(actor.id, invitationId);
  }

  /** Does not accept what was found. */
  @Post(':id/objection')
  @HttpCode(200)
  @ForResident()
  @ApiOkResponse({ type: RatingInvitationView })
  async object(@CurrentActor() actor: ResidentActor, @Param('id') invitationId: string, @Body() input: RatingCaseWords): Promise<RatingInvitationView> {
    await this.rater.object({ actor, invitationId }, input);
    return this.queries.one(actor.id, invitationId);
  }

  /** Says whether it was put right. */
  @Post(':id/revisit')
  @HttpCode(200)
  @ForResident()
  @ApiOkResponse({ type: RatingInvitationView })
  async revisit(@CurrentActor() actor: ResidentActor, @Param('id') invitationId: string, @Body() input: RatingRevisitInput): Promise<RatingInvitationView> {
    await this.rater.revisit({ actor, invitationId }, input);
    return this.queries.one(actor.id, invitationId);
  }
}
