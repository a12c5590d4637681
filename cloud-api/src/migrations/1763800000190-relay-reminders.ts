import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { day, nullable } from '../platform/persistence/schema.ts';

/** Whoever has not acknowledged a message is reminded at most once a day. */
export class RelayReminders1763800000190 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('relay_receipt', new TableColumn(nullable(day('reminded_on'))));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('relay_receipt', 'reminded_on');
  }
}
