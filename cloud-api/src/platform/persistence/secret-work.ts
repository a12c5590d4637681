import type { EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { dayOf, type Day } from '@hall/shared/kernel/day';
import type { Changed } from './statements.ts';
import type { Work } from './work.ts';

/**
 * What a write may do whose author nobody must find out: an anonymous suggestion, a ballot. It knows the day and no
 * finer time, writes no audit row, no event and no idempotency row, and knows no actor. Its rows take their ids from
 * `newRandomId()` and live in tables made with `secret: true`; a retry is recognised by a nonce of the client's,
 * kept as a hash under a unique key.
 */
export class SecretWork {
  readonly today: Day;

  constructor(private readonly work: Work) {
    this.today = dayOf(work.now);
  }

  add<E extends ObjectLiteral>(entity: EntityTarget<E>, row: Partial<E>): Promise<E> {
    return this.work.add(entity, row);
  }

  findOne<E extends ObjectLiteral>(entity: EntityTarget<E>, where: FindOptionsWhere<E>): Promise<E | null> {
    return this.work.findOne(entity, where);
  }

  execute(sql: string, parameters: unknown[] = []): Promise<Changed> {
    return this.work.execute(sql, parameters);
  }

  /** Inserts unless a unique key is taken; `affected` is 0 when it was. @param into `table (columns) VALUES (?, …)` */
  addIfAbsent(into: string, parameters: unknown[]): Promise<Changed> {
    return this.work.sql.insertIfAbsent(into, parameters);
  }

  /** Reads rows and keeps everybody from changing them until this unit of work ends; others may hold the same ones so. */
  rowsHeld<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.work.rows<T>(`${sql}${this.work.sql.forShare}`, parameters);
  }

  rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.work.rows<T>(sql, parameters);
  }
}
