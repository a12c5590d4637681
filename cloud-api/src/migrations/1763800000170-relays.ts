import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigInteger, createTable, day, id, instant, integer, longText, nullable, ref, text } from '../platform/persistence/schema.ts';

/** What must reach staff, what residents are owed for their rights, and money that must be paid by a day: 三个及时. */
export class Relays1763800000170 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'relay', {
      columns: [id(), ref('hall_id'), text('title', 60), longText('words'), nullable(text('link', 300)), ref('sent_by'), instant('sent_at'), nullable(instant('withdrawn_at')), integer('version')],
      indices: [['ix_relay_hall', ['hall_id', 'sent_at']]],
    });
    await createTable(runner, 'relay_receipt', {
      columns: [id(), ref('relay_id'), ref('hall_id'), ref('staff_id'), text('state', 14), nullable(instant('due_at')), nullable(instant('acknowledged_at')), nullable(ref('acknowledged_by')), nullable(integer('in_time')), integer('version')],
      unique: [['ux_relay_receipt', ['relay_id', 'staff_id']]],
      indices: [['ix_relay_receipt_staff', ['staff_id', 'state']], ['ix_relay_receipt_figures', ['hall_id', 'in_time']]],
      references: [['fk_relay_receipt', 'relay_id', 'relay']],
    });
    await createTable(runner, 'rights_case', {
      columns: [
        id(), ref('hall_id'), text('number', 20), text('way', 10), nullable(text('suggestion_number', 20)), text('topic', 20), nullable(ref('resident_id')), longText('name_cipher'), longText('phone_cipher'), longText('words_cipher'),
        ref('owner_id'), nullable(ref('department_id')), text('state', 12), instant('opened_at'), ref('opened_by'), instant('changed_at'), nullable(integer('in_time')), integer('version'),
      ],
      unique: [['ux_rights_number', ['number']]],
      indices: [['ix_rights_hall', ['hall_id', 'state', 'opened_at']], ['ix_rights_resident', ['resident_id']], ['ix_rights_owner', ['owner_id', 'state']]],
    });
    await createTable(runner, 'rights_step', {
      columns: [id(), ref('case_id'), integer('position'), text('kind', 12), text('by_kind', 10), nullable(ref('by_id')), instant('at'), nullable(longText('words_cipher'))],
      unique: [['ux_rights_step', ['case_id', 'position']]],
      references: [['fk_rights_step', 'case_id', 'rights_case']],
    });
    await createTable(runner, 'fund_batch', {
      columns: [
        id(), ref('hall_id'), text('name', 60), nullable(text('open_name', 60)), text('kind', 12), day('due_day'), instant('due_by'), integer('persons'), bigInteger('amount_fen'), text('state', 8), ref('owner_id'), instant('created_at'),
        nullable(instant('started_at')), nullable(instant('paid_out_at')), nullable(instant('settled_at')), nullable(text('void_reason', 100)), nullable(integer('in_time')), integer('version'),
      ],
      unique: [['ux_fund_name', ['hall_id', 'open_name']]],
      indices: [['ix_fund_hall', ['hall_id', 'due_day']]],
    });
    await createTable(runner, 'fund_failure', {
      columns: [id(), ref('batch_id'), text('reason', 20), integer('persons'), bigInteger('amount_fen'), text('state', 8), integer('tries'), instant('found_at'), nullable(instant('last_tried_at')), nullable(instant('settled_at')), integer('version')],
      indices: [['ix_fund_failure', ['batch_id', 'state']]],
      references: [['fk_fund_failure', 'batch_id', 'fund_batch']],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['fund_failure', 'fund_batch', 'rights_step', 'rights_case', 'relay_receipt', 'relay']) await runner.dropTable(table);
  }
}
