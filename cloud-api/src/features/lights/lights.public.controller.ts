import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ForAnyone } from '../../platform/auth/access.ts';
import { LightBoardView, LightCardView, LightDepartmentList, LightDepartmentPageView, LightHallQuery } from './lights.dto.ts';
import { LightsQueries } from './lights.queries.ts';

@ApiTags('lights')
@Controller('public/lights')
@ForAnyone()
export class LightsPublicController {
  constructor(private readonly queries: LightsQueries) {}

  @Get('board')
  @ApiOkResponse({ type: LightBoardView })
  board(@Query() { hallId }: LightHallQuery): Promise<LightBoardView> {
    return this.queries.board(hallId);
  }

  /** What the code on a badge opens. */
  @Get('cards/:code')
  @ApiOkResponse({ type: LightCardView })
  card(@Param('code') code: string): Promise<LightCardView> {
    return this.queries.byCode(code);
  }

  @Get('departments')
  @ApiOkResponse({ type: LightDepartmentList })
  departments(@Query() { hallId }: LightHallQuery): Promise<LightDepartmentList> {
    return this.queries.departments(hallId);
  }

  @Get('departments/:id')
  @ApiOkResponse({ type: LightDepartmentPageView })
  department(@Param('id') id: string): Promise<LightDepartmentPageView> {
    return this.queries.department(id);
  }
}
