import { Body, Controller, Get, HttpCode, Ip, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ForAnyone } from '../../platform/auth/access.ts';
import { Knocks } from '../../platform/auth/knocks.ts';
import { Halls } from '../hall/halls.ts';
import { StarHallQuery, StarProofInput, StarProofView, StarRoundList, StarRoundView, StarShowcaseView } from './star.dto.ts';
import { StarProofs } from './star-proofs.ts';
import { StarQueries } from './star.queries.ts';
import { Stars } from './stars.ts';

@ApiTags('star')
@Controller('public/stars')
@ForAnyone()
export class StarPublicController {
  constructor(
    private readonly queries: StarQueries,
    private readonly proofs: StarProofs,
    private readonly stars: Stars,
    private readonly halls: Halls,
    private readonly knocks: Knocks,
  ) {}

  @Get()
  @ApiOkResponse({ type: StarRoundList })
  async list(@Query() { hallId }: StarHallQuery): Promise<StarRoundList> {
    return { items: await this.queries.published(hallId) };
  }

  /** For the hall screen, which shows one and asks often. */
  @Get('on-show')
  @ApiOkResponse({ type: StarShowcaseView })
  async onShow(@Query() { hallId }: StarHallQuery): Promise<StarShowcaseView> {
    return { shown: await this.stars.onShow((await this.halls.hall(hallId ?? (await this.halls.defaultHallId()))).id) };
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
