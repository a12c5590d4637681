import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ForAnyone } from '../../platform/auth/access.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { RatingInput, RatingInvitationView, RatingThanksView } from './rating.dto.ts';
import { RatingCaseWords, RatingRevisitInput } from './rating-case.dto.ts';
import { RatingProofView } from './rating-proof.dto.ts';
import { RatingRaterService } from './rating-rater.service.ts';
import { RatingQueries } from './rating.queries.ts';
import { RatingService } from './rating.service.ts';
import { THANKS } from './rating.copy.ts';

/** For people without a phone that is signed in: the code on the slip is all they need. */
@ApiTags('rating')
@Controller('public/slips/:code')
export class RatingPublicController {
  constructor(
    private readonly service: RatingService,
    private readonly queries: RatingQueries,
    private readonly rater: RatingRaterService,
  ) {}

  @Get()
  @ForAnyone()
  @ApiOkResponse({ type: RatingInvitationView })
  invitation(@Param('code') code: string): Promise<RatingInvitationView> {
    return this.queries.bySlip(code);
  }

  /** Whether this rating is in what the ledger says of its month. */
  @Get('proof')
  @ForAnyone()
  @ApiOkResponse({ type: RatingProofView })
  proof(@Param('code') code: string): Promise<RatingProofView> {
    return this.queries.proofBySlip(code);
  }

  @Post('rating')
  @HttpCode(200)
  @ForAnyone()
  @ApiOkResponse({ type: RatingThanksView })
  async rate(@Param('code') code: string, @IdempotencyKey() key: Idempotency | null, @Body() input: RatingInput): Promise<RatingThanksView> {
    await this.service.rateBySlip(key, code, input);
    return { thanks: THANKS };
  }

  @Post('reply')
  @HttpCode(200)
  @ForAnyone()
  @ApiOkResponse({ type: RatingInvitationView })
  async reply(@Param('code') code: string, @Body() input: RatingCaseWords): Promise<RatingInvitationView> {
    await this.rater.reply({ code }, input);
    return this.queries.bySlip(code);
  }

  @Post('objection')
  @HttpCode(200)
  @ForAnyone()
  @ApiOkResponse({ type: RatingInvitationView })
  async object(@Param('code') code: string, @Body() input: RatingCaseWords): Promise<RatingInvitationView> {
    await this.rater.object({ code }, input);
    return this.queries.bySlip(code);
  }

  @Post('revisit')
  @HttpCode(200)
  @ForAnyone()
  @ApiOkResponse({ type: RatingInvitationView })
  async revisit(@Param('code') code: string, @Body() input: RatingRevisitInput): Promise<RatingInvitationView> {
    await this.rater.revisit({ code }, input);
    return this.queries.bySlip(code);
  }
}
