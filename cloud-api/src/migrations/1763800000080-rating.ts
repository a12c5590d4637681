import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, day, id, instant, integer, longText, nullable, ref, text } from '../platform/persistence/schema.ts';

export class Rating1763800000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'rating_invitation', {
      columns: [
        id(), ref('ticket_id'), ref('hall_id'), nullable(ref('resident_id')), nullable(text('slip_hash', 64)), longText('matter_ids'), nullable(ref('window_id')), nullable(ref('staff_id')),
        day('served_on'), instant('served_at'), integer('rated'), integer('version'),
      ],
      unique: [['ux_invitation_ticket', ['ticket_id']], ['ux_invitation_slip', ['slip_hash']]],
      indices: [['ix_invitation_resident', ['resident_id', 'served_at']]],
    });
    await createTable(runner, 'rating', {
      columns: [
        id(), ref('invitation_id'), ref('hall_id'), nullable(ref('window_id')), nullable(ref('staff_id')), text('way', 8), integer('level'), longText('reasons'),
        nullable(integer('attitude')), nullable(integer('quality')), nullable(integer('activities')), nullable(longText('comment_cipher')), day('given_on'),
      ],
      unique: [['ux_rating_invitation', ['invitation_id']]],
      indices: [['ix_rating_hall', ['hall_id', 'given_on']]],
      references: [['fk_rating_invitation', 'invitation_id', 'rating_invitation']],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['rating', 'rating_invitation']) await runner.dropTable(table);
  }
}
