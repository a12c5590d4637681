import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ForAnyone } from '../../platform/auth/access.ts';
import { RedFlagBoardView, RedFlagQuery } from './red-flag.dto.ts';
import { RedFlagQueries } from './red-flag.queries.ts';

/** The red-flag windows on the board, with the formula they were found by. */
@ApiTags('assessment')
@Controller('public/red-flags')
@ForAnyone()
export class RedFlagPublicController {
  constructor(private readonly queries: RedFlagQueries) {}

  @Get()
  @ApiOkResponse({ type: RedFlagBoardView })
  board(@Query() { hallId }: RedFlagQuery): Promise<RedFlagBoardView> {
    return this.queries.board(hallId);
  }
}
