import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, instant, integer, nullable, ref, text } from '../platform/persistence/schema.ts';

/** Questions whose text no machine called clean: a person looks before anything of them becomes public. What was asked before there was a check counts as not looked at. */
export class EnquiryReview1763800000190 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'enquiry_review', {
      columns: [id(), ref('enquiry_id'), text('verdict', 10), nullable(ref('decided_by')), nullable(instant('decided_at')), integer('version')],
      unique: [['ux_enquiry_review', ['enquiry_id']]],
      references: [['fk_enquiry_review', 'enquiry_id', 'enquiry']],
    });
    await runner.query("INSERT INTO enquiry_review (id, enquiry_id, verdict, decided_by, decided_at, version) SELECT id, id, 'doubtful', NULL, NULL, 1 FROM enquiry WHERE way = 'online'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('enquiry_review');
  }
}
