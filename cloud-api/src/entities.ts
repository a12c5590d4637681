import { AuditEntry, CalendarDay, CalendarYear, EventDelivery, IdempotencyRecord, JobLease, OutboxEvent, Session } from './platform/persistence/platform.entities.ts';

/** Every table of the house. A test holds this list against the migrations on both engines. */
export const ENTITIES = [AuditEntry, OutboxEvent, EventDelivery, IdempotencyRecord, JobLease, Session, CalendarDay, CalendarYear];
