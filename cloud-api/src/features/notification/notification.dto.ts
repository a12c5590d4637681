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
  @TextField({ nullable: true, description: 'a page of the mini-program' }) link: string | null;
  @FlagField() read: boolean;
}

export class InboxList {
  @ListField(() => InboxItemView) items: InboxItemView[];
}

export class StaffInboxItemView {
  @TextField() id: string;
  @TextField() kind: string;
  @FlagField() urgent: boolean;
  @InstantField() at: number;
  @TextField() title: string;
  @TextField() body: string;
  @TextField({ nullable: true, description: 'a path of the console; the phone shows the same thing by its own page' }) link: string | null;
  @FlagField() read: boolean;
}

export class StaffInboxList {
  @ListField(() => StaffInboxItemView) items: StaffInboxItemView[];
  @IntField({ description: 'of all, not only of those shown' }) unread: number;
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
