import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, instant, integer, nullable, ref, text } from '../platform/persistence/schema.ts';

export class Pictures1763800000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'picture', {
      columns: [
        id(), text('file_id', 32), text('thumb_file_id', 32), nullable(ref('owner_resident_id')), nullable(ref('hall_id')), text('subject_kind', 24), ref('subject_id'),
        integer('width'), integer('height'), integer('bytes'), text('sha256', 64), instant('created_at'),
      ],
      unique: [['ux_picture_file', ['file_id']], ['ux_picture_thumb', ['thumb_file_id']]],
      indices: [['ix_picture_subject', ['subject_kind', 'subject_id']], ['ix_picture_owner', ['owner_resident_id']]],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('picture');
  }
}
