import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { createTable, day, id, instant, integer, longText, nullable, ref, text } from '../platform/persistence/schema.ts';

const COUNTERS = [
  'served', 'rated', 'level_1', 'level_2', 'level_3', 'level_4', 'level_5', 'attitude_said', 'attitude_satisfied', 'quality_said', 'quality_satisfied', 'activities_said', 'activities_satisfied', 'answered', 'revisited',
];

/** The work after a negative rating, and each month's sums for the published figures. */
export class RatingCase1763800000150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'rating_case', {
      columns: [
        id(), ref('hall_id'), ref('rating_id'), ref('invitation_id'), text('way', 8), nullable(ref('window_id')), nullable(ref('staff_id')), nullable(ref('department_id')), nullable(ref('owner_id')), text('month', 7), text('state', 12),
        nullable(text('verdict', 12)), integer('verdict_no'), longText('verdict_by'), nullable(text('proposed_verdict', 12)), nullable(ref('proposed_by')), nullable(integer('content')), integer('unreachable'), integer('reopenings'), integer('objections'),
        instant('opened_at'), nullable(instant('answered_at')), nullable(instant('revisited_at')), nullable(instant('closed_at')), integer('version'),
      ],
      unique: [['ux_rating_case_rating', ['rating_id']], ['ux_rating_case_invitation', ['invitation_id']]],
      indices: [['ix_rating_case_hall', ['hall_id', 'state', 'opened_at']]],
      references: [['fk_rating_case', 'rating_id', 'rating']],
    });
    await createTable(runner, 'rating_case_step', {
      columns: [id(), ref('case_id'), text('kind', 16), nullable(text('detail', 16)), nullable(longText('words_cipher')), nullable(ref('staff_id')), instant('at')],
      indices: [['ix_rating_case_step', ['case_id', 'at']]],
      references: [['fk_rating_case_step', 'case_id', 'rating_case']],
    });
    await createTable(runner, 'rating_objection', {
      columns: [id(), ref('case_id'), text('side', 8), integer('verdict_no'), longText('words_cipher'), text('state', 12), nullable(ref('decided_by')), instant('at'), integer('version')],
      unique: [['ux_rating_objection', ['case_id', 'side', 'verdict_no']]],
      references: [['fk_rating_objection', 'case_id', 'rating_case']],
    });
    await createTable(runner, 'rating_question', {
      columns: [id(), ref('case_id'), ref('hall_id'), ref('staff_id'), text('question', 400), ref('asked_by'), instant('asked_at'), nullable(day('released_on')), nullable(longText('answer_cipher')), integer('version')],
      unique: [['ux_rating_question_case', ['case_id']]],
      indices: [['ix_rating_question_staff', ['staff_id', 'released_on']]],
      references: [['fk_rating_question', 'case_id', 'rating_case']],
    });
    await createTable(runner, 'rating_month', {
      columns: [id(), ref('hall_id'), text('month', 7), text('matter_key', 36), ...COUNTERS.map((name) => integer(name))],
      unique: [['ux_rating_month', ['hall_id', 'month', 'matter_key']]],
    });
    await runner.createIndex('rating_invitation', new TableIndex({ name: 'ix_invitation_served', columnNames: ['hall_id', 'served_on'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('rating_invitation', 'ix_invitation_served');
    for (const table of ['rating_month', 'rating_question', 'rating_objection', 'rating_case_step', 'rating_case']) await runner.dropTable(table);
  }
}
