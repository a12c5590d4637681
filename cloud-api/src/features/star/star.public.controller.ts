import { Body, Controller, Get, HttpCode, Ip, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ForAnyone } from '../../platform/auth/access.ts';
import { Knocks } from '../../platform/auth/knocks.ts';
import { StarHallQuery, StarProofInput, StarProofView, StarRoundList, StarRoundView } from './star.dto.ts';
import { StarProofs } from './star-proofs.ts';
import { StarQueries } from './star.queries.ts';

@ApiTags('star')
@Controller('public/stars')
@ForAnyone()
export class StarPublicController {
  constructor(
    private readonly queries: StarQueries,
    private readonly proofs: StarProofs,
    private readonly knocks: Knocks,
  ) {}

  @Get()
  @ApiOkResponse({ type: StarRoundList })
  async list(@Query() { hallId }: StarHallQuery): Promise<StarRoundList> {
    return { items: await this.queries.published(hallId) };
  }

  @Get(':id')
  @ApiOkResponse({ type: StarRoundView })
  one(@Param('id') id: string): Promise<StarRoundView> {
    return this.queries.one(id);
  }

  /** Of one ballot that it was counted. The ballot is named in the body: what stands in an address is written down by whoever passes it on. */
  @Post('proof')
  @HttpCode(200)
  @ApiOkResponse({ type: StarProofView })
  async proof(@Body() { ballot }: StarProofInput, @Ip() address: string): Promise<StarProofView> {
    await this.knocks.count('star-proof', address);
    return this.proofs.of(ballot);
  }
}
