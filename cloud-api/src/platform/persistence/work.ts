import { hash } from 'node:crypto';
import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { Actor } from '../auth/actor.ts';
import { platformErrors } from '../errors/platform.errors.ts';
import type { EventKind } from '../events/event-kind.ts';
import type { Idempotency } from '../http/idempotency.ts';
import { newId } from './new-id.ts';
import type { Changed, Statement, Statements } from './statements.ts';

export interface Identified extends ObjectLiteral {
  id: string;
}

export interface Versioned extends Identified {
  version: number;
}

/** What one unit of work can do. It lives as long as its transaction; nothing of it may be kept. */
export class Work {
  /** The instant of this unit of work, epoch milliseconds: one for all its rows. */
  readonly now: number;
  readonly actor: Actor;
  readonly manager: EntityManager;
  readonly sql: Statements;
  private readonly requestId: string | null;
  private readonly atTheEnd: Statement[] = [];
  private readonly audits: unknown[][] = [];
  private readonly events: unknown[][] = [];

  constructor(manager: EntityManager, sql: Statements, actor: Actor, now: number, requestId: string | null) {
    this.manager = manager;
    this.sql = sql;
    this.actor = actor;
    this.now = now;
    this.requestId = requestId;
  }

  get emitted(): boolean {
    return this.events.length > 0;
  }

  /** @throws NOT_FOUND */
  async get<E extends Identified>(entity: EntityTarget<E>, id: string): Promise<E> {
    const found = await this.manager.findOneBy(entity, { id } as FindOptionsWhere<E>);
    if (!found) throw platformErrors.NOT_FOUND();
    return found;
  }

  /**
   * Reads a row and keeps it for this transaction alone. With `version` it also checks staleness, before anybody looks
   * at the state. Lock several rows in the order of their ids.
   * @throws NOT_FOUND, STALE_VERSION
   */
  async lock<E extends Versioned>(entity: EntityTarget<E>, id: string, version?: number): Promise<E> {
    const lock = this.sql.forUpdate ? { lock: { mode: 'pessimistic_write' as const } } : {};
    const found = await this.manager.findOne(entity, { where: { id } as FindOptionsWhere<E>, ...lock });
    if (!found) throw platformErrors.NOT_FOUND();
    if (version !== undefined && found.version !== version) throw platformErrors.STALE_VERSION();
    return found;
  }

  find<E extends ObjectLiteral>(entity: EntityTarget<E>, where: FindOptionsWhere<E>): Promise<E[]> {
    return this.manager.findBy(entity, where);
  }

  findOne<E extends ObjectLiteral>(entity: EntityTarget<E>, where: FindOptionsWhere<E>): Promise<E | null> {
    return this.manager.findOneBy(entity, where);
  }

  /** Inserts the row and returns it as the entity. */
  async add<E extends ObjectLiteral>(entity: EntityTarget<E>, row: Partial<E>): Promise<E> {
    const created = this.manager.create(entity, row as never) as E;
    await this.manager.createQueryBuilder().insert().into(entity).values(created as never).updateEntity(false).execute();
    if (this.manager.dataSource.getMetadata(entity).versionColumn) (created as unknown as Versioned).version = 1;
    return created;
  }

  /**
   * Saves the changes to a row that is still as it was read.
   * @throws STALE_VERSION when somebody else changed it meanwhile
   */
  async change<E extends Versioned>(entity: EntityTarget<E>, row: E, changes: Partial<E>): Promise<E> {
    const result = await this.manager
      .createQueryBuilder()
      .update(entity)
      .set(changes as never)
      .where('id = :id AND version = :version', { id: row.id, version: row.version })
      .updateEntity(false)
      .execute();
    if (result.affected === 0) throw platformErrors.STALE_VERSION();
    return Object.assign(row, changes, { version: row.version + 1 });
  }

  /** Prepared SQL, the same on both engines, for the hot paths. */
  execute(sql: string, parameters: unknown[] = []): Promise<Changed> {
    return this.sql.change(sql, parameters);
  }

  /**
   * Leaves prepared SQL for the end, where it travels with the audit rows and the commit in one round trip. It is for
   * rows that nobody in this unit of work reads again, and that cannot fail to change: what it refuses is thrown by the
   * unit of work itself.
   */
  executeAtEnd(sql: string, parameters: unknown[] = []): void {
    this.atTheEnd.push({ sql, parameters });
  }

  rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.sql.rows<T>(sql, parameters);
  }

  /**
   * Makes something once per idempotency key. A retry gets the id of what the first request made.
   * @param id for what must not carry the time of its making
   * @throws IDEMPOTENCY_KEY_REUSED when the same key comes with another body
   */
  async once(key: Idempotency | null, create: (id: string) => Promise<unknown>, id: string = newId()): Promise<string> {
    if (key) {
      const scope = `${this.actor.kind}:${this.actor.id ?? '-'}:${hash('sha256', key.route, 'base64url').slice(0, 22)}`;
      const { affected } = await this.sql.insertIfAbsent('idempotency_record (scope, request_key, body_hash, resource_id, at) VALUES (?, ?, ?, ?, ?)', [scope, key.key, key.bodyHash, id, this.now]);
      if (affected === 0) {
        const [first] = await this.rows<{ body_hash: string; resource_id: string }>('SELECT body_hash, resource_id FROM idempotency_record WHERE scope = ? AND request_key = ?', [scope, key.key]);
        if (first && first.body_hash === key.bodyHash) return first.resource_id;
        throw platformErrors.IDEMPOTENCY_KEY_REUSED();
      }
    }
    await create(id);
    return id;
  }

  /** @param detail small facts without personal data: a reason code, a field's name, never its value */
  audit(action: string, subjectId: string | null, detail: Record<string, unknown> | null = null): void {
    const hallId = 'hallId' in this.actor ? this.actor.hallId : null;
    this.audits.push([newId(), this.now, this.actor.kind, this.actor.id, hallId, action, subjectId, detail && JSON.stringify(detail), this.requestId]);
  }

  /** Told to listeners after the commit, at least once; each listener's effect happens once. */
  emit<P extends object>(event: EventKind<P>, payload: P): void {
    this.events.push([newId(), this.now, event.type, JSON.stringify(payload), 0, 0, this.now]);
  }

  /** What is written just before the commit, in this order. */
  lastStatements(): Statement[] {
    return [
      ...this.atTheEnd,
      ...insertAll('audit_entry (id, at, actor_kind, actor_id, hall_id, action, subject_id, detail, request_id)', this.audits),
      ...insertAll('outbox_event (id, at, type, payload, delivered, attempts, not_before)', this.events),
    ];
  }
}

function insertAll(into: string, rows: readonly unknown[][]): Statement[] {
  if (rows.length === 0) return [];
  const one = `(${rows[0]!.map(() => '?').join(', ')})`;
  return [{ sql: `INSERT INTO ${into} VALUES ${rows.map(() => one).join(', ')}`, parameters: rows.flat() }];
}
