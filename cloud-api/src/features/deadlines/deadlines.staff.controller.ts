import { Body, Controller, Get, Header, HttpCode, Param, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { isDeadlineCode } from '@hall/shared/deadline/deadline.rules';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { DeadlineHandOn } from './deadline-hand-on.ts';
import { DeadlineRules } from './deadline-rules.service.ts';
import { DeadlineExtend, DeadlineHandOnInput, DeadlineList, DeadlinePauseInput, DeadlineQuery, DeadlineResume, DeadlineRuleInput, DeadlineRuleList, DeadlineTakerList, DeadlineView } from './deadlines.dto.ts';
import { DeadlineQueries } from './deadlines.queries.ts';
import { Deadlines } from './deadlines.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('deadlines')
@Controller('staff')
export class DeadlinesStaffController {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly queries: DeadlineQueries,
    private readonly rules: DeadlineRules,
    private readonly handing: DeadlineHandOn,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Get('deadlines')
  @ForStaff(null)
  @ApiOkResponse({ type: DeadlineList })
  async list(@CurrentActor() actor: StaffActor, @Query() query: DeadlineQuery): Promise<DeadlineList> {
    return { items: await this.queries.list(actor, query) };
  }

  @Get('deadlines/list.xlsx')
  @ForStaff('deadline.read')
  @Header('cache-control', 'no-store')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async workbook(@CurrentActor() actor: StaffActor, @Query() query: DeadlineQuery): Promise<StreamableFile> {
    const { name, bytes } = await this.queries.workbook(actor, query);
    return new StreamableFile(bytes, { type: XLSX, disposition: `attachment; filename="${name}.xlsx"` });
  }

  /** More time, once, with a reason everybody sees. */
  @Post('deadlines/:id/extend')
  @ForStaff('deadline.extend')
  @HttpCode(200)
  @ApiOkResponse({ type: DeadlineView })
  async extend(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version, ...wish }: DeadlineExtend): Promise<DeadlineView> {
    await this.unitOfWork.run(actor, (work) => this.deadlines.extend(work, actor, id, wish, version));
    return this.deadlines.one(actor, id);
  }

  @Post('deadlines/:id/pause')
  @ForStaff('deadline.extend')
  @HttpCode(200)
  @ApiOkResponse({ type: DeadlineView })
  async pause(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { reason, version }: DeadlinePauseInput): Promise<DeadlineView> {
    await this.unitOfWork.run(actor, (work) => this.deadlines.pauseOne(work, actor, id, reason, version));
    return this.deadlines.one(actor, id);
  }

  @Post('deadlines/:id/resume')
  @ForStaff('deadline.extend')
  @HttpCode(200)
  @ApiOkResponse({ type: DeadlineView })
  async resume(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: DeadlineResume): Promise<DeadlineView> {
    await this.unitOfWork.run(actor, (work) => this.deadlines.resumeOne(work, actor, id, version));
    return this.deadlines.one(actor, id);
  }

  /** Who of the department may take it over. */
  @Get('deadlines/:id/takers')
  @ForStaff('deadline.hand-on')
  @ApiOkResponse({ type: DeadlineTakerList })
  async takers(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<DeadlineTakerList> {
    return { items: (await this.handing.takers(actor, id)).map(({ id: staffId, name, post }) => ({ id: staffId, name, post })) };
  }

  /** What lies in a colleague's hands passes to another of the same department, with the reason. */
  @Post('deadlines/:id/hand-on')
  @ForStaff('deadline.hand-on')
  @HttpCode(200)
  @ApiOkResponse({ type: DeadlineView })
  async handOn(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: DeadlineHandOnInput): Promise<DeadlineView> {
    await this.handing.handOn(actor, id, input);
    return this.deadlines.one(actor, id);
  }

  @Get('deadline-rules')
  @ForStaff('deadline.read')
  @ApiOkResponse({ type: DeadlineRuleList })
  async ruleList(@CurrentActor() actor: StaffActor): Promise<DeadlineRuleList> {
    return { items: await this.rules.list(actor.hallId) };
  }

  /** Whoever may grant more time may say how much there is, from a later day on. */
  @Put('deadline-rules/:code')
  @ForStaff('deadline.extend')
  @ApiOkResponse({ type: DeadlineRuleList })
  async setRule(@CurrentActor() actor: StaffActor, @Param('code') code: string, @Body() input: DeadlineRuleInput): Promise<DeadlineRuleList> {
    if (!isDeadlineCode(code)) throw platformErrors.NOT_FOUND();
    return { items: await this.rules.set(actor, code, input) };
  }
}
