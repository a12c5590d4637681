import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, day, id, instant, integer, longText, nullable, ref, text } from '../platform/persistence/schema.ts';

/** Questions 咨询台: whose each is to answer, every step of its life, and the public guide 便民栏 that grows out of the answers. */
export class Enquiry1763800000140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'enquiry', {
      columns: [
        id(), ref('hall_id'), text('number', 20), text('way', 8), nullable(ref('resident_id')), nullable(longText('asker_name_cipher')), nullable(longText('asker_phone_cipher')), text('addressee', 8), nullable(ref('department_id')), nullable(ref('owner_id')),
        text('state', 12), integer('asked_again'), integer('picture_count'), instant('asked_at'), instant('changed_at'), integer('version'),
      ],
      unique: [['ux_enquiry_number', ['number']]],
      indices: [['ix_enquiry_list', ['hall_id', 'state', 'asked_at']], ['ix_enquiry_owner', ['owner_id', 'state']], ['ix_enquiry_resident', ['resident_id', 'asked_at']]],
    });
    await createTable(runner, 'enquiry_step', {
      columns: [
        id(), ref('enquiry_id'), integer('position'), text('kind', 12), instant('at'), text('by_kind', 10), nullable(ref('by_id')), nullable(ref('in_name_of')), nullable(ref('to_staff_id')), nullable(ref('to_department_id')), nullable(longText('words_cipher')),
      ],
      unique: [['ux_enquiry_step', ['enquiry_id', 'position']]],
      references: [['fk_enquiry_step', 'enquiry_id', 'enquiry']],
    });
    await createTable(runner, 'enquiry_transfer', {
      columns: [
        id(), ref('enquiry_id'), nullable(ref('open_key')), text('state', 12), ref('from_id'), nullable(ref('to_staff_id')), nullable(ref('to_department_id')), instant('offered_at'), nullable(ref('decided_by')), nullable(instant('decided_at')), integer('version'),
      ],
      unique: [['ux_enquiry_transfer', ['open_key']]],
      indices: [['ix_enquiry_transfer_staff', ['to_staff_id', 'state']], ['ix_enquiry_transfer_department', ['to_department_id', 'state']]],
      references: [['fk_enquiry_transfer', 'enquiry_id', 'enquiry']],
    });
    await createTable(runner, 'enquiry_draft', {
      columns: [id(), ref('enquiry_id'), longText('text_cipher'), ref('written_by'), instant('saved_at'), integer('version')],
      unique: [['ux_enquiry_draft', ['enquiry_id']]],
      references: [['fk_enquiry_draft', 'enquiry_id', 'enquiry']],
    });
    await createTable(runner, 'enquiry_template', {
      columns: [id(), ref('hall_id'), text('title', 40), longText('text'), integer('retired'), ref('written_by'), instant('created_at'), integer('version')],
      indices: [['ix_enquiry_template', ['hall_id', 'retired']]],
    });
    await createTable(runner, 'guide_version', {
      columns: [
        id(), ref('hall_id'), ref('entry_id'), integer('version_number'), text('state', 10), text('topic', 20), text('question', 240), longText('answer'), nullable(day('effective_from')), nullable(day('effective_to')), nullable(ref('enquiry_id')),
        ref('written_by'), instant('written_at'), nullable(ref('decided_by')), nullable(instant('decided_at')), nullable(text('return_reason', 400)), integer('version'),
      ],
      unique: [['ux_guide_version', ['entry_id', 'version_number']]],
      indices: [['ix_guide_version_list', ['hall_id', 'state', 'effective_from']], ['ix_guide_version_enquiry', ['enquiry_id']]],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['guide_version', 'enquiry_template', 'enquiry_draft', 'enquiry_transfer', 'enquiry_step', 'enquiry']) await runner.dropTable(table);
  }
}
