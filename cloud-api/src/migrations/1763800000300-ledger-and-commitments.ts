import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, day, id, instant, integer, longText, nullable, ref, text } from '../platform/persistence/schema.ts';

/** What the hall promises, what it is measured by, and the public ledger everybody can recompute it from. */
export class LedgerAndCommitments1763800000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'ledger_key', {
      columns: [id(), ref('hall_id'), text('public_key', 80), longText('private_key_cipher'), instant('made_at'), nullable(instant('retired_at'))],
      indices: [['ix_ledger_key', ['hall_id', 'retired_at']]],
    });
    await createTable(runner, 'ledger_book', {
      columns: [id(), text('name', 22), integer('last_seq'), text('last_hash', 64), longText('frontier'), day('begun_on'), nullable(day('sealed_to')), integer('version')],
      unique: [['ux_ledger_name', ['name']]],
    });
    await createTable(runner, 'ledger_line', {
      columns: [id(), ref('hall_id'), text('fact_key', 120), text('kind', 30), day('day'), longText('body'), instant('written_at'), nullable(integer('seq')), nullable(text('hash', 64))],
      unique: [['ux_ledger_fact', ['hall_id', 'fact_key']], ['ux_ledger_seq', ['hall_id', 'seq']]],
      indices: [['ix_ledger_kind', ['hall_id', 'kind', 'seq']]],
    });
    await createTable(runner, 'ledger_checkpoint', {
      columns: [id(), ref('hall_id'), day('day'), integer('size'), text('root', 64), integer('seq'), text('signature', 120), ref('key_id')],
      unique: [['ux_ledger_checkpoint', ['hall_id', 'day']]],
    });
    await createTable(runner, 'ledger_code', {
      columns: [id(), ref('hall_id'), text('kind', 20), text('subject_id', 64), text('code', 22), text('salt', 22)],
      unique: [['ux_ledger_code_subject', ['hall_id', 'kind', 'subject_id']], ['ux_ledger_code', ['code']]],
    });
    await createTable(runner, 'commitment', {
      columns: [id(), ref('hall_id'), text('code', 22), text('holder_kind', 12), nullable(ref('holder_id')), text('state', 12), integer('position'), instant('created_at'), ref('created_by'), integer('version')],
      unique: [['ux_commitment_code', ['code']]],
      indices: [['ix_commitment_hall', ['hall_id', 'state']]],
    });
    await createTable(runner, 'commitment_version', {
      columns: [
        id(), ref('commitment_id'), ref('hall_id'), integer('number'), text('wording', 120), text('basis', 200), longText('rule'), text('state', 12), nullable(day('in_force_from')), nullable(day('in_force_to')),
        ref('drafted_by'), nullable(ref('published_by')), nullable(instant('published_at')), integer('version'),
      ],
      unique: [['ux_commitment_version', ['commitment_id', 'number']]],
      indices: [['ix_commitment_in_force', ['hall_id', 'state', 'in_force_from']]],
      references: [['fk_commitment_version', 'commitment_id', 'commitment']],
    });
    await createTable(runner, 'measured_fact', {
      columns: [id(), ref('hall_id'), text('fact_key', 60), text('subject_kind', 12), text('subject_id', 64), text('event', 30), instant('at'), longText('attributes'), instant('known_at')],
      unique: [['ux_measured_fact', ['fact_key']]],
      indices: [['ix_measured_subject', ['subject_kind', 'subject_id']], ['ix_measured_event', ['hall_id', 'event', 'at']]],
    });
    await createTable(runner, 'fulfilment', {
      columns: [
        id(), ref('hall_id'), ref('commitment_version_id'), text('subject_id', 64), integer('ordinal'), instant('opened_at'), nullable(instant('due_at')), nullable(instant('closed_at')), nullable(instant('ended_at')),
        nullable(day('settles_on')), integer('spread_step'), nullable(instant('took')), nullable(ref('staff_id')), nullable(ref('window_id')), nullable(ref('department_id')), nullable(instant('excluded_at')),
      ],
      unique: [['ux_fulfilment', ['commitment_version_id', 'subject_id', 'ordinal']]],
      indices: [['ix_fulfilment_settles', ['commitment_version_id', 'settles_on']], ['ix_fulfilment_due', ['hall_id', 'closed_at', 'due_at']], ['ix_fulfilment_subject', ['subject_id']]],
      references: [['fk_fulfilment_version', 'commitment_version_id', 'commitment_version']],
    });
    await createTable(runner, 'exclusion', {
      columns: [
        id(), ref('hall_id'), ref('fulfilment_id'), text('reason', 30), text('words', 300), text('state', 12), ref('proposed_by'), instant('proposed_at'), nullable(ref('decided_by')), nullable(instant('decided_at')), nullable(text('decision_words', 300)), integer('version'),
      ],
      indices: [['ix_exclusion_fulfilment', ['fulfilment_id']], ['ix_exclusion_open', ['hall_id', 'state']]],
    });
    await createTable(runner, 'published_figure', {
      columns: [id(), ref('hall_id'), ref('commitment_version_id'), text('period', 12), day('as_of'), longText('figure')],
      unique: [['ux_published_figure', ['commitment_version_id', 'period']]],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['published_figure', 'exclusion', 'fulfilment', 'measured_fact', 'commitment_version', 'commitment', 'ledger_code', 'ledger_checkpoint', 'ledger_line', 'ledger_book', 'ledger_key']) await runner.dropTable(table);
  }
}
