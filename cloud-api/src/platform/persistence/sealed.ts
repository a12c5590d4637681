import { Column, type ColumnOptions } from 'typeorm';

/** One encrypted column: whose text is bound to `<place>:<row id>`. */
export interface SealedColumn {
  entity: new () => object;
  column: string;
  place: string;
}

const sealed: SealedColumn[] = [];

/**
 * A column that holds only ciphertext. `place` is the first half of the context its texts are encrypted under; naming
 * it here is what lets the rotation of keys find every text there is.
 */
export const Sealed = (column: string, place: string, options: ColumnOptions = {}): PropertyDecorator => (target, property) => {
  sealed.push({ entity: target.constructor as new () => object, column, place });
  Column({ name: column, type: 'text', ...options })(target, property);
};

export const sealedColumns = (): readonly SealedColumn[] => sealed;
