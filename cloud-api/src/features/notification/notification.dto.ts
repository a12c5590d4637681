import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { ChoiceField, FlagField, InstantField, IntField, ListField, TextField } from '../../platform/http/fields.ts';
import { MOMENT_NAMES, TEMPLATE_CODES, type Moment, type TemplateCode } from './templates.ts';

export class InboxItemView {
  @TextField() id: string;
  @InstantField() at: number;
  @TextField() title: string;
  @TextField() body: string;
  @TextField({ nullable: true, description: 'a page of the mini-program; for staff a path of the console' }) link: string | null;
  @FlagField() read: boolean;
}

export class InboxList {
  @ListField(() => InboxItemView) items: InboxItemView[];
}

export class StaffInboxItemView extends InboxItemView {
  @TextField() kind: string;
  @FlagField() urgent: boolean;
  @TextField({ nullable: true, description: 'the page of the mini-program for the same thing; null where only the desk has one' }) page: string | null;
}

export class StaffInboxList {
  @ListField(() => StaffInboxItemView) items: StaffInboxItemView[];
  @IntField({ description: 'of all, not only of those shown' }) unread: number;
  @TextField({ nullable: true, description: 'asks for what follows; null at the end' }) nextCursor: string | null;
}

/** What came after the list was fetched was seen by nobody: it stays unread. */
export class InboxReadAll {
  @InstantField({ description: 'the newest message of the list' }) until: number;
}

export class StaffInboxQuery {
  @TextField({ optional: true, max: 64, pattern: /^(un)?read\.\d{1,16}\.[\w-]+$/ }) cursor?: string;
}

export class StaffUnreadView {
  @IntField() unread: number;
  @TextField({ description: 'the topic of the live line that says when to ask again' }) line: string;
}

export class MessageMoment {
  @ChoiceField(MOMENT_NAMES) for: Moment;
}

export class MessageTemplateView {
  @ChoiceField(TEMPLATE_CODES) code: TemplateCode;
  @TextField({ description: 'for wx.requestSubscribeMessage' }) templateId: string;
}

export class MessageTemplateList {
  @ListField(() => MessageTemplateView, { max: 3 }) items: MessageTemplateView[];
}

const CodesField = (): PropertyDecorator => applyDecorators(
  ApiProperty({ type: String, isArray: true, enum: TEMPLATE_CODES, maxItems: 3 }) as PropertyDecorator, IsArray(), ArrayMaxSize(3), ArrayUnique(), IsIn(TEMPLATE_CODES, { each: true }),
);

/** What was tapped in WeChat's own question. */
export class MessageConsentReport {
  @CodesField() accepted: TemplateCode[];
  @CodesField() rejected: TemplateCode[];
}
