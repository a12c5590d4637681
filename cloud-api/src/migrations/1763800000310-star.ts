import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, day, id, instant, integer, longText, nullable, primary, ref, text } from '../platform/persistence/schema.ts';

/** The monthly service star: rounds and candidates in the open; who voted and what was chosen in two tables that nothing ties together. */
export class Star1763800000310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'star_round', {
      columns: [
        id(), ref('hall_id'), text('month', 7), nullable(text('month_key', 50)), nullable(text('code', 22)), text('state', 10), text('tie_rule', 8), instant('opens_at'), instant('closes_at'), integer('objection_days'), ref('created_by'),
        nullable(ref('opened_by')), nullable(instant('opened_at')), nullable(instant('closed_at')), nullable(integer('ballots')), nullable(text('root', 64)), nullable(instant('published_at')), nullable(day('objections_until')), nullable(instant('final_at')), integer('version'),
      ],
      unique: [['ux_star_round_month', ['month_key']]],
      indices: [['ix_star_round_state', ['hall_id', 'state', 'closes_at']]],
    });
    await createTable(runner, 'star_candidate', {
      columns: [
        id(), ref('round_id'), ref('staff_id'), integer('position'), text('reasons', 300), ref('nominated_by'), nullable(text('code', 22)), nullable(integer('served')), nullable(integer('judged')), nullable(integer('rate')), nullable(integer('honours')), nullable(integer('votes')),
        nullable(ref('struck_by_id')), integer('star'),
      ],
      unique: [['ux_star_candidate', ['round_id', 'staff_id']]],
      indices: [['ix_star_candidate_staff', ['staff_id', 'star']]],
      references: [['fk_star_candidate_round', 'round_id', 'star_round']],
    });
    await createTable(runner, 'star_roll', { secret: true, columns: [primary(ref('round_id')), primary(text('voter_mac', 64)), integer('counted')] });
    await createTable(runner, 'star_ballot', {
      secret: true,
      columns: [id(), ref('round_id'), text('choice', 22), text('nonce_hash', 64), integer('counted')],
      unique: [['ux_star_ballot_nonce', ['nonce_hash']]],
      indices: [['ix_star_ballot_round', ['round_id']]],
    });
    await createTable(runner, 'star_objection', {
      columns: [
        id(), ref('hall_id'), ref('round_id'), nullable(ref('candidate_id')), text('raiser', 8), ref('raised_by'), instant('raised_at'), longText('words_cipher'), text('state', 10), nullable(text('answer', 300)), nullable(ref('answered_by')), nullable(instant('answered_at')), integer('version'),
      ],
      indices: [['ix_star_objection_round', ['round_id', 'state']], ['ix_star_objection_raiser', ['raised_by', 'round_id']]],
      references: [['fk_star_objection_round', 'round_id', 'star_round']],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['star_objection', 'star_ballot', 'star_roll', 'star_candidate', 'star_round']) await runner.dropTable(table);
  }
}
