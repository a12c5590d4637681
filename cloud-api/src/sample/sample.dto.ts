import { InstantField, ListField, TextField } from '../platform/http/fields.ts';

export class DemoPersonView {
  @TextField() key: string;
  @TextField() name: string;
  @TextField({ description: 'who this is and what waits for them, in one sentence' }) story: string;
}

export class DemoPersonList {
  @ListField(() => DemoPersonView) items: DemoPersonView[];
}

export class DemoSignIn {
  @TextField({ min: 1, max: 40 }) key: string;
}

export class DemoStaffView {
  @TextField() userName: string;
  @TextField() password: string;
  @TextField() name: string;
  @TextField() role: string;
  @TextField({ description: 'the second factor valid right now' }) totp: string;
}

export class DemoStaffList {
  @ListField(() => DemoStaffView) items: DemoStaffView[];
}

export class DemoMessageView {
  @TextField() phone: string;
  @TextField() text: string;
  @InstantField() at: number;
}

export class DemoMessageList {
  @ListField(() => DemoMessageView) items: DemoMessageView[];
}
