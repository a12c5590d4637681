import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, day, id, instant, integer, longText, nullable, ref, text } from '../platform/persistence/schema.ts';

/** What a month's work of the staff came to, and what they say against it. */
export class Appraisal1763800000340 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'assessment_formula', {
      columns: [id(), ref('hall_id'), text('from_month', 7), longText('weights'), integer('target'), ref('published_by'), instant('published_at')],
      indices: [['ix_assessment_formula', ['hall_id', 'from_month']]],
    });
    await createTable(runner, 'assessment_fact', {
      columns: [id(), ref('hall_id'), text('fact_key', 80), day('day'), text('part', 12), integer('good'), ref('staff_id'), nullable(ref('department_id')), text('label', 40), nullable(text('counted_in', 7))],
      unique: [['ux_assessment_fact', ['fact_key']]],
      indices: [['ix_assessment_fact_month', ['hall_id', 'counted_in']], ['ix_assessment_fact_staff', ['staff_id', 'counted_in']]],
    });
    await createTable(runner, 'scorecard', {
      columns: [id(), ref('hall_id'), text('month', 7), text('holder_kind', 12), ref('holder_id'), integer('number'), ref('formula_id'), longText('counts'), integer('people'), nullable(integer('score')), longText('struck'), instant('sealed_at')],
      unique: [['ux_scorecard', ['hall_id', 'month', 'holder_kind', 'holder_id', 'number']]],
      indices: [['ix_scorecard_holder', ['holder_id', 'month']]],
      references: [['fk_scorecard_formula', 'formula_id', 'assessment_formula']],
    });
    await createTable(runner, 'scorecard_appeal', {
      columns: [id(), ref('hall_id'), ref('scorecard_id'), ref('staff_id'), longText('facts'), text('words', 500), text('state', 12), instant('raised_at'), nullable(ref('decided_by')), nullable(instant('decided_at')), nullable(text('decision_words', 500)), integer('version')],
      unique: [['ux_scorecard_appeal', ['scorecard_id']]],
      indices: [['ix_scorecard_appeal', ['hall_id', 'state']]],
      references: [['fk_scorecard_appeal', 'scorecard_id', 'scorecard']],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['scorecard_appeal', 'scorecard', 'assessment_fact', 'assessment_formula']) await runner.dropTable(table);
  }
}
