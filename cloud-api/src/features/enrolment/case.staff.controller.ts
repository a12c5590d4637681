import { Body, Controller, Get, Header, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { CasePapers } from './case-papers.ts';
import { CaseQueries } from './case.queries.ts';
import { CaseFindRequest, FoundCaseList, StaffCaseView, UnmaskRequest, UnmaskedView } from './staff-case.dto.ts';

const pdf = (bytes: Buffer, name: string): StreamableFile => new StreamableFile(bytes, { type: 'application/pdf', disposition: `inline; filename="${name}.pdf"` });
const PDF_ANSWER = { schema: { type: 'string', format: 'binary' } };

@ApiTags('cases')
@Controller('staff')
export class CaseStaffController {
  constructor(
    private readonly queries: CaseQueries,
    private readonly papers: CasePapers,
  ) {}

  @Get('applications/:id')
  @ForStaff('case.read')
  @ApiOkResponse({ type: StaffCaseView })
  one(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<StaffCaseView> {
    return this.queries.forStaff(actor, id);
  }

  @Post('applications/:id/unmask')
  @HttpCode(200)
  @ForStaff('case.unmask')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: UnmaskedView })
  async unmask(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() body: UnmaskRequest): Promise<UnmaskedView> {
    return { value: await this.queries.unmask(actor, id, body.field) };
  }

  @Post('cases/find')
  @HttpCode(200)
  @ForStaff('case.find')
  @ApiOkResponse({ type: FoundCaseList })
  async find(@CurrentActor() actor: StaffActor, @Body() body: CaseFindRequest): Promise<FoundCaseList> {
    return { items: await this.queries.find(actor, body) };
  }

  @Get('applications/:id/form.pdf')
  @ForStaff('window.handle')
  @Header('cache-control', 'no-store')
  @ApiProduces('application/pdf')
  @ApiOkResponse(PDF_ANSWER)
  async form(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<StreamableFile> {
    return pdf(await this.papers.form(actor, id), 'form');
  }

  @Get('applications/:id/receipt.pdf')
  @ForStaff('window.handle')
  @Header('cache-control', 'no-store')
  @ApiProduces('application/pdf')
  @ApiOkResponse(PDF_ANSWER)
  async receipt(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<StreamableFile> {
    return pdf(await this.papers.receipt(actor, id), 'receipt');
  }

  @Get('applications/:id/notice.pdf')
  @ForStaff('case.read')
  @Header('cache-control', 'no-store')
  @ApiProduces('application/pdf')
  @ApiOkResponse(PDF_ANSWER)
  async notice(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<StreamableFile> {
    return pdf(await this.papers.notice(actor, id), 'notice');
  }
}
