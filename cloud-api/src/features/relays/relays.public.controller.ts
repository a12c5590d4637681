import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ForAnyone } from '../../platform/auth/access.ts';
import { PublishedFundsView } from './fund.dto.ts';
import { FundQueries } from './fund.queries.ts';
import { TimelinessView } from './relay.dto.ts';
import { TimelyFigures } from './relays.figures.ts';

@ApiTags('timeliness')
@Controller('public')
@ForAnyone()
export class RelaysPublicController {
  constructor(
    private readonly figures: TimelyFigures,
    private readonly funds: FundQueries,
  ) {}

  /** Relays acknowledged, rights served and funds paid in time, each with how many were due. */
  @Get('timeliness')
  @ApiOkResponse({ type: TimelinessView })
  timeliness(): Promise<TimelinessView> {
    return this.figures.published();
  }

  /** How many persons were due, paid in time, paid late, failed, and how often it was tried again. */
  @Get('funds')
  @ApiOkResponse({ type: PublishedFundsView })
  published(): Promise<PublishedFundsView> {
    return this.funds.published();
  }
}
