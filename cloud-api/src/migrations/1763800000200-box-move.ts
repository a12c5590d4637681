import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, day, id, instant, ref, text } from '../platform/persistence/schema.ts';

/** Openings of the box that were put on another day, each with who did it and why: the day is public, so changing it is too. */
export class BoxMove1763800000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'box_move', {
      columns: [id(), ref('hall_id'), ref('opening_id'), day('from_day'), day('to_day'), text('reason', 200), ref('moved_by'), instant('moved_at')],
      indices: [['ix_box_move', ['opening_id']], ['ix_box_move_from', ['hall_id', 'from_day']]],
      references: [['fk_box_move', 'opening_id', 'box_opening']],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('box_move');
  }
}
