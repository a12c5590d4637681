import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, day, id, instant, integer, longText, nullable, primary, ref, text } from '../platform/persistence/schema.ts';

export class Enrolment1763800000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'application', {
      columns: [
        id(), ref('hall_id'), text('case_number', 24), text('matter_id', 40), integer('matter_version'), nullable(ref('resident_id')), nullable(ref('relative_id')),
        nullable(text('citizen_index', 64)), nullable(text('phone_index', 64)), nullable(text('open_key', 120)), text('state', 12), integer('round'),
        longText('content'), nullable(longText('returned_content')), longText('originals_seen'), nullable(longText('assessment')), nullable(text('profile_id', 40)), nullable(longText('rejection')),
        nullable(instant('identity_verified_at')), nullable(ref('identity_verified_by')), nullable(ref('claimed_by')), nullable(instant('claimed_until')),
        nullable(instant('submitted_at')), nullable(instant('due_at')), instant('last_step_at'), nullable(day('lapses_on')), nullable(instant('lapse_warned_at')),
        instant('created_at'), instant('updated_at'), nullable(instant('handled_at')), nullable(ref('handled_by')), nullable(instant('closed_at')), nullable(ref('batch_id')), integer('opened_at_window'), integer('version'),
      ],
      unique: [['ux_application_number', ['hall_id', 'case_number']], ['ux_application_open', ['open_key']]],
      indices: [
        ['ix_application_review', ['hall_id', 'state', 'due_at']], ['ix_application_resident', ['resident_id']], ['ix_application_citizen', ['citizen_index']],
        ['ix_application_phone', ['phone_index']], ['ix_application_lapse', ['lapses_on']],
      ],
    });
    await createTable(runner, 'case_picture', {
      columns: [id(), ref('application_id'), text('material_code', 40), ref('picture_id'), integer('page_number'), integer('round'), integer('width'), integer('height'), integer('bytes'), instant('added_at')],
      unique: [['ux_case_picture', ['picture_id']]],
      indices: [['ix_case_picture_case', ['application_id']]],
    });
    await createTable(runner, 'case_step', {
      columns: [id(), ref('application_id'), instant('at'), text('action', 12), text('state', 12), text('by_kind', 12), nullable(text('by_id', 64)), nullable(longText('note'))],
      indices: [['ix_case_step_case', ['application_id', 'at']]],
    });
    await createTable(runner, 'number_counter', { columns: [id('hall_id'), primary(text('series', 12)), primary(integer('year')), integer('last')] });
    await createTable(runner, 'review_mark', {
      columns: [
        id(), ref('application_id'), integer('round'), integer('position'), text('state', 8), text('target', 80), text('target_label', 80), nullable(text('material_code', 40)),
        text('reason_code', 40), longText('sentence'), integer('late'), ref('marked_by'), instant('at'),
      ],
      indices: [['ix_review_mark_case', ['application_id', 'state', 'round']]],
    });
    await createTable(runner, 'once_only_notice', {
      columns: [id(), ref('hall_id'), text('number', 32), ref('application_id'), integer('round'), text('cause', 10), ref('issued_by'), instant('issued_at'), longText('content')],
      unique: [['ux_notice_number', ['hall_id', 'number']]],
      indices: [['ix_notice_case', ['application_id', 'issued_at']]],
    });
    await createTable(runner, 'case_batch', {
      columns: [id(), ref('hall_id'), text('number', 32), text('state', 10), instant('created_at'), ref('created_by'), nullable(instant('replied_at')), integer('version')],
      unique: [['ux_batch_number', ['hall_id', 'number']]],
    });
    await createTable(runner, 'case_batch_row', {
      columns: [id(), ref('batch_id'), ref('application_id'), integer('position'), text('outcome', 10), longText('content')],
      unique: [['ux_batch_row_case', ['batch_id', 'application_id']]],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['case_batch_row', 'case_batch', 'once_only_notice', 'review_mark', 'number_counter', 'case_step', 'case_picture', 'application']) await runner.dropTable(table);
  }
}
