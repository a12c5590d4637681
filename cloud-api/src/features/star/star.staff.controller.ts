import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { StaffStarRoundList, StaffStarRoundView, StarDraftInput, StarMonthQuery, StarMoveInput, StarNomineeList, StarObjectionAnswer, StarObjectionInput, StarObjectionList } from './star.dto.ts';
import { StarCount } from './star-count.ts';
import { StarObjections } from './star-objections.service.ts';
import { StarQueries } from './star.queries.ts';
import { StarRoundsService } from './star-rounds.service.ts';

/** Rounds are composed, opened and published here. There is no route that closes one early, changes an open one, or tells a tally before the end. */
@ApiTags('star')
@ApiBearerAuth()
@Controller('staff/stars')
export class StarStaffController {
  constructor(
    private readonly rounds: StarRoundsService,
    private readonly count: StarCount,
    private readonly objections: StarObjections,
    private readonly queries: StarQueries,
  ) {}

  @Get()
  @ForStaff(null)
  @ApiOkResponse({ type: StaffStarRoundList })
  async list(@CurrentActor() actor: StaffActor): Promise<StaffStarRoundList> {
    return { items: await this.queries.ofHall(actor) };
  }

  @Get('nominees')
  @ForStaff('star.edit')
  @ApiOkResponse({ type: StarNomineeList })
  async nominees(@CurrentActor() actor: StaffActor, @Query() { month }: StarMonthQuery): Promise<StarNomineeList> {
    return { items: await this.queries.nominees(actor, month) };
  }

  @Post()
  @ForStaff('star.edit')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffStarRoundView })
  async draft(@CurrentActor() actor: StaffActor, @Body() input: StarDraftInput, @IdempotencyKey() key: Idempotency | null): Promise<StaffStarRoundView> {
    return this.queries.ofStaff(actor, await this.rounds.draft(actor, input, key));
  }

  @Get(':id')
  @ForStaff(null)
  @ApiOkResponse({ type: StaffStarRoundView })
  one(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<StaffStarRoundView> {
    return this.queries.ofStaff(actor, id);
  }

  @Put(':id')
  @ForStaff('star.edit')
  @ApiOkResponse({ type: StaffStarRoundView })
  async redraft(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: StarDraftInput): Promise<StaffStarRoundView> {
    await this.rounds.redraft(actor, id, input);
    return this.queries.ofStaff(actor, id);
  }

  @Post(':id/discard')
  @ForStaff('star.edit')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffStarRoundView })
  async discard(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: StarMoveInput): Promise<StaffStarRoundView> {
    await this.rounds.discard(actor, id, version);
    return this.queries.ofStaff(actor, id);
  }

  @Post(':id/open')
  @ForStaff('star.edit')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffStarRoundView })
  async open(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: StarMoveInput): Promise<StaffStarRoundView> {
    await this.rounds.open(actor, id, version);
    return this.queries.ofStaff(actor, id);
  }

  @Post(':id/publish')
  @ForStaff('star.edit')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffStarRoundView })
  async publish(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: StarMoveInput): Promise<StaffStarRoundView> {
    await this.count.publish(actor, id, version);
    return this.queries.ofStaff(actor, id);
  }

  /** Anybody who works here may object. */
  @Post(':id/objections')
  @ForStaff(null)
  @HttpCode(200)
  @ApiOkResponse({ type: StaffStarRoundView })
  async object(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: StarObjectionInput, @IdempotencyKey() key: Idempotency | null): Promise<StaffStarRoundView> {
    await this.objections.raise(actor, id, input, key);
    return this.queries.ofStaff(actor, id);
  }

  @Get(':id/objections')
  @ForStaff('star.edit')
  @ApiOkResponse({ type: StarObjectionList })
  async raised(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<StarObjectionList> {
    return { items: await this.objections.ofRound(actor, id) };
  }

  @Post('objections/:id/answer')
  @ForStaff('star.edit')
  @HttpCode(200)
  @ApiOkResponse({ type: StarObjectionList })
  async answer(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: StarObjectionAnswer): Promise<StarObjectionList> {
    return { items: await this.objections.ofRound(actor, await this.objections.answer(actor, id, input)) };
  }
}
