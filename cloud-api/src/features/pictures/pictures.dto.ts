import { ChoiceField, InstantField, TextField } from '../../platform/http/fields.ts';

/** A link good for two minutes; every use of it is audited. */
export class FileLinkView {
  @TextField() url: string;
  @InstantField() expiresAt: number;
}

export type FileVariant = 'full' | 'thumb';

export class FileVariantQuery {
  @ChoiceField(['full', 'thumb'], { optional: true }) variant?: FileVariant;
}
