import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ForAnyone } from '../../platform/auth/access.ts';
import { RatingFigureQuery, RatingFiguresView } from './rating-figures.dto.ts';
import { RatingFigures } from './rating-figures.queries.ts';

/** What the hall publishes of its ratings. */
@ApiTags('rating')
@Controller('public/ratings/figures')
export class RatingFiguresPublicController {
  constructor(private readonly figures: RatingFigures) {}

  @Get()
  @ForAnyone()
  @ApiOkResponse({ type: RatingFiguresView })
  month(@Query() { month, hallId }: RatingFigureQuery): Promise<RatingFiguresView> {
    return this.figures.published(hallId, month);
  }
}
