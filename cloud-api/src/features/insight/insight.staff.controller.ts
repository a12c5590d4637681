import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { HallTodayView } from './insight.dto.ts';
import { InsightQueries } from './insight.queries.ts';

@ApiTags('insight')
@Controller('staff/insight')
export class InsightStaffController {
  constructor(private readonly queries: InsightQueries) {}

  @Get('today')
  @ForStaff('insight.read')
  @ApiOkResponse({ type: HallTodayView })
  today(@CurrentActor() actor: StaffActor): Promise<HallTodayView> {
    return this.queries.forReader(actor);
  }
}
