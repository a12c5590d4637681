import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { CardsService } from './cards.service.ts';
import { MyCardInput, MyCardView } from './lights.dto.ts';
import { LightsQueries } from './lights.queries.ts';

/** What is shown of somebody beyond their post: given and taken back by themselves, by nobody else. */
@ApiTags('lights')
@Controller('staff/me/card')
@ForStaff(null)
export class MyCardStaffController {
  constructor(
    private readonly queries: LightsQueries,
    private readonly cards: CardsService,
  ) {}

  @Get()
  @ApiOkResponse({ type: MyCardView })
  mine(@CurrentActor() actor: StaffActor): Promise<MyCardView> {
    return this.queries.mine(actor);
  }

  @Put()
  @ApiOkResponse({ type: MyCardView })
  async agree(@CurrentActor() actor: StaffActor, @Body() input: MyCardInput): Promise<MyCardView> {
    await this.cards.consent(actor, input);
    return this.queries.mine(actor);
  }
}
