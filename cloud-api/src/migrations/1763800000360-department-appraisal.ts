import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, day, id, instant, integer, longText, nullable, primary, ref, text } from '../platform/persistence/schema.ts';

/** Department appraisals: who could be drawn and was, until the result is told; who answered and what was said in two tables that nothing ties together. */
export class DepartmentAppraisal1763800000360 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'appraisal', {
      columns: [
        id(), ref('hall_id'), ref('department_id'), nullable(ref('open_key')), text('code', 22), text('state', 10), longText('questions'), integer('invite'), integer('population'), text('root', 64), day('opened_on'), day('closes_on'), instant('closes_at'), ref('opened_by'), instant('opened_at'),
        nullable(text('seed', 64)), nullable(integer('invited')), nullable(instant('drawn_at')), nullable(integer('answers')), nullable(longText('figures')), nullable(instant('counted_at')), nullable(ref('owner_id')), nullable(day('due_on')), nullable(longText('rectification')), nullable(day('rectified_on')), nullable(ref('rectified_by')), integer('version'),
      ],
      unique: [['ux_appraisal_open', ['open_key']], ['ux_appraisal_code', ['code']]],
      indices: [['ix_appraisal_hall', ['hall_id', 'opened_at']], ['ix_appraisal_state', ['state', 'closes_on']]],
    });
    await createTable(runner, 'appraisal_member', {
      secret: true,
      columns: [id(), ref('appraisal_id'), text('citizen_index', 64), text('salt', 22), text('token', 64), integer('invited')],
      unique: [['ux_appraisal_member', ['appraisal_id', 'citizen_index']]],
      references: [['fk_appraisal_member', 'appraisal_id', 'appraisal']],
    });
    await createTable(runner, 'appraisal_roll', { secret: true, columns: [primary(ref('appraisal_id')), primary(text('person_mac', 64)), integer('counted')] });
    await createTable(runner, 'appraisal_answer', {
      secret: true,
      columns: [id(), ref('appraisal_id'), text('levels', 8), text('nonce_hash', 64), integer('counted')],
      unique: [['ux_appraisal_answer_nonce', ['nonce_hash']]],
      indices: [['ix_appraisal_answer', ['appraisal_id']]],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['appraisal_answer', 'appraisal_roll', 'appraisal_member', 'appraisal']) await runner.dropTable(table);
  }
}
