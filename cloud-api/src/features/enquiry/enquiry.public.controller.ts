import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ForAnyone } from '../../platform/auth/access.ts';
import { EnquiryContactsView } from './enquiry.dto.ts';
import { EnquiryQueries } from './enquiry.queries.ts';

@ApiTags('enquiries')
@Controller('public/contacts')
export class EnquiryPublicController {
  constructor(private readonly queries: EnquiryQueries) {}

  @Get()
  @ForAnyone()
  @ApiOkResponse({ type: EnquiryContactsView })
  contacts(): Promise<EnquiryContactsView> {
    return this.queries.contacts();
  }
}
