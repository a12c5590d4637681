import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, day, id, instant, integer, longText, nullable, primary, ref, text } from '../platform/persistence/schema.ts';

/**
 * Suggestions 意见箱. What an anonymous author causes lies in secret tables: random ids, days instead of instants, and no
 * column that leads to an account. Who wrote a named one stands in a table of its own.
 */
export class Suggestion1763800000130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'suggestion', {
      secret: true,
      columns: [
        id(), ref('hall_id'), text('number', 16), text('identity', 10), text('way', 8), text('topic', 20), longText('text_cipher'), integer('wishes_public'), text('state', 12), text('verdict', 10), nullable(text('review_reason', 200)),
        text('visibility', 8), text('face', 10), nullable(longText('public_text')), integer('pair_count'), day('received_on'), day('changed_on'), integer('round'), integer('reopened'), nullable(ref('owner_id')), nullable(ref('assigned_by')),
        nullable(text('decline_reason', 20)), nullable(longText('closing_words')), nullable(ref('merged_into_id')), integer('supporters'), nullable(text('tracking_hash', 64)), nullable(text('nonce_hash', 64)), integer('upkeep'), nullable(ref('opening_id')), integer('version'),
      ],
      unique: [['ux_suggestion_number', ['number']], ['ux_suggestion_tracking', ['tracking_hash']], ['ux_suggestion_nonce', ['nonce_hash']]],
      indices: [['ix_suggestion_face', ['hall_id', 'face', 'received_on', 'id']], ['ix_suggestion_list', ['hall_id', 'state', 'received_on']], ['ix_suggestion_owner', ['owner_id', 'state']], ['ix_suggestion_merged', ['merged_into_id']], ['ix_suggestion_upkeep', ['upkeep', 'received_on']]],
    });
    await createTable(runner, 'suggestion_author', {
      columns: [id('suggestion_id'), ref('resident_id')],
      indices: [['ix_suggestion_author', ['resident_id']]],
      references: [['fk_suggestion_author', 'suggestion_id', 'suggestion']],
    });
    await createTable(runner, 'suggestion_step', {
      secret: true,
      columns: [id(), ref('suggestion_id'), integer('position'), text('kind', 20), day('on_day'), text('by_kind', 10), nullable(ref('by_id')), nullable(longText('words_cipher')), integer('open')],
      unique: [['ux_suggestion_step', ['suggestion_id', 'position']]],
      references: [['fk_suggestion_step', 'suggestion_id', 'suggestion']],
    });
    await createTable(runner, 'anonymous_picture', {
      secret: true,
      columns: [id(), nullable(text('token_hash', 64)), text('file_id', 32), text('thumb_file_id', 32), integer('width'), integer('height'), day('came_on'), nullable(ref('suggestion_id'))],
      unique: [['ux_anonymous_picture_token', ['token_hash']], ['ux_anonymous_picture_file', ['file_id']], ['ux_anonymous_picture_thumb', ['thumb_file_id']]],
      indices: [['ix_anonymous_picture', ['suggestion_id']]],
      references: [['fk_anonymous_picture', 'suggestion_id', 'suggestion']],
    });
    await createTable(runner, 'suggestion_supporter', {
      columns: [id('suggestion_id'), primary(ref('resident_id'))],
      indices: [['ix_suggestion_supporter', ['resident_id']]],
      references: [['fk_suggestion_supporter', 'suggestion_id', 'suggestion']],
    });
    await createTable(runner, 'suggestion_pair', {
      secret: true,
      columns: [primary(text('pair', 12)), primary(ref('suggestion_id')), ref('hall_id')],
      indices: [['ix_suggestion_pair', ['suggestion_id']]],
      references: [['fk_suggestion_pair', 'suggestion_id', 'suggestion']],
    });
    await createTable(runner, 'suggestion_plan', {
      columns: [
        id(), ref('suggestion_id'), integer('round'), text('state', 12), longText('measure'), ref('owner_id'), day('due_on'), text('metric', 80), text('target', 80), integer('observe_days'), nullable(text('return_reason', 200)),
        nullable(ref('published_by')), nullable(day('published_on')), nullable(day('carried_out_on')), nullable(day('observe_until')), nullable(text('measured', 200)), nullable(day('measured_on')), integer('version'),
      ],
      unique: [['ux_suggestion_plan', ['suggestion_id', 'round']]],
      references: [['fk_suggestion_plan', 'suggestion_id', 'suggestion']],
    });
    await createTable(runner, 'suggestion_answer', {
      columns: [id(), ref('suggestion_id'), nullable(ref('draft_of')), integer('round'), text('kind', 12), longText('text_cipher'), nullable(text('no_plan_reason', 200)), ref('written_by'), nullable(ref('published_by')), nullable(day('published_on')), integer('position'), integer('version')],
      unique: [['ux_suggestion_answer_draft', ['draft_of']]],
      indices: [['ix_suggestion_answer', ['suggestion_id']]],
      references: [['fk_suggestion_answer', 'suggestion_id', 'suggestion']],
    });
    await createTable(runner, 'suggestion_note', {
      columns: [id(), ref('suggestion_id'), longText('text_cipher'), ref('written_by'), instant('at')],
      indices: [['ix_suggestion_note', ['suggestion_id']]],
      references: [['fk_suggestion_note', 'suggestion_id', 'suggestion']],
    });
    await createTable(runner, 'suggestion_template', {
      columns: [id(), ref('hall_id'), text('title', 40), longText('text'), nullable(text('topic', 20)), integer('retired'), ref('written_by'), instant('created_at'), integer('version')],
      indices: [['ix_suggestion_template', ['hall_id', 'retired']]],
    });
    await createTable(runner, 'slip_batch', {
      columns: [id(), ref('hall_id'), integer('batch'), integer('slips'), ref('printed_by'), instant('printed_at')],
      unique: [['ux_slip_batch', ['hall_id', 'batch']]],
    });
    await createTable(runner, 'suggestion_slip', {
      secret: true,
      columns: [id(), ref('hall_id'), text('serial', 12), text('code_hash', 64), nullable(ref('suggestion_id'))],
      unique: [['ux_suggestion_slip', ['hall_id', 'serial']], ['ux_suggestion_slip_code', ['code_hash']], ['ux_suggestion_slip_used', ['suggestion_id']]],
      references: [['fk_suggestion_slip', 'suggestion_id', 'suggestion']],
    });
    await createTable(runner, 'box_opening', {
      columns: [id(), ref('hall_id'), day('planned_for'), text('state', 10), nullable(ref('first_id')), nullable(instant('begun_at')), nullable(ref('second_id')), nullable(instant('opened_at')), nullable(integer('counted')), integer('entered'), nullable(ref('finished_by')), nullable(instant('finished_at')), integer('version')],
      unique: [['ux_box_opening', ['hall_id', 'planned_for']]],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'box_opening', 'suggestion_slip', 'slip_batch', 'suggestion_template', 'suggestion_note', 'suggestion_answer', 'suggestion_plan', 'suggestion_pair', 'suggestion_supporter', 'anonymous_picture', 'suggestion_step', 'suggestion_author', 'suggestion',
    ]) await runner.dropTable(table);
  }
}
