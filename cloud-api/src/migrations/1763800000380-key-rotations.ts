import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, instant, integer, nullable, ref, text } from '../platform/persistence/schema.ts';

/** The walks through everything that is encrypted: asked for, under way, over. */
export class KeyRotations1763800000380 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'key_rotation', {
      columns: [id(), instant('asked_at'), nullable(ref('asked_by')), nullable(instant('begun_at')), nullable(instant('ended_at')), text('key_id', 16), integer('texts'), integer('files'), integer('files_seen')],
      indices: [['ix_key_rotation', ['asked_at']]],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('key_rotation');
  }
}
