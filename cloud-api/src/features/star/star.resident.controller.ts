import { Body, Controller, Get, HttpCode, Ip, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForResident } from '../../platform/auth/access.ts';
import type { ResidentActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { StarBallots } from './star-ballots.service.ts';
import { StarObjectionInput, StarObjectionList, StarReceiptView, StarStandingView, StarVoteInput } from './star.dto.ts';
import { StarObjections } from './star-objections.service.ts';
import { StarQueries } from './star.queries.ts';

@ApiTags('star')
@ApiBearerAuth()
@Controller('resident/stars')
@ForResident()
export class StarResidentController {
  constructor(
    private readonly ballots: StarBallots,
    private readonly objections: StarObjections,
    private readonly queries: StarQueries,
  ) {}

  @Get(':id')
  @ApiOkResponse({ type: StarStandingView })
  standing(@CurrentActor() actor: ResidentActor, @Param('id') id: string): Promise<StarStandingView> {
    return this.queries.standing(actor, id);
  }

  /** It takes no idempotency key, because that row would name the account and the instant: the nonce recognises a retry. */
  @Post(':id/vote')
  @HttpCode(200)
  @ApiOkResponse({ type: StarReceiptView })
  vote(@CurrentActor() actor: ResidentActor, @Param('id') id: string, @Body() input: StarVoteInput, @Ip() address: string): Promise<StarReceiptView> {
    return this.ballots.vote(actor, id, input, address);
  }

  @Get(':id/objections')
  @ApiOkResponse({ type: StarObjectionList })
  async mine(@CurrentActor() actor: ResidentActor, @Param('id') id: string): Promise<StarObjectionList> {
    return { items: await this.objections.mine(actor, id) };
  }

  @Post(':id/objections')
  @HttpCode(200)
  @ApiOkResponse({ type: StarObjectionList })
  async object(@CurrentActor() actor: ResidentActor, @Param('id') id: string, @Body() input: StarObjectionInput, @IdempotencyKey() key: Idempotency | null): Promise<StarObjectionList> {
    await this.objections.raise(actor, id, input, key);
    return { items: await this.objections.mine(actor, id) };
  }
}
