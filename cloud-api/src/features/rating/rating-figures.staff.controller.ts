import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { RatingFiguresView, RatingMonthQuery } from './rating-figures.dto.ts';
import { RatingFigures } from './rating-figures.queries.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The same figures for those who lead, the running month included. */
@ApiTags('rating')
@ApiBearerAuth()
@Controller('staff/ratings')
export class RatingFiguresStaffController {
  constructor(private readonly figures: RatingFigures) {}

  @Get('figures')
  @ForStaff('insight.read')
  @ApiOkResponse({ type: RatingFiguresView })
  month(@CurrentActor() actor: StaffActor, @Query() { month }: RatingMonthQuery): Promise<RatingFiguresView> {
    return this.figures.forStaff(actor, month);
  }

  @Get('figures.xlsx')
  @ForStaff('insight.read')
  @Header('content-type', XLSX)
  @Header('cache-control', 'no-store')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  workbook(@CurrentActor() actor: StaffActor, @Query() { month }: RatingMonthQuery): Promise<Buffer> {
    return this.figures.workbook(actor, month);
  }
}
