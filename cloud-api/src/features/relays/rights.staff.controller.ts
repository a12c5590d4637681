import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { ChoiceField } from '../../platform/http/fields.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { RightsAssign, RightsOpen, RightsOpenedView, RightsOwnerList, RightsRowList, RightsStepInput, StaffRightsView } from './rights.dto.ts';
import { RightsQueries } from './rights.queries.ts';
import { RightsService } from './rights.service.ts';

class RightsScope {
  @ChoiceField(['open', 'all'], { optional: true, description: 'open when left out' }) scope?: 'open' | 'all';
}

/** A clerk may own a case, so reading asks for no permission; which cases there are for whom is decided by the circle of each. */
@ApiTags('rights')
@Controller('staff/rights')
export class RightsStaffController {
  constructor(
    private readonly rights: RightsService,
    private readonly queries: RightsQueries,
  ) {}

  @Get()
  @ForStaff(null)
  @ApiOkResponse({ type: RightsRowList })
  async list(@CurrentActor() actor: StaffActor, @Query() { scope = 'open' }: RightsScope): Promise<RightsRowList> {
    return { items: await this.queries.list(actor, scope) };
  }

  /** For somebody at the desk; whoever writes it down learns only in whose hands it is. */
  @Post()
  @ForStaff('case.read')
  @HttpCode(200)
  @ApiOkResponse({ type: RightsOpenedView })
  async open(@CurrentActor() actor: StaffActor, @Body() input: RightsOpen, @IdempotencyKey() key: Idempotency | null): Promise<RightsOpenedView> {
    return this.queries.openedBy(actor, await this.rights.openAtDesk(actor, input, key));
  }

  @Get('owners')
  @ForStaff('rights.handle')
  @ApiOkResponse({ type: RightsOwnerList })
  async owners(@CurrentActor() actor: StaffActor): Promise<RightsOwnerList> {
    return { items: await this.queries.owners(actor) };
  }

  @Get(':id')
  @ForStaff(null)
  @ApiOkResponse({ type: StaffRightsView })
  one(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<StaffRightsView> {
    return this.queries.one(actor, id);
  }

  @Post(':id/steps')
  @ForStaff(null)
  @HttpCode(200)
  @ApiOkResponse({ type: StaffRightsView })
  async step(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: RightsStepInput): Promise<StaffRightsView> {
    await this.rights.stepByStaff(actor, id, input);
    return this.queries.one(actor, id);
  }

  /** Answers as at the opening: whoever gives a case away may stand outside its circle afterwards. */
  @Post(':id/assign')
  @ForStaff('rights.handle')
  @HttpCode(200)
  @ApiOkResponse({ type: RightsOpenedView })
  async assign(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { ownerId, version }: RightsAssign): Promise<RightsOpenedView> {
    await this.rights.assign(actor, id, ownerId, version);
    return this.queries.openedBy(actor, id);
  }
}
