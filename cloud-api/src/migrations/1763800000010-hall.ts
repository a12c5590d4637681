import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, instant, integer, longText, nullable, ref, text } from '../platform/persistence/schema.ts';

export class Hall1763800000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'hall', {
      columns: [id(), text('name', 80), text('area_code', 12), text('address', 120), text('phone', 30), text('motto', 60), text('smile', 60), text('open_from', 5), text('open_to', 5), integer('sample'), integer('version')],
    });
    await createTable(runner, 'department', { columns: [id(), ref('hall_id'), text('name', 60), nullable(text('phone', 30)), integer('position')] });
    await createTable(runner, 'hall_window', {
      columns: [id(), ref('hall_id'), text('label', 20), integer('position'), longText('skills'), text('state', 8), nullable(ref('clerk_id')), nullable(instant('opened_at')), integer('version')],
      indices: [['ix_window_hall', ['hall_id', 'position']]],
    });
    await createTable(runner, 'hall_setting', { columns: [id(), ref('hall_id'), text('name', 60), longText('value'), integer('version')], unique: [['ux_hall_setting', ['hall_id', 'name']]] });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['hall_setting', 'hall_window', 'department', 'hall']) await runner.dropTable(table);
  }
}
