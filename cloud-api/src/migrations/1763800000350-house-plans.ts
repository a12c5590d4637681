import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, day, id, instant, integer, longText, nullable, ref, text } from '../platform/persistence/schema.ts';

/** The administrators' rooms: what is to change in the hall and from which day, rooms that are closed, first passwords, and the audit in the order of time. */
export class HousePlans1763800000350 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'house_plan', {
      columns: [
        id(), ref('hall_id'), text('kind', 20), ref('subject_id'), text('label', 80), day('effective_from'), nullable(longText('before')), longText('after'), longText('lines'), text('reason', 200), text('state', 10),
        nullable(text('refusal', 300)), nullable(text('open_key', 80)), ref('created_by'), instant('created_at'), nullable(instant('applied_at')), nullable(ref('undoes')), integer('version'),
      ],
      unique: [['ux_house_plan_open', ['open_key']]],
      indices: [['ix_house_plan_due', ['state', 'effective_from']], ['ix_house_plan_hall', ['hall_id', 'kind', 'created_at']]],
    });
    await runner.query('ALTER TABLE department ADD COLUMN closed_at bigint NULL');
    await runner.query('ALTER TABLE hall_window ADD COLUMN closed_at bigint NULL');
    await runner.query('ALTER TABLE staff ADD COLUMN one_time_until bigint NULL');
    await runner.query('CREATE INDEX ix_audit_time ON audit_entry (at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('audit_entry', 'ix_audit_time');
    await runner.query('ALTER TABLE staff DROP COLUMN one_time_until');
    await runner.query('ALTER TABLE hall_window DROP COLUMN closed_at');
    await runner.query('ALTER TABLE department DROP COLUMN closed_at');
    await runner.dropTable('house_plan');
  }
}
