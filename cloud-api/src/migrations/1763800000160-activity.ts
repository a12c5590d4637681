import { Table, TableForeignKey, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { createTable, day, id, instant, integer, longText, nullable, ref, text } from '../platform/persistence/schema.ts';

const SEATED_HAS_PLACE = "state NOT IN ('signed-up', 'attended') OR place_id IS NOT NULL";

/** Activities, their places, who comes, and how it was. */
export class Activity1763800000160 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'activity', {
      columns: [
        id(), ref('hall_id'), text('title', 40), longText('words'), text('place', 60), nullable(ref('picture_id')), instant('starts_at'), instant('ends_at'), instant('sign_up_closes_at'), integer('capacity'), text('state', 10),
        nullable(text('cancel_reason', 100)), ref('created_by'), nullable(instant('announced_at')), nullable(instant('reminded_at')), nullable(instant('invited_at')), integer('version'),
      ],
      indices: [['ix_activity_hall', ['hall_id', 'starts_at']], ['ix_activity_clock', ['state', 'starts_at']]],
    });
    await createTable(runner, 'activity_place', {
      columns: [id(), ref('activity_id'), integer('number')],
      unique: [['ux_activity_place_number', ['activity_id', 'number']], ['ux_activity_place', ['activity_id', 'id']]],
      references: [['fk_activity_place', 'activity_id', 'activity']],
    });
    await this.createSignUp(runner);
    await createTable(runner, 'activity_rating', {
      columns: [id(), ref('activity_id'), ref('hall_id'), integer('level'), day('given_on')],
      indices: [['ix_activity_rating', ['activity_id']], ['ix_activity_rating_day', ['hall_id', 'given_on']]],
      references: [['fk_activity_rating', 'activity_id', 'activity']],
      secret: true,
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['activity_rating', 'activity_sign_up', 'activity_place', 'activity']) await runner.dropTable(table);
  }

  /** The key to the place names the activity too: nobody sits in one activity on a place of another. */
  private async createSignUp(runner: QueryRunner): Promise<void> {
    const embedded = runner.dataSource.options.type === 'better-sqlite3';
    await runner.createTable(new Table({
      name: 'activity_sign_up',
      columns: [
        id(), ref('activity_id'), nullable(ref('resident_id')), nullable(text('open_key', 80)), nullable(ref('place_id')), integer('position'), text('reference', 8), longText('name_cipher'), nullable(longText('phone_cipher')), text('state', 10),
        instant('signed_up_at'), nullable(instant('attended_at')), nullable(text('attended_by', 5)), integer('rated'), integer('version'),
      ],
      indices: [
        new TableIndex({ name: 'ux_activity_sign_up_place', columnNames: ['place_id'], isUnique: true }),
        new TableIndex({ name: 'ux_activity_sign_up_open', columnNames: ['open_key'], isUnique: true }),
        new TableIndex({ name: 'ux_activity_sign_up_order', columnNames: ['activity_id', 'position'], isUnique: true }),
        new TableIndex({ name: 'ux_activity_sign_up_reference', columnNames: ['reference'], isUnique: true }),
        new TableIndex({ name: 'ix_activity_sign_up_seat', columnNames: ['activity_id', 'place_id'] }),
        new TableIndex({ name: 'ix_activity_sign_up_resident', columnNames: ['resident_id'] }),
      ],
      foreignKeys: [new TableForeignKey({ name: 'fk_activity_sign_up_place', columnNames: ['activity_id', 'place_id'], referencedTableName: 'activity_place', referencedColumnNames: ['activity_id', 'id'], onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })],
      ...(embedded ? { checks: [{ name: 'ck_activity_seated_has_place', expression: SEATED_HAS_PLACE }] } : {}),
    }), true);
    // TypeORM leaves checks out on MySQL and MariaDB, which have both kept them since 8.0.16 and 10.2.
    if (!embedded) await runner.query(`ALTER TABLE activity_sign_up ADD CONSTRAINT ck_activity_seated_has_place CHECK (${SEATED_HAS_PLACE})`);
  }
}
