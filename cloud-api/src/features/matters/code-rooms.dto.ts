import { IntField, ListField, TextField } from '../../platform/http/fields.ts';

export class CodeTableCardView {
  @TextField() table: string;
  @TextField() label: string;
  @TextField({ description: 'where it is asked' }) meaning: string;
  @IntField({ description: 'entries that can be chosen' }) open: number;
  @IntField() closed: number;
}

export class CodeTableCardList {
  @ListField(() => CodeTableCardView) items: CodeTableCardView[];
}
