import { ChoiceField, InstantField, IntField, ListField, TextField } from '../../platform/http/fields.ts';

export class BatchView {
  @TextField() id: string;
  @TextField() number: string;
  @InstantField() createdAt: number;
  @TextField() createdBy: string;
  @IntField() rows: number;
  @ChoiceField(['exported', 'replied']) state: 'exported' | 'replied';
  @IntField() completed: number;
  @IntField() rejected: number;
  @IntField() pending: number;
}

export class BatchList {
  @ListField(() => BatchView) items: BatchView[];
}

export class BatchReplyProblemView {
  @IntField({ description: 'row of the sheet, the heading being 1' }) row: number;
  @TextField({ description: 'whose row it is, as the sheet says; empty when it says nothing' }) name: string;
  @TextField() message: string;
}

export class BatchReplyView {
  @TextField() batchId: string;
  @IntField() completed: number;
  @IntField() rejected: number;
  @IntField({ description: 'rows with the same result as an import before; nothing was done again' }) repeated: number;
  @IntField({ description: 'rows without a result yet' }) pending: number;
  @ListField(() => BatchReplyProblemView) problems: BatchReplyProblemView[];
}
