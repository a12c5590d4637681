import { Body, Controller, Get, Header, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { CardsService } from './cards.service.ts';
import { Duties } from './duties.ts';
import { HonoursService } from './honours.service.ts';
import { LightPapers } from './light-papers.ts';
import { CardDraftInput, CardMoveInput, HonourInput, HonourWithdrawInput, LightPaperInput, MatterDutyInput, StaffCardList, StaffCardView, StaffHonourList } from './lights-staff.dto.ts';
import { LightsStaffQueries } from './lights-staff.queries.ts';

/** Where heads and editors keep what hangs on the wall. */
@ApiTags('lights')
@Controller('staff/lights')
@ForStaff('lights.edit')
export class LightsStaffController {
  constructor(
    private readonly queries: LightsStaffQueries,
    private readonly cards: CardsService,
    private readonly honours: HonoursService,
    private readonly duties: Duties,
    private readonly papers: LightPapers,
  ) {}

  @Get('cards')
  @ApiOkResponse({ type: StaffCardList })
  list(@CurrentActor() actor: StaffActor): Promise<StaffCardList> {
    return this.queries.list(actor);
  }

  @Get('cards/:staffId')
  @ApiOkResponse({ type: StaffCardView })
  one(@CurrentActor() actor: StaffActor, @Param('staffId') staffId: string): Promise<StaffCardView> {
    return this.queries.one(actor, staffId);
  }

  @Put('cards/:staffId/draft')
  @ApiOkResponse({ type: StaffCardView })
  async draft(@CurrentActor() actor: StaffActor, @Param('staffId') staffId: string, @Body() input: CardDraftInput): Promise<StaffCardView> {
    await this.cards.draft(actor, staffId, input);
    return this.queries.one(actor, staffId);
  }

  @Post('cards/:staffId/publish')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffCardView })
  async publish(@CurrentActor() actor: StaffActor, @Param('staffId') staffId: string, @Body() { version }: CardMoveInput): Promise<StaffCardView> {
    await this.cards.publish(actor, staffId, version);
    return this.queries.one(actor, staffId);
  }

  @Post('cards/:staffId/withdraw')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffCardView })
  async withdraw(@CurrentActor() actor: StaffActor, @Param('staffId') staffId: string, @Body() { version }: CardMoveInput): Promise<StaffCardView> {
    await this.cards.withdraw(actor, staffId, version);
    return this.queries.one(actor, staffId);
  }

  @Get('honours')
  @ApiOkResponse({ type: StaffHonourList })
  async honoured(@CurrentActor() actor: StaffActor): Promise<StaffHonourList> {
    return { items: await this.honours.ofHall(actor) };
  }

  @Post('honours')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffHonourList })
  async honour(@CurrentActor() actor: StaffActor, @Body() input: HonourInput, @IdempotencyKey() key: Idempotency | null): Promise<StaffHonourList> {
    await this.honours.record(actor, input, key);
    return { items: await this.honours.ofHall(actor) };
  }

  @Post('honours/:id/withdraw')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffHonourList })
  async takeBack(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: HonourWithdrawInput): Promise<StaffHonourList> {
    await this.honours.withdraw(actor, id, input);
    return { items: await this.honours.ofHall(actor) };
  }

  @Put('duties')
  @ApiOkResponse({ type: StaffCardList })
  async assign(@CurrentActor() actor: StaffActor, @Body() input: MatterDutyInput): Promise<StaffCardList> {
    await this.duties.assign(actor, input);
    return this.queries.list(actor);
  }

  /** Printing a badge may make its code, so it is no reading. */
  @Post('paper.pdf')
  @HttpCode(200)
  @Header('content-type', 'application/pdf')
  @Header('cache-control', 'no-store')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  print(@CurrentActor() actor: StaffActor, @Body() input: LightPaperInput): Promise<Buffer> {
    return this.papers.print(actor, input);
  }
}
