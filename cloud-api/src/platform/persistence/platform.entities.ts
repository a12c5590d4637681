import { Entity, Index } from 'typeorm';
import { DayColumn, Flag, Id, InstantColumn, Integer, Json, LongText, Ref, Text } from './columns.ts';

/** Who did what to which thing. Appended with the change itself, never altered, free of personal data. */
@Entity('audit_entry')
@Index('ix_audit_subject', ['subjectId', 'at'])
@Index('ix_audit_action', ['action', 'at'])
@Index('ix_audit_time', ['at', 'id'])
export class AuditEntry {
  @Id() id: string;
  @InstantColumn('at') at: number;
  @Text('actor_kind', 12) actorKind: string;
  @Text('actor_id', 64, { nullable: true }) actorId: string | null;
  @Ref('hall_id', { nullable: true }) hallId: string | null;
  @Text('action', 60) action: string;
  @Text('subject_id', 64, { nullable: true }) subjectId: string | null;
  @Json('detail', { nullable: true }) detail: Record<string, unknown> | null;
  @Text('request_id', 40, { nullable: true }) requestId: string | null;
}

/** A fact waiting to be told; written in the transaction that made it true. */
@Entity('outbox_event')
@Index('ix_outbox_waiting', ['delivered', 'notBefore', 'id'])
export class OutboxEvent {
  @Id() id: string;
  @InstantColumn('at') at: number;
  @Text('type', 60) type: string;
  @LongText('payload') payload: string;
  @Flag('delivered') delivered: boolean;
  @Integer('attempts') attempts: number;
  @InstantColumn('not_before') notBefore: number;
  @Text('last_error', 300, { nullable: true }) lastError: string | null;
}

/** One row per event and listener, written with the listener's own effect: so an effect happens once. */
@Entity('event_delivery')
export class EventDelivery {
  @Id('event_id') eventId: string;
  @Text('listener', 60, { primary: true }) listener: string;
  @InstantColumn('at') at: number;
}

/** A creating request already answered: the key it came with and the thing it made. */
@Entity('idempotency_record')
@Index('ix_idempotency_at', ['at'])
export class IdempotencyRecord {
  @Text('scope', 100, { primary: true }) scope: string;
  @Text('request_key', 80, { primary: true }) requestKey: string;
  @Text('body_hash', 64) bodyHash: string;
  @Ref('resource_id') resourceId: string;
  @InstantColumn('at') at: number;
}

/** One walk through everything that is encrypted: asked for by somebody or by the hour, under way, over. */
@Entity('key_rotation')
@Index('ix_key_rotation', ['askedAt'])
export class KeyRotationWalk {
  @Id() id: string;
  @InstantColumn('asked_at') askedAt: number;
  @Ref('asked_by', { nullable: true }) askedBy: string | null;
  @InstantColumn('begun_at', { nullable: true }) begunAt: number | null;
  @InstantColumn('ended_at', { nullable: true }) endedAt: number | null;
  /** The key everything is written under. */
  @Text('key_id', 16) keyId: string;
  /** Written anew so far. */
  @Integer('texts') texts: number;
  @Integer('files') files: number;
  @Integer('files_seen') filesSeen: number;
}

/** Which process may run a job, until when. */
@Entity('job_lease')
export class JobLease {
  @Text('name', 60, { primary: true }) name: string;
  @Text('owner', 64) owner: string;
  @InstantColumn('until') until: number;
}

/** A signed-in person or device. Only hashes of its tokens are kept. */
@Entity('session')
@Index('ux_session_token', ['tokenHash'], { unique: true })
@Index('ux_session_renewal', ['renewalHash'], { unique: true })
@Index('ix_session_subject', ['subjectKind', 'subjectId'])
export class Session {
  @Id() id: string;
  @Text('token_hash', 64) tokenHash: string;
  @Text('renewal_hash', 64, { nullable: true }) renewalHash: string | null;
  @Text('subject_kind', 12) subjectKind: 'resident' | 'staff' | 'device';
  @Ref('subject_id') subjectId: string;
  @InstantColumn('created_at') createdAt: number;
  @InstantColumn('expires_at') expiresAt: number;
  @InstantColumn('renewal_expires_at', { nullable: true }) renewalExpiresAt: number | null;
  @InstantColumn('ended_at', { nullable: true }) endedAt: number | null;
  /** Until when a member of staff counts as having just given the second factor. */
  @InstantColumn('stepped_up_until', { nullable: true }) steppedUpUntil: number | null;
}

/** One day of the official calendar that differs from the plain Monday-to-Friday week. */
@Entity('calendar_day')
export class CalendarDay {
  @DayColumn('day', { primary: true }) day: string;
  @Text('kind', 8) kind: 'holiday' | 'workday';
  @Text('name', 40) name: string;
}

/** One loading of a year, as it was: what a later one may restore. */
@Entity('calendar_loading')
@Index('ux_calendar_loading', ['year', 'number'], { unique: true })
export class CalendarLoading {
  @Id() id: string;
  @Integer('year') year: number;
  /** Counts from 1 within the year. */
  @Integer('number') number: number;
  @Flag('provisional') provisional: boolean;
  @Text('source', 200) source: string;
  @Json('days') days: { day: string; kind: 'holiday' | 'workday'; name: string }[];
  @InstantColumn('loaded_at') loadedAt: number;
  /** Null when it came with the programme. */
  @Ref('loaded_by', { nullable: true }) loadedBy: string | null;
}

/** A year the hall may compute with, and where its days come from. */
@Entity('calendar_year')
export class CalendarYear {
  @Integer('year', { primary: true }) year: number;
  /** True until the State Council's notice for that year is loaded. */
  @Flag('provisional') provisional: boolean;
  @Text('source', 200) source: string;
  @InstantColumn('loaded_at') loadedAt: number;
}
