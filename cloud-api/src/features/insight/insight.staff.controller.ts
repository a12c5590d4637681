import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { HallTodayView } from './insight.dto.ts';
import { InsightQueries } from './insight.queries.ts';
import { InsightPeriodQuery, InsightPeriodView, InsightSheetQuery, InsightVisitPage, InsightVisitQuery } from './period.dto.ts';
import { PeriodQueries } from './period.queries.ts';
import { PeriodWorkbook } from './period.workbook.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('insight')
@Controller('staff/insight')
export class InsightStaffController {
  constructor(
    private readonly queries: InsightQueries,
    private readonly periods: PeriodQueries,
    private readonly workbooks: PeriodWorkbook,
  ) {}

  @Get('today')
  @ForStaff('insight.read')
  @ApiOkResponse({ type: HallTodayView })
  today(@CurrentActor() actor: StaffActor): Promise<HallTodayView> {
    return this.queries.forReader(actor);
  }

  /** The hall over days, weeks or months. */
  @Get('period')
  @ForStaff('insight.read')
  @ApiOkResponse({ type: InsightPeriodView })
  period(@CurrentActor() actor: StaffActor, @Query() query: InsightPeriodQuery): Promise<InsightPeriodView> {
    return this.periods.of(actor, query);
  }

  @Get('period.xlsx')
  @ForStaff('insight.read')
  @Header('content-type', XLSX)
  @Header('cache-control', 'no-store')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  workbook(@CurrentActor() actor: StaffActor, @Query() query: InsightSheetQuery): Promise<Buffer> {
    return this.workbooks.of(actor, query);
  }

  /** Everybody behind one column of a chart. */
  @Get('visits')
  @ForStaff('insight.read')
  @ApiOkResponse({ type: InsightVisitPage })
  visits(@CurrentActor() actor: StaffActor, @Query() query: InsightVisitQuery): Promise<InsightVisitPage> {
    return this.periods.visits(actor, query);
  }
}
