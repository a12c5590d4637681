import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, day, id, instant, integer, longText, nullable, primary, ref, text } from '../platform/persistence/schema.ts';

/** Recorded times that the person served doubts, the ledger's inner nodes that prove a single entry, and the sums of each day for those who lead. */
export class TimeDispute1763800000330 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'time_dispute', {
      columns: [
        id(), ref('hall_id'), ref('ticket_id'), ref('raised_by'), text('state', 12), nullable(longText('words_cipher')), instant('raised_at'), nullable(ref('answered_by')), nullable(instant('answered_at')), nullable(longText('answer_cipher')), integer('version'),
      ],
      unique: [['ux_time_dispute', ['ticket_id']]],
      indices: [['ix_time_dispute_hall', ['hall_id', 'state', 'raised_at']], ['ix_time_dispute_resident', ['raised_by']]],
    });
    await createTable(runner, 'ledger_node', { columns: [primary(ref('hall_id')), primary(integer('level')), primary(integer('position')), text('hash', 64)] });
    await createTable(runner, 'insight_day', { columns: [primary(ref('hall_id')), primary(day('day')), longText('sums'), instant('counted_at')] });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['insight_day', 'ledger_node', 'time_dispute']) await runner.dropTable(table);
  }
}
