import { IntField, ListField, TextField } from './fields.ts';

export class FieldError {
  @TextField() path: string;
  @TextField() code: string;
  @TextField({ description: 'a Chinese sentence that says what to do' }) message: string;
}

/** RFC 9457; `code` is stable for programs, `title` is for people. */
export class Problem {
  @TextField() type: string;
  @TextField() title: string;
  @IntField() status: number;
  @TextField() code: string;
  @TextField({ optional: true }) detail?: string;
  @TextField() requestId: string;
  @ListField(() => FieldError, { optional: true }) fields?: FieldError[];
}
