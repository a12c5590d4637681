import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.ts';
import { ANYONE, type Actor } from '../auth/actor.ts';
import { currentRequestId } from '../http/request-context.ts';
import { insideWork, within } from './current-work.ts';
import { SecretWork } from './secret-work.ts';
import { Statements } from './statements.ts';
import { Work } from './work.ts';

const TRIES = 3;
/** MySQL: deadlock, lock wait timeout. */
const RETRYABLE = new Set([1213, 1205]);

const mayRetry = (error: unknown): boolean => {
  const { errno, code, driverError } = error as { errno?: number; code?: string; driverError?: { errno?: number; code?: string } };
  return RETRYABLE.has(driverError?.errno ?? errno ?? 0) || (driverError?.code ?? code) === 'SQLITE_BUSY';
};

/**
 * The only way to write. One transaction holds the change, its audit rows and its events. A deadlock gets a fresh
 * transaction, so the body must do nothing that the database cannot take back.
 */
@Injectable()
export class UnitOfWork {
  private readonly afterCommit = new Set<() => void>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async run<T>(actor: Actor, body: (work: Work) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(actor, body);
      } catch (error) {
        if (attempt >= TRIES || !mayRetry(error)) throw error;
      }
    }
  }

  /** A write whose author nobody must find out: neither actor nor time is recorded anywhere. */
  secretly<T>(body: (work: SecretWork) => Promise<T>): Promise<T> {
    return this.run(ANYONE, (work) => body(new SecretWork(work)));
  }

  /** Calls back after each commit that emitted something, so that delivery need not wait for the next tick. */
  onEmitted(listener: () => void): void {
    this.afterCommit.add(listener);
  }

  private async attempt<T>(actor: Actor, body: (work: Work) => Promise<T>): Promise<T> {
    if (insideWork()) throw new Error('Units of work do not nest: hand the work on instead');
    const runner = this.dataSource.createQueryRunner();
    const sql = new Statements(runner);
    try {
      await sql.begin();
      const work = new Work(runner.manager, sql, actor, this.clock.now(), currentRequestId());
      const result = await within(runner, () => body(work));
      await sql.commit(work.lastStatements());
      if (work.emitted) for (const listener of this.afterCommit) listener();
      return result;
    } catch (error) {
      await sql.rollback().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}
