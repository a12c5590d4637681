import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, day, id, instant, integer, longText, nullable, ref, text } from '../platform/persistence/schema.ts';

export class Matters1763800000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'matter_version', {
      columns: [id(), text('matter_id', 40), integer('version_number'), integer('position'), day('effective_from'), nullable(day('effective_to')), longText('content'), instant('created_at')],
      unique: [['ux_matter_version', ['matter_id', 'version_number']]],
    });
    await createTable(runner, 'code_entry', {
      columns: [id(), text('table_name', 24), text('code', 32), text('label', 60), integer('position'), integer('active')],
      unique: [['ux_code_entry', ['table_name', 'code']]],
    });
    await createTable(runner, 'policy_profile', {
      columns: [id(), text('profile_id', 40), integer('example'), day('effective_from'), nullable(day('effective_to')), longText('content'), instant('loaded_at'), nullable(ref('loaded_by'))],
      unique: [['ux_policy_profile', ['profile_id']]],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['policy_profile', 'code_entry', 'matter_version']) await runner.dropTable(table);
  }
}
