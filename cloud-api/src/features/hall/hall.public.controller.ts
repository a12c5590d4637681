import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ForAnyone } from '../../platform/auth/access.ts';
import { HallOverviewView } from './hall.dto.ts';
import { HallQueries } from './hall.queries.ts';

@ApiTags('hall')
@Controller('public/hall')
export class HallPublicController {
  constructor(private readonly queries: HallQueries) {}

  @Get()
  @ForAnyone()
  @ApiOkResponse({ type: HallOverviewView })
  overview(): Promise<HallOverviewView> {
    return this.queries.overview();
  }
}
