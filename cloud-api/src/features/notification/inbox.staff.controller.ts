import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { DoneView } from '../identity/identity.dto.ts';
import { InboxLine } from './inbox-line.ts';
import { InboxService } from './inbox.service.ts';
import { MessageBudget } from './message-budget.ts';
import { InboxReadAll, MessageConsentReport, MessageTemplateList, StaffInboxItemView, StaffInboxList, StaffInboxQuery, StaffUnreadView } from './notification.dto.ts';
import { STAFF_TEMPLATES } from './templates.ts';

@ApiTags('inbox')
@ApiBearerAuth()
@Controller('staff')
@ForStaff(null)
export class InboxStaffController {
  constructor(
    private readonly inbox: InboxService,
    private readonly line: InboxLine,
    private readonly budget: MessageBudget,
  ) {}

  @Get('inbox')
  @ApiOkResponse({ type: StaffInboxList })
  list(@CurrentActor() actor: StaffActor, @Query() { cursor }: StaffInboxQuery): Promise<StaffInboxList> {
    return this.inbox.listStaff(actor, cursor);
  }

  @Get('inbox/unread')
  @ApiOkResponse({ type: StaffUnreadView })
  async unread(@CurrentActor() actor: StaffActor): Promise<StaffUnreadView> {
    return { unread: await this.inbox.unreadOf(actor), line: this.line.topicOf(actor.id) };
  }

  @Post('inbox/read-all')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffInboxList })
  async readAll(@CurrentActor() actor: StaffActor, @Body() { until }: InboxReadAll): Promise<StaffInboxList> {
    await this.inbox.readAllOfStaff(actor, until);
    return this.inbox.listStaff(actor);
  }

  @Post('inbox/:id/read')
  @HttpCode(200)
  @ApiOkResponse({ type: StaffInboxItemView })
  read(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<StaffInboxItemView> {
    return this.inbox.readStaff(actor, id);
  }

  /** For the phone of a member of staff who is bound to it. */
  @Get('message-templates')
  @ApiOkResponse({ type: MessageTemplateList })
  async templates(@CurrentActor() actor: StaffActor): Promise<MessageTemplateList> {
    return { items: await this.budget.toAsk(actor.id, STAFF_TEMPLATES) };
  }

  @Post('message-consents')
  @HttpCode(200)
  @ApiOkResponse({ type: DoneView })
  async consents(@CurrentActor() actor: StaffActor, @Body() report: MessageConsentReport): Promise<DoneView> {
    await this.budget.report(actor, report);
    return { done: true };
  }
}
