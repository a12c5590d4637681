import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, instant, integer, longText, nullable, ref, text } from '../platform/persistence/schema.ts';

/** Messages leave the house: an inbox for staff, what is to be sent by WeChat or SMS, and how many messages each person still allows. */
export class NotificationRoom1763800000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'staff_inbox_item', {
      columns: [
        id(), ref('staff_id'), ref('hall_id'), text('kind', 40), integer('urgent'), instant('at'), text('title', 60), text('body', 300), nullable(text('link', 120)), nullable(instant('read_at')), text('once_key', 100),
      ],
      indices: [['ix_staff_inbox', ['staff_id', 'at']]],
      unique: [['ux_staff_inbox_once', ['once_key']]],
    });
    await createTable(runner, 'message_delivery', {
      columns: [
        id(), ref('hall_id'), text('channel', 8), text('recipient_kind', 10), ref('recipient_id'), text('kind', 40), longText('params'), nullable(text('page', 160)), integer('urgent'),
        text('state', 16), nullable(text('reason', 40)), integer('attempts'), instant('created_at'), instant('not_before'), instant('expires_at'), nullable(instant('claimed_at')), nullable(instant('ended_at')), text('once_key', 140),
      ],
      indices: [['ix_delivery_due', ['state', 'urgent', 'not_before']], ['ix_delivery_recipient', ['recipient_id', 'created_at']]],
      unique: [['ux_delivery_once', ['once_key']]],
    });
    await createTable(runner, 'message_consent', {
      columns: [id(), text('holder_kind', 10), ref('holder_id'), text('template', 20), integer('remaining'), nullable(instant('declined_at')), instant('changed_at')],
      unique: [['ux_message_consent', ['holder_id', 'template']]],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['message_consent', 'message_delivery', 'staff_inbox_item']) await runner.dropTable(table);
  }
}
