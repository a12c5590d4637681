import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { AppealQueries } from './appeal.queries.ts';
import { AppealsService } from './appeals.service.ts';
import { AppealDecisionInput, AppealInput, AppealList, AssessmentFormulaInput, AssessmentMonthQuery, AssessmentMonthView, OwnScorecardList, ScorecardList } from './assessment.dto.ts';
import { AssessmentQueries } from './assessment.queries.ts';
import { AssessmentService } from './assessment.service.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Scorecards: everybody's own, those of a department for who leads it. No route says what stands on one. */
@ApiTags('assessment')
@ApiBearerAuth()
@Controller('staff/assessment')
export class AssessmentStaffController {
  constructor(
    private readonly assessment: AssessmentService,
    private readonly appealing: AppealsService,
    private readonly queries: AssessmentQueries,
    private readonly appeals: AppealQueries,
  ) {}

  @Get('mine')
  @ForStaff(null)
  @ApiOkResponse({ type: OwnScorecardList })
  mine(@CurrentActor() actor: StaffActor): Promise<OwnScorecardList> {
    return this.queries.mine(actor);
  }

  @Get('months')
  @ForStaff('insight.read')
  @ApiOkResponse({ type: AssessmentMonthView })
  month(@CurrentActor() actor: StaffActor, @Query() { month }: AssessmentMonthQuery): Promise<AssessmentMonthView> {
    return this.queries.month(actor, month);
  }

  @Get('months.xlsx')
  @ForStaff('insight.read')
  @Header('content-type', XLSX)
  @Header('cache-control', 'no-store')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  workbook(@CurrentActor() actor: StaffActor, @Query() { month }: AssessmentMonthQuery): Promise<Buffer> {
    return this.queries.workbook(actor, month);
  }

  @Post('formula')
  @ForStaff('assessment.edit')
  @HttpCode(200)
  @ApiOkResponse({ type: AssessmentMonthView })
  async publish(@CurrentActor() actor: StaffActor, @Body() input: AssessmentFormulaInput, @IdempotencyKey() key: Idempotency | null): Promise<AssessmentMonthView> {
    await this.assessment.publish(actor, input, key);
    return this.queries.month(actor);
  }

  @Post('dry-run')
  @ForStaff('assessment.edit')
  @HttpCode(200)
  @ApiOkResponse({ type: ScorecardList })
  async trial(@CurrentActor() actor: StaffActor, @Body() input: AssessmentFormulaInput): Promise<ScorecardList> {
    return { items: await this.queries.trial(actor, input) };
  }

  @Post('cards/:id/appeal')
  @ForStaff(null)
  @HttpCode(200)
  @ApiOkResponse({ type: OwnScorecardList })
  async appeal(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: AppealInput, @IdempotencyKey() key: Idempotency | null): Promise<OwnScorecardList> {
    await this.appealing.appeal(actor, id, input, key);
    return this.queries.mine(actor);
  }

  @Get('appeals')
  @ForStaff('assessment.decide')
  @ApiOkResponse({ type: AppealList })
  async list(@CurrentActor() actor: StaffActor): Promise<AppealList> {
    return { items: await this.appeals.ofHall(actor) };
  }

  @Post('appeals/:id/decide')
  @ForStaff('assessment.decide')
  @HttpCode(200)
  @ApiOkResponse({ type: AppealList })
  async decide(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: AppealDecisionInput): Promise<AppealList> {
    await this.appealing.decide(actor, id, input);
    return { items: await this.appeals.ofHall(actor) };
  }
}
