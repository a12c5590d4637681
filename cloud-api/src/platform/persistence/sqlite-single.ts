import type { DataSource, QueryRunner } from 'typeorm';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';

/** What we touch of TypeORM's driver; its own types hide these members. */
interface SqliteDriver {
  options: { type: string };
  databaseConnection?: { inTransaction: boolean; exec(sql: string): void };
  createQueryRunner(): QueryRunner;
  escapeQueryWithParameters(sql: string, parameters?: Record<string, unknown>): [string, unknown[]];
}

interface RunnerInside {
  isReleased: boolean;
  stmtCache: Map<string, unknown>;
}

/** Callers wait in line for the one connection; whoever waits too long is told what to look for. */
class Turnstile {
  private readonly waiting = new Set<() => void>();
  private readonly patience: number;
  private busy = false;

  constructor(patience: number) {
    this.patience = patience;
  }

  enter(): true | Promise<void> {
    if (!this.busy) return (this.busy = true);
    return new Promise<void>((resolve, reject) => {
      const go = () => {
        clearTimeout(timer);
        this.waiting.delete(go);
        resolve();
      };
      const timer = setTimeout(() => {
        this.waiting.delete(go);
        reject(new Error(`Waited ${this.patience} ms for the embedded database's only connection: inside a unit of work, use the work's own methods`));
      }, this.patience);
      this.waiting.add(go);
    });
  }

  leave(): void {
    const [next] = this.waiting;
    if (next) next();
    else this.busy = false;
  }
}

/**
 * TypeORM's better-sqlite3 driver hands one shared query runner to every caller, so concurrent transactions interleave
 * and acknowledged writes vanish when somebody else rolls back. This makes the driver a pool of one: each query runner
 * is its own, takes the connection at its first statement and gives it back at release.
 */
export function isolateSqlite(dataSource: DataSource, patience = 10_000): DataSource {
  const driver = dataSource.driver as unknown as SqliteDriver;
  if (driver.options.type !== 'better-sqlite3') return dataSource;
  bindNumbers(driver);
  const statements = new Map<string, unknown>();
  const turnstile = new Turnstile(patience);

  class SoleRunner extends BetterSqlite3QueryRunner {
    private turn?: true | Promise<void>;

    constructor() {
      super(driver as never);
      (this as unknown as RunnerInside).stmtCache = statements;
    }

    override async query(sql: string, parameters?: unknown[], structured?: boolean): Promise<never> {
      if (this.turn !== true) {
        await (this.turn ??= turnstile.enter());
        this.turn = true;
        if (this.isReleased) this.giveBack();
      }
      return (await super.query(sql, parameters as never, structured as never)) as never;
    }

    override async release(): Promise<void> {
      if (this.isReleased) return;
      (this as unknown as RunnerInside).isReleased = true;
      await super.release();
      if (this.turn !== true) return;
      if (driver.databaseConnection?.inTransaction) driver.databaseConnection.exec('ROLLBACK');
      this.giveBack();
    }

    private giveBack(): void {
      delete this.turn;
      turnstile.leave();
    }
  }

  driver.createQueryRunner = () => new SoleRunner() as unknown as QueryRunner;
  return dataSource;
}

/** TypeORM pastes numbers into SQLite's SQL text, so each id becomes a new statement that is never reused. Bind them. */
function bindNumbers(driver: SqliteDriver): void {
  const escape = driver.escapeQueryWithParameters.bind(driver);
  driver.escapeQueryWithParameters = (sql, parameters) =>
    escape(sql, parameters && Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, Number.isSafeInteger(value) ? BigInt(value as number) : value])));
}
