import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ForAnyone } from '../../platform/auth/access.ts';
import { OverdueCountList } from './deadlines.dto.ts';
import { DeadlineQueries } from './deadlines.queries.ts';

@ApiTags('deadlines')
@Controller('public/overdue-counts')
export class DeadlinesPublicController {
  constructor(private readonly queries: DeadlineQueries) {}

  @Get()
  @ForAnyone()
  @ApiOkResponse({ type: OverdueCountList })
  counts(): Promise<OverdueCountList> {
    return this.queries.overdueCounts();
  }
}
