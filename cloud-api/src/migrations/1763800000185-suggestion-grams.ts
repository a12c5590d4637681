import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { gramKey, pairsOf, signsOf } from '@hall/shared/suggestion/suggestion.rules';
import { createTable, day, id, primary, ref, text } from '../platform/persistence/schema.ts';

const TEXTS_AT_ONCE = 100;
const ROWS_AT_ONCE = 500;
const SUPPORTED = 'ix_suggestion_supported';

interface Worded {
  id: string;
  hall_id: string;
  received_on: string;
  public_text: string;
}

/**
 * Public wordings are looked up by single signs too, and what has a sign or a pair is read from the newest on: so a search
 * can stop when its page is full. The keys are made by the rule in force, as those of every later wording. Staff read what
 * most people say in its order, too.
 */
export class SuggestionGrams1763800000185 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'suggestion_gram', {
      secret: true,
      columns: [primary(ref('hall_id')), primary(text('gram', 12)), primary(day('received_on')), id('suggestion_id')],
      indices: [['ix_suggestion_gram', ['suggestion_id']]],
      references: [['fk_suggestion_gram', 'suggestion_id', 'suggestion']],
    });
    for (let after = ''; ; ) {
      const worded = (await runner.query(`SELECT id, hall_id, received_on, public_text FROM suggestion WHERE public_text IS NOT NULL AND id > ? ORDER BY id LIMIT ${TEXTS_AT_ONCE}`, [after])) as Worded[];
      if (worded.length === 0) break;
      const rows = worded.flatMap((row) => gramsOf(row.public_text).map((gram) => [row.hall_id, gram, row.received_on, row.id]));
      for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
        const lot = rows.slice(at, at + ROWS_AT_ONCE);
        await runner.query(`INSERT INTO suggestion_gram (hall_id, gram, received_on, suggestion_id) VALUES ${lot.map(() => '(?, ?, ?, ?)').join(', ')}`, lot.flat());
      }
      after = worded.at(-1)!.id;
    }
    await runner.dropTable('suggestion_pair');
    await runner.createIndex('suggestion', new TableIndex({ name: SUPPORTED, columnNames: ['hall_id', 'supporters', 'received_on', 'id'] }));
  }

  /** What the table before held is written anew with each wording. */
  async down(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'suggestion_pair', {
      secret: true,
      columns: [primary(text('pair', 12)), primary(ref('suggestion_id')), ref('hall_id')],
      indices: [['ix_suggestion_pair', ['suggestion_id']]],
      references: [['fk_suggestion_pair', 'suggestion_id', 'suggestion']],
    });
    await runner.dropTable('suggestion_gram');
    await runner.dropIndex('suggestion', SUPPORTED);
  }
}

const gramsOf = (wording: string): string[] => [...new Set([...signsOf(wording), ...pairsOf(wording)].map(gramKey))];
