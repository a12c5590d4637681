import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff, NeedsStepUp } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { AuditPageView, AuditQuery } from './audit.dto.ts';
import { AuditQueries } from './audit.queries.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The audit administrator's room: what was done, by whom, to what; nobody else reads it, and reading is written down. */
@ApiTags('audit')
@Controller('staff/audit')
@ForStaff('audit.read')
export class AuditStaffController {
  constructor(private readonly queries: AuditQueries) {}

  @Get()
  @ApiOkResponse({ type: AuditPageView })
  page(@CurrentActor() actor: StaffActor, @Query() query: AuditQuery): Promise<AuditPageView> {
    return this.queries.page(actor, query);
  }

  @Get('list.xlsx')
  @NeedsStepUp()
  @Header('cache-control', 'no-store')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async sheet(@CurrentActor() actor: StaffActor, @Query() query: AuditQuery): Promise<StreamableFile> {
    return new StreamableFile(await this.queries.sheet(actor, query), { type: XLSX, disposition: `attachment; filename="audit-${query.from}.xlsx"` });
  }
}
