import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { AppraisalDepartmentList, AppraisalOpenInput, AppraisalRectifyInput, StaffAppraisalList, StaffAppraisalView } from './appraisal.dto.ts';
import { AppraisalQueries } from './appraisal.queries.ts';
import { AppraisalsService } from './appraisals.service.ts';

/** Appraisals are opened here, and their results answered. There is no route that chooses who is asked, ends one early, or tells an answer. */
@ApiTags('appraisal')
@ApiBearerAuth()
@Controller('staff/appraisals')
export class AppraisalStaffController {
  constructor(
    private readonly appraisals: AppraisalsService,
    private readonly queries: AppraisalQueries,
  ) {}

  @Get()
  @ForStaff(null)
  @ApiOkResponse({ type: StaffAppraisalList })
  async list(@CurrentActor() actor: StaffActor): Promise<StaffAppraisalList> {
    return { items: await this.queries.ofHall(actor) };
  }

  @Get('departments')
  @ForStaff('appraisal.open')
  @ApiOkResponse({ type: AppraisalDepartmentList })
  async departments(@CurrentActor() actor: StaffActor): Promise<AppraisalDepartmentList> {
    return { items: await this.queries.departments(actor) };
  }

  @Post()
  @ForStaff('appraisal.open')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffAppraisalView })
  async open(@CurrentActor() actor: StaffActor, @Body() input: AppraisalOpenInput, @IdempotencyKey() key: Idempotency | null): Promise<StaffAppraisalView> {
    return this.queries.ofStaff(actor, await this.appraisals.open(actor, input, key));
  }

  @Get(':id')
  @ForStaff(null)
  @ApiOkResponse({ type: StaffAppraisalView })
  one(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<StaffAppraisalView> {
    return this.queries.ofStaff(actor, id);
  }

  /** Whoever owes it, or acts for them. */
  @Post(':id/rectify')
  @ForStaff(null)
  @HttpCode(200)
  @ApiOkResponse({ type: StaffAppraisalView })
  async rectify(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: AppraisalRectifyInput): Promise<StaffAppraisalView> {
    await this.appraisals.rectify(actor, id, input);
    return this.queries.ofStaff(actor, id);
  }
}
