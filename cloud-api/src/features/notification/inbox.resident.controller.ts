import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForResident } from '../../platform/auth/access.ts';
import type { ResidentActor } from '../../platform/auth/actor.ts';
import { InboxService } from './inbox.service.ts';
import { InboxItemView, InboxList } from './notification.dto.ts';

@ApiTags('inbox')
@ApiBearerAuth()
@Controller('resident/inbox')
@ForResident()
export class InboxResidentController {
  constructor(private readonly inbox: InboxService) {}

  @Get()
  @ApiOkResponse({ type: InboxList })
  async list(@CurrentActor() actor: ResidentActor): Promise<InboxList> {
    return { items: await this.inbox.list(actor.id) };
  }

  @Post(':id/read')
  @HttpCode(200)
  @ApiOkResponse({ type: InboxItemView })
  read(@CurrentActor() actor: ResidentActor, @Param('id') id: string): Promise<InboxItemView> {
    return this.inbox.read(actor, id);
  }
}
