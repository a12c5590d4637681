import { FlagField, InstantField, ListField, TextField } from '../../platform/http/fields.ts';

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
