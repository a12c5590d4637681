import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const INDICES = [
  ['suggestion', 'ix_suggestion_newest', ['hall_id', 'received_on', 'id']],
  ['suggestion', 'ix_suggestion_verdict', ['hall_id', 'verdict', 'state']],
  ['suggestion_plan', 'ix_suggestion_plan_state', ['state', 'owner_id']],
] as const;

/** The public list is read in its order instead of being sorted whole; what waits for eyes or for approval is found without reading everything ever said. */
export class SuggestionLists1763800000180 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, name, columnNames] of INDICES) await runner.createIndex(table, new TableIndex({ name, columnNames: [...columnNames] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, name] of INDICES) await runner.dropIndex(table, name);
  }
}
