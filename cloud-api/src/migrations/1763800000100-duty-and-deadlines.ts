import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, day, id, instant, integer, longText, nullable, ref, text } from '../platform/persistence/schema.ts';

/** Who leads the hall each day and who acts for whom; and whatever the hall owes somebody by a day. */
export class DutyAndDeadlines1763800000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'duty_shift', {
      columns: [
        id(), ref('hall_id'), day('day'), ref('leader_id'), text('state', 12), nullable(instant('begun_at')), nullable(ref('begun_by')), nullable(instant('handed_over_at')), nullable(ref('handed_over_by')),
        nullable(text('hand_over_note', 500)), integer('version'),
      ],
      unique: [['ux_duty_shift', ['hall_id', 'day']]],
    });
    await createTable(runner, 'duty_pair', {
      columns: [id(), ref('hall_id'), ref('staff_id'), ref('substitute_id'), integer('version')],
      unique: [['ux_duty_pair', ['hall_id', 'staff_id']]],
    });
    await createTable(runner, 'duty_absence', {
      columns: [
        id(), ref('hall_id'), ref('staff_id'), day('from_day'), day('to_day'), nullable(ref('substitute_id')), text('reason', 60), ref('recorded_by'), instant('recorded_at'), nullable(instant('cancelled_at')), integer('version'),
      ],
      indices: [['ix_duty_absence', ['hall_id', 'to_day']]],
    });
    await createTable(runner, 'deadline', {
      columns: [
        id(), ref('hall_id'), text('subject_kind', 30), text('subject_id', 64), text('step', 40), nullable(text('open_key', 140)), text('title', 120), nullable(ref('owner_id')), nullable(ref('department_id')),
        text('rule_code', 40), longText('rule'), text('state', 20), instant('from_at'), nullable(day('given_day')), nullable(instant('due_at')), nullable(instant('warn_at')), nullable(instant('next_at')), nullable(instant('warned_at')), nullable(instant('overdue_told_at')),
        integer('level'), integer('extra_days'), nullable(longText('extension')), nullable(instant('ended_at')), nullable(text('drop_reason', 60)), instant('created_at'), integer('version'),
      ],
      unique: [['ux_deadline_open', ['open_key']]],
      indices: [['ix_deadline_next', ['state', 'next_at']], ['ix_deadline_owed', ['hall_id', 'state', 'due_at']], ['ix_deadline_subject', ['subject_kind', 'subject_id']]],
    });
    await createTable(runner, 'deadline_pause', {
      columns: [id(), ref('deadline_id'), text('reason', 30), instant('from_at'), nullable(instant('to_at')), nullable(ref('paused_by'))],
      indices: [['ix_deadline_pause', ['deadline_id']]],
      references: [['fk_deadline_pause', 'deadline_id', 'deadline']],
    });
    await createTable(runner, 'deadline_superior', {
      columns: [id(), ref('deadline_id'), integer('level'), nullable(ref('staff_id')), instant('at')],
      unique: [['ux_deadline_superior', ['deadline_id', 'level']]],
      references: [['fk_deadline_superior', 'deadline_id', 'deadline']],
    });
    await createTable(runner, 'deadline_rule', {
      columns: [
        id(), ref('hall_id'), text('code', 40), integer('rule_version'), day('in_force_from'), nullable(integer('working_days')), integer('warn_days'), nullable(longText('ladder')), integer('extension_days'), text('basis', 120),
        ref('set_by'), instant('set_at'),
      ],
      unique: [['ux_deadline_rule', ['hall_id', 'code', 'rule_version']]],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['deadline_rule', 'deadline_superior', 'deadline_pause', 'deadline', 'duty_absence', 'duty_pair', 'duty_shift']) await runner.dropTable(table);
  }
}
