import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Recorded times may be doubted without an account: by the code on a slip, or at the desk, where somebody takes it down. */
export class DisputeWithoutAccount1763800000390 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('time_dispute', 'ix_time_dispute_resident');
    await runner.query('ALTER TABLE time_dispute RENAME COLUMN raised_by TO raised_before');
    await runner.query('ALTER TABLE time_dispute ADD COLUMN raised_by varchar(36) NULL');
    await runner.query('UPDATE time_dispute SET raised_by = raised_before');
    await runner.query('ALTER TABLE time_dispute DROP COLUMN raised_before');
    await runner.query('CREATE INDEX ix_time_dispute_resident ON time_dispute (raised_by)');
    await runner.query('ALTER TABLE time_dispute ADD COLUMN recorded_by varchar(36) NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE time_dispute DROP COLUMN recorded_by');
  }
}
