import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, day, id, instant, integer, longText, nullable, primary, ref, text } from '../platform/persistence/schema.ts';

export class Platform1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'audit_entry', {
      columns: [id(), instant('at'), text('actor_kind', 12), nullable(text('actor_id', 64)), nullable(ref('hall_id')), text('action', 60), nullable(text('subject_id', 64)), nullable(longText('detail')), nullable(text('request_id', 40))],
      indices: [['ix_audit_subject', ['subject_id', 'at']], ['ix_audit_action', ['action', 'at']]],
    });
    await createTable(runner, 'outbox_event', {
      columns: [id(), instant('at'), text('type', 60), longText('payload'), integer('delivered'), integer('attempts'), instant('not_before'), nullable(text('last_error', 300))],
      indices: [['ix_outbox_waiting', ['delivered', 'not_before', 'id']]],
    });
    await createTable(runner, 'event_delivery', { columns: [id('event_id'), primary(text('listener', 60)), instant('at')] });
    await createTable(runner, 'idempotency_record', {
      columns: [primary(text('scope', 100)), primary(text('request_key', 80)), text('body_hash', 64), ref('resource_id'), instant('at')],
      indices: [['ix_idempotency_at', ['at']]],
    });
    await createTable(runner, 'job_lease', { columns: [primary(text('name', 60)), text('owner', 64), instant('until')] });
    await createTable(runner, 'session', {
      columns: [id(), text('token_hash', 64), nullable(text('renewal_hash', 64)), text('subject_kind', 12), ref('subject_id'), instant('created_at'), instant('expires_at'), nullable(instant('renewal_expires_at')), nullable(instant('ended_at'))],
      unique: [['ux_session_token', ['token_hash']], ['ux_session_renewal', ['renewal_hash']]],
      indices: [['ix_session_subject', ['subject_kind', 'subject_id']]],
    });
    await createTable(runner, 'calendar_day', { columns: [primary(day('day')), text('kind', 8), text('name', 40)] });
    await createTable(runner, 'calendar_year', { columns: [primary(integer('year')), integer('provisional'), text('source', 200), instant('loaded_at')] });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['calendar_year', 'calendar_day', 'session', 'job_lease', 'idempotency_record', 'event_delivery', 'outbox_event', 'audit_entry']) await runner.dropTable(table);
  }
}
