import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForResident } from '../../platform/auth/access.ts';
import type { ResidentActor } from '../../platform/auth/actor.ts';
import { DoneView } from '../identity/identity.dto.ts';
import { InboxService } from './inbox.service.ts';
import { MessageBudget } from './message-budget.ts';
import { InboxItemView, InboxList, InboxReadAll, MessageConsentReport, MessageMoment, MessageTemplateList } from './notification.dto.ts';
import { MOMENTS } from './templates.ts';

@ApiTags('inbox')
@ApiBearerAuth()
@Controller('resident')
@ForResident()
export class InboxResidentController {
  constructor(
    private readonly inbox: InboxService,
    private readonly budget: MessageBudget,
  ) {}

  @Get('inbox')
  @ApiOkResponse({ type: InboxList })
  async list(@CurrentActor() actor: ResidentActor): Promise<InboxList> {
    return { items: await this.inbox.list(actor.id) };
  }

  @Post('inbox/read-all')
  @HttpCode(200)
  @ApiOkResponse({ type: InboxList })
  async readAll(@CurrentActor() actor: ResidentActor, @Body() { until }: InboxReadAll): Promise<InboxList> {
    await this.inbox.readAll(actor, until);
    return { items: await this.inbox.list(actor.id) };
  }

  @Post('inbox/:id/read')
  @HttpCode(200)
  @ApiOkResponse({ type: InboxItemView })
  read(@CurrentActor() actor: ResidentActor, @Param('id') id: string): Promise<InboxItemView> {
    return this.inbox.read(actor, id);
  }

  /** Which messages to ask about at this moment; the phone asks from the person's own tap. */
  @Get('message-templates')
  @ApiOkResponse({ type: MessageTemplateList })
  async templates(@CurrentActor() actor: ResidentActor, @Query() query: MessageMoment): Promise<MessageTemplateList> {
    return { items: await this.budget.toAsk(actor.id, MOMENTS[query.for]) };
  }

  /** What was tapped, once per question. */
  @Post('message-consents')
  @HttpCode(200)
  @ApiOkResponse({ type: DoneView })
  async consents(@CurrentActor() actor: ResidentActor, @Body() report: MessageConsentReport): Promise<DoneView> {
    await this.budget.report(actor, report);
    return { done: true };
  }
}
