import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForResident } from '../../platform/auth/access.ts';
import type { ResidentActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { MyRightsList, MyRightsView, RightsRequest, RightsResidentStep } from './rights.dto.ts';
import { RightsQueries } from './rights.queries.ts';
import { RightsService } from './rights.service.ts';

@ApiTags('rights')
@ApiBearerAuth()
@Controller('resident/rights')
@ForResident()
export class RightsResidentController {
  constructor(
    private readonly rights: RightsService,
    private readonly queries: RightsQueries,
  ) {}

  @Get()
  @ApiOkResponse({ type: MyRightsList })
  mine(@CurrentActor() actor: ResidentActor): Promise<MyRightsList> {
    return this.queries.mine(actor);
  }

  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: MyRightsView })
  async ask(@CurrentActor() actor: ResidentActor, @Body() input: RightsRequest, @IdempotencyKey() key: Idempotency | null): Promise<MyRightsView> {
    return this.queries.own(actor, await this.rights.ask(actor, input, key));
  }

  @Get(':id')
  @ApiOkResponse({ type: MyRightsView })
  one(@CurrentActor() actor: ResidentActor, @Param('id') id: string): Promise<MyRightsView> {
    return this.queries.own(actor, id);
  }

  @Post(':id/steps')
  @HttpCode(200)
  @ApiOkResponse({ type: MyRightsView })
  async step(@CurrentActor() actor: ResidentActor, @Param('id') id: string, @Body() input: RightsResidentStep): Promise<MyRightsView> {
    await this.rights.stepByResident(actor, id, input);
    return this.queries.own(actor, id);
  }
}
