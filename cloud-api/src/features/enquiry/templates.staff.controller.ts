import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { EnquiryMove } from './enquiry.dto.ts';
import { EnquiryTemplateInput, EnquiryTemplateList } from './enquiry-staff.dto.ts';
import { EnquiryTemplates } from './templates.service.ts';

@ApiTags('enquiries')
@ApiBearerAuth()
@Controller('staff/enquiry-templates')
export class EnquiryTemplatesStaffController {
  constructor(private readonly templates: EnquiryTemplates) {}

  @Get()
  @ForStaff('enquiry.answer')
  @ApiOkResponse({ type: EnquiryTemplateList })
  list(@CurrentActor() actor: StaffActor): Promise<EnquiryTemplateList> {
    return this.templates.list(actor);
  }

  @Post()
  @ForStaff('enquiry.answer')
  @HttpCode(200)
  @ApiOkResponse({ type: EnquiryTemplateList })
  async add(@CurrentActor() actor: StaffActor, @Body() input: EnquiryTemplateInput): Promise<EnquiryTemplateList> {
    await this.templates.add(actor, input);
    return this.templates.list(actor);
  }

  @Put(':id')
  @ForStaff('enquiry.answer')
  @ApiOkResponse({ type: EnquiryTemplateList })
  async change(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() input: EnquiryTemplateInput): Promise<EnquiryTemplateList> {
    await this.templates.change(actor, id, input);
    return this.templates.list(actor);
  }

  @Post(':id/retire')
  @ForStaff('enquiry.answer')
  @HttpCode(200)
  @ApiOkResponse({ type: EnquiryTemplateList })
  async retire(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: EnquiryMove): Promise<EnquiryTemplateList> {
    await this.templates.retire(actor, id, version);
    return this.templates.list(actor);
  }
}
