import { Table, TableForeignKey, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { createTable, day, id, instant, integer, longText, nullable, ref, text } from '../platform/persistence/schema.ts';

const OPEN_HAS_PLACE = "state NOT IN ('held', 'booked', 'arrived') OR place_ref IS NOT NULL";

export class Booking1763800000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'booking_plan', { columns: [id(), integer('version')] });
    await createTable(runner, 'booking_pattern', {
      columns: [id(), ref('hall_id'), integer('position'), longText('weekdays'), text('from_clock', 5), text('to_clock', 5), integer('slot_minutes'), integer('capacity'), integer('walk_in_share'),
        integer('express_places'), integer('reserved_express'), integer('reserved_regular'), day('effective_from'), nullable(day('effective_to')), integer('on_extra_workdays')],
      indices: [['ix_pattern_hall', ['hall_id', 'position']]],
    });
    await createTable(runner, 'booking_closure', {
      columns: [id(), ref('hall_id'), day('day'), nullable(text('from_clock', 5)), nullable(text('to_clock', 5)), text('reason', 100)],
      indices: [['ix_closure_hall', ['hall_id', 'day']]],
    });
    await createTable(runner, 'slot', {
      columns: [id(), ref('hall_id'), day('day'), text('from_clock', 5), text('to_clock', 5), text('kind', 8), instant('starts_at')],
      unique: [['ux_slot', ['hall_id', 'day', 'from_clock', 'kind']]],
    });
    await createTable(runner, 'place', {
      columns: [id(), ref('slot_id'), integer('number'), text('audience', 9), instant('free_from'), nullable(instant('held_until')), nullable(ref('booking_id'))],
      unique: [['ux_place_number', ['slot_id', 'number']], ['ux_place_slot', ['slot_id', 'id']]],
      indices: [['ix_place_free', ['slot_id', 'audience', 'free_from']], ['ix_place_booking', ['booking_id']]],
      references: [['fk_place_slot', 'slot_id', 'slot']],
    });
    await this.createBooking(runner);
    await createTable(runner, 'visit_matter', {
      columns: [id(), ref('hall_id'), nullable(ref('booking_id')), nullable(ref('ticket_id')), nullable(ref('resident_id')), text('person_key', 80), nullable(longText('person_name_cipher')), text('matter_id', 40),
        nullable(ref('application_id')), nullable(text('open_key', 130)), nullable(text('seat_key', 90)), text('state', 8), nullable(text('close_reason', 200)), nullable(instant('closed_at')), integer('version')],
      unique: [['ux_visit_open', ['open_key']], ['ux_visit_seat', ['seat_key']]],
      indices: [['ix_visit_booking', ['booking_id']], ['ix_visit_ticket', ['ticket_id']], ['ix_visit_person', ['person_key']], ['ix_visit_application', ['application_id']]],
      references: [['fk_visit_booking', 'booking_id', 'booking']],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['visit_matter', 'booking', 'place', 'slot', 'booking_closure', 'booking_pattern', 'booking_plan']) await runner.dropTable(table);
  }

  /** The key to the place names the slot too: a booking cannot sit in one slot on a place of another. */
  private async createBooking(runner: QueryRunner): Promise<void> {
    const embedded = runner.dataSource.options.type === 'better-sqlite3';
    await runner.createTable(new Table({
      name: 'booking',
      columns: [id(), ref('hall_id'), ref('slot_id'), nullable(ref('place_ref')), text('reference', 8), text('state', 9), nullable(ref('resident_id')), nullable(ref('staff_id')), nullable(longText('contact_phone_cipher')),
        nullable(instant('held_until')), integer('reschedule_count'), instant('created_at'), nullable(instant('arrived_at')), nullable(instant('closed_at')), nullable(text('close_reason', 200)), nullable(ref('ticket_id')), integer('version')],
      indices: [
        new TableIndex({ name: 'ux_booking_place', columnNames: ['place_ref'], isUnique: true }),
        new TableIndex({ name: 'ux_booking_reference', columnNames: ['reference'], isUnique: true }),
        new TableIndex({ name: 'ix_booking_slot', columnNames: ['slot_id', 'place_ref'] }),
        new TableIndex({ name: 'ix_booking_resident', columnNames: ['resident_id'] }),
        new TableIndex({ name: 'ix_booking_hold', columnNames: ['held_until'] }),
      ],
      foreignKeys: [new TableForeignKey({ name: 'fk_booking_place', columnNames: ['slot_id', 'place_ref'], referencedTableName: 'place', referencedColumnNames: ['slot_id', 'id'], onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })],
      ...(embedded ? { checks: [{ name: 'ck_booking_open_has_place', expression: OPEN_HAS_PLACE }] } : {}),
    }), true);
    // TypeORM leaves checks out on MySQL and MariaDB, which have both kept them since 8.0.16 and 10.2.
    if (!embedded) await runner.query(`ALTER TABLE booking ADD CONSTRAINT ck_booking_open_has_place CHECK (${OPEN_HAS_PLACE})`);
  }
}
