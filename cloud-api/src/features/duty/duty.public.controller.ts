import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ForAnyone } from '../../platform/auth/access.ts';
import { DutyTodayView } from './duty.dto.ts';
import { DutyQueries } from './duty.queries.ts';

@ApiTags('duty')
@Controller('public/duty/today')
export class DutyPublicController {
  constructor(private readonly queries: DutyQueries) {}

  @Get()
  @ForAnyone()
  @ApiOkResponse({ type: DutyTodayView })
  today(): Promise<DutyTodayView> {
    return this.queries.today();
  }
}
