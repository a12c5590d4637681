import { Table, TableColumn, TableForeignKey, TableIndex, type QueryRunner, type TableColumnOptions } from 'typeorm';

/**
 * A few words to write portable migrations in: the same table on MySQL, MariaDB and the embedded database.
 * Booleans are integers and instants are epoch milliseconds, because those two read the same everywhere.
 */
const column = (name: string, type: string, more: Partial<TableColumnOptions> = {}): TableColumnOptions => ({ name, type, isNullable: false, ...more });

export const id = (name = 'id'): TableColumnOptions => column(name, 'varchar', { length: '36', isPrimary: true });
export const ref = (name: string): TableColumnOptions => column(name, 'varchar', { length: '36' });
export const text = (name: string, length: number): TableColumnOptions => column(name, 'varchar', { length: String(length) });
/** Up to 64 KiB on MySQL. */
export const longText = (name: string): TableColumnOptions => column(name, 'text');
export const integer = (name: string, byDefault?: number): TableColumnOptions => column(name, 'integer', byDefault === undefined ? {} : { default: String(byDefault) });
/** A whole number that may pass two thousand million, such as fen. */
export const bigInteger = (name: string): TableColumnOptions => column(name, 'bigint');
export const instant = (name: string): TableColumnOptions => column(name, 'bigint');
export const day = (name: string): TableColumnOptions => text(name, 10);
export const nullable = (options: TableColumnOptions): TableColumnOptions => ({ ...options, isNullable: true });
export const primary = (options: TableColumnOptions): TableColumnOptions => ({ ...options, isPrimary: true });

export interface TableShape {
  columns: TableColumnOptions[];
  /** Each is `[name, columns]`. */
  unique?: [string, string[]][];
  indices?: [string, string[]][];
  /** Each is `[name, column, referenced table]`, to that table's `id`, RESTRICT both ways. */
  references?: [string, string, string][];
  /** Rows that nobody may put in order: the embedded database keeps no row numbers for them. Say `withoutRowid` on the entity too. */
  secret?: boolean;
}

export async function createTable(runner: QueryRunner, name: string, shape: TableShape): Promise<void> {
  await runner.createTable(
    new Table({
      name,
      withoutRowid: shape.secret === true,
      columns: shape.columns.map((options) => new TableColumn(options)),
      indices: [
        ...(shape.unique ?? []).map(([index, columnNames]) => new TableIndex({ name: index, columnNames, isUnique: true })),
        ...(shape.indices ?? []).map(([index, columnNames]) => new TableIndex({ name: index, columnNames })),
      ],
      foreignKeys: (shape.references ?? []).map(
        ([key, from, table]) => new TableForeignKey({ name: key, columnNames: [from], referencedTableName: table, referencedColumnNames: ['id'], onDelete: 'RESTRICT', onUpdate: 'RESTRICT' }),
      ),
    }),
    true,
  );
}

