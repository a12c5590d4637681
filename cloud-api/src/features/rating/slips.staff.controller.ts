import { Controller, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { SlipsService } from './slips.service.ts';

@ApiTags('queue')
@ApiBearerAuth()
@Controller('staff/tickets/:id/slip.pdf')
export class SlipsStaffController {
  constructor(private readonly slips: SlipsService) {}

  /** Printing makes the code on the slip, so it is no reading. */
  @Post()
  @HttpCode(200)
  @ForStaff('queue.desk')
  @Header('content-type', 'application/pdf')
  @Header('cache-control', 'no-store')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  print(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<Buffer> {
    return this.slips.print(actor, id);
  }
}
