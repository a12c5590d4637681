import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ForAnyone } from '../../platform/auth/access.ts';
import { AppraisalHallQuery, AppraisalList, AppraisalView } from './appraisal.dto.ts';
import { AppraisalQueries } from './appraisal.queries.ts';

@ApiTags('appraisal')
@Controller('public/appraisals')
@ForAnyone()
export class AppraisalPublicController {
  constructor(private readonly queries: AppraisalQueries) {}

  @Get()
  @ApiOkResponse({ type: AppraisalList })
  async list(@Query() { hallId }: AppraisalHallQuery): Promise<AppraisalList> {
    return { items: await this.queries.published(hallId) };
  }

  @Get(':id')
  @ApiOkResponse({ type: AppraisalView })
  one(@Param('id') id: string): Promise<AppraisalView> {
    return this.queries.one(id);
  }
}
