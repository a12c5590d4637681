import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, day, id, instant, integer, longText, nullable, ref, text } from '../platform/persistence/schema.ts';

/** What hangs in the hall of each person and department: service cards, what their people agreed to show, honours, and whose duty a matter is. */
export class Lights1763800000320 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'service_card', {
      columns: [
        id(), ref('hall_id'), ref('staff_id'), text('code', 22), nullable(longText('draft')), nullable(ref('drafted_by')), nullable(instant('drafted_at')), nullable(integer('shown_number')), integer('versions'), integer('version'),
      ],
      unique: [['ux_service_card_staff', ['staff_id']], ['ux_service_card_code', ['code']]],
      indices: [['ix_service_card_hall', ['hall_id']]],
    });
    await createTable(runner, 'service_card_version', {
      columns: [id(), ref('card_id'), integer('number'), longText('content'), ref('published_by'), instant('published_at')],
      unique: [['ux_service_card_version', ['card_id', 'number']]],
      references: [['fk_service_card_version', 'card_id', 'service_card']],
    });
    await createTable(runner, 'card_consent', {
      columns: [id(), ref('hall_id'), ref('staff_id'), integer('photo_shown'), nullable(text('party', 16)), instant('changed_at'), integer('version')],
      unique: [['ux_card_consent_staff', ['staff_id']]],
      indices: [['ix_card_consent_hall', ['hall_id']]],
    });
    await createTable(runner, 'honour', {
      columns: [
        id(), ref('hall_id'), text('holder_kind', 12), ref('holder_id'), text('title', 60), text('given_by', 60), text('document', 120), day('given_on'), text('source', 8), nullable(text('source_key', 100)),
        nullable(ref('recorded_by')), instant('recorded_at'), nullable(instant('withdrawn_at')), nullable(text('withdrawn_why', 200)), integer('version'),
      ],
      unique: [['ux_honour_source', ['source_key']]],
      indices: [['ix_honour_holder', ['hall_id', 'holder_kind', 'holder_id']]],
    });
    await createTable(runner, 'matter_duty', {
      columns: [id(), ref('hall_id'), text('matter_id', 40), ref('department_id'), integer('version')],
      unique: [['ux_matter_duty', ['hall_id', 'matter_id']]],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['matter_duty', 'honour', 'card_consent', 'service_card_version', 'service_card']) await runner.dropTable(table);
  }
}
