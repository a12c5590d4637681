import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, instant, nullable, ref, text } from '../platform/persistence/schema.ts';

export class Notification1763800000090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'inbox_item', {
      columns: [id(), ref('resident_id'), instant('at'), text('title', 60), text('body', 300), nullable(text('link', 120)), nullable(instant('read_at')), text('once_key', 100)],
      indices: [['ix_inbox_resident', ['resident_id', 'at']]],
      unique: [['ux_inbox_once', ['once_key']]],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('inbox_item');
  }
}
