import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const CHANGED = 'ix_enquiry_changed';

/** What was answered is read the newest first, along an index, instead of sorting everything ever asked. */
export class EnquiryLists1763800000187 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('enquiry', new TableIndex({ name: CHANGED, columnNames: ['hall_id', 'changed_at', 'id'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('enquiry', CHANGED);
  }
}
