import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { integer } from '../platform/persistence/schema.ts';

/** What is told by the day alone gets its place in the ledger when the day is sealed: its neighbours would tell the second. */
export class LedgerForTheSeal1763800000395 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('ledger_line', new TableColumn(integer('for_seal', 0)));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('ledger_line', 'for_seal');
  }
}
