import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, day, id, instant, integer, longText, nullable, primary, ref, text } from '../platform/persistence/schema.ts';

export class Queue1763800000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'ticket', {
      columns: [
        id(), ref('hall_id'), day('day'), text('cls', 8), integer('seq'), text('number', 12), text('state', 12), text('lane', 255), text('source', 8),
        nullable(ref('booking_id')), nullable(text('booking_reference', 12)), nullable(ref('resident_id')), nullable(text('open_key', 60)),
        nullable(text('masked_name', 40)), nullable(text('masked_citizen_id', 20)), longText('scope'), integer('ready'),
        instant('taken_at'), instant('eligible_at'), instant('due_at'), nullable(instant('promised_until')), nullable(instant('passed_until')),
        nullable(ref('window_id')), nullable(ref('window_in_use')), nullable(ref('staff_id')), integer('call_count'), integer('rejoins'),
        nullable(instant('first_called_at')), nullable(instant('called_at')), nullable(instant('serving_at')), longText('parked'),
        nullable(instant('ended_at')), nullable(instant('flagged_at')), nullable(text('end_reason', 40)), integer('version'),
      ],
      unique: [['ux_ticket_number', ['hall_id', 'day', 'cls', 'seq']], ['ux_ticket_open', ['open_key']], ['ux_ticket_window', ['window_in_use']]],
      indices: [
        ['ix_ticket_next', ['hall_id', 'day', 'state', 'lane', 'due_at', 'eligible_at', 'number']],
        ['ix_ticket_line', ['hall_id', 'day', 'state', 'due_at', 'eligible_at', 'number']],
        ['ix_ticket_staff', ['staff_id', 'day', 'state']],
        ['ix_ticket_called', ['hall_id', 'day', 'called_at']],
        ['ix_ticket_resident', ['resident_id', 'day']],
        ['ix_ticket_booking', ['booking_id']],
      ],
    });
    await createTable(runner, 'ticket_counter', { columns: [primary(ref('hall_id')), primary(day('day')), primary(text('cls', 8)), integer('last')] });
    await createTable(runner, 'queue_lane', { columns: [primary(ref('hall_id')), primary(text('lane', 255))] });
    await createTable(runner, 'board_version', { columns: [primary(ref('hall_id')), integer('version')] });
    await createTable(runner, 'service_mean', { columns: [primary(ref('hall_id')), primary(text('matter_id', 64)), primary(integer('ready')), integer('served'), instant('total_ms')] });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['service_mean', 'board_version', 'queue_lane', 'ticket_counter', 'ticket']) await runner.dropTable(table);
  }
}
