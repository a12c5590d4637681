import type { DataSource, QueryRunner } from 'typeorm';

/** mysql2's connection, as far as we use it. */
interface MysqlConnection {
  query(sql: string, parameters: unknown[], done: (error: Error | null, result: unknown) => void): void;
  execute(sql: string, parameters: unknown[], done: (error: Error | null, result: unknown) => void): void;
}

/** What TypeORM's runner keeps about its transaction. */
interface TransactionState {
  isTransactionActive: boolean;
  transactionDepth: number;
}

/** SQL with the values of its question marks. */
export interface Statement {
  sql: string;
  parameters: unknown[];
}

const BEGIN: Statement = { sql: 'START TRANSACTION', parameters: [] };
const COMMIT: Statement = { sql: 'COMMIT', parameters: [] };
const ROLLBACK: Statement = { sql: 'ROLLBACK', parameters: [] };

export interface Changed {
  /** Rows the statement changed. */
  affected: number;
}

/**
 * Runs prepared SQL on the unit of work's own connection: the same text on both engines, without TypeORM's query
 * building and hydration. `LIMIT` must be written into the text, because MySQL will not bind it as a number.
 */
export class Statements {
  private readonly runner: QueryRunner;
  private readonly isMysql: boolean;
  /** The transaction has been asked for, but the database has not been told yet. */
  private opening = false;

  constructor(runner: QueryRunner) {
    this.runner = runner;
    this.isMysql = runner.dataSource.options.type !== 'better-sqlite3';
  }

  async rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.isMysql ? ((await this.one(sql, parameters)) as T[]) : ((await this.runner.query(sql, parameters)) as T[]);
  }

  async change(sql: string, parameters: unknown[] = []): Promise<Changed> {
    if (this.isMysql) return { affected: ((await this.one(sql, parameters)) as { affectedRows: number }).affectedRows };
    const result = (await this.runner.query(sql, parameters, true)) as { affected?: number };
    return { affected: result.affected ?? 0 };
  }

  /** `INSERT` that leaves an existing row alone; `affected` is 0 then. */
  insertIfAbsent(into: string, parameters: unknown[]): Promise<Changed> {
    return this.change(`INSERT ${this.isMysql ? 'IGNORE' : 'OR IGNORE'} INTO ${into}`, parameters);
  }

  /** The suffix that locks the selected rows until the transaction ends; the embedded database has one writer anyway. */
  get forUpdate(): string {
    return this.isMysql ? ' FOR UPDATE' : '';
  }

  /** The suffix that keeps others from changing the selected rows until the transaction ends, while any number may hold them so. */
  get forShare(): string {
    return this.isMysql ? ' LOCK IN SHARE MODE' : '';
  }

  /**
   * On MySQL the words go straight to the connection, because TypeORM's own way costs more than the database's, and the
   * first of them travels with the first statement: round trips are what a crowd waits for.
   */
  async begin(): Promise<void> {
    if (!this.isMysql) return this.runner.startTransaction();
    this.opening = true;
    this.tellTypeorm(true);
    const query = this.runner.query.bind(this.runner) as (...asked: unknown[]) => Promise<never>;
    this.runner.query = async (...asked: unknown[]) => {
      if (this.takeOpening()) await this.inOneTrip([BEGIN]);
      return query(...asked);
    };
  }

  /** Writes these, in this order, and commits: on MySQL in one round trip. The first that fails keeps all else from happening. */
  async commit(last: readonly Statement[]): Promise<void> {
    if (!this.isMysql) {
      for (const { sql, parameters } of last) await this.change(sql, parameters);
      return this.runner.commitTransaction();
    }
    if (!this.takeOpening()) await this.inOneTrip([...last, COMMIT]);
    else if (last.length > 0) await this.inOneTrip([BEGIN, ...last, COMMIT]);
    this.tellTypeorm(false);
  }

  /** Does nothing when no transaction is open. */
  async rollback(): Promise<void> {
    if (!this.runner.isTransactionActive) return;
    if (!this.isMysql) return this.runner.rollbackTransaction();
    if (!this.takeOpening()) await this.inOneTrip([ROLLBACK]);
    this.tellTypeorm(false);
  }

  /** So that nothing of TypeORM's opens a second transaction inside, which MySQL would take for a commit. */
  private tellTypeorm(open: boolean): void {
    const runner = this.runner as unknown as TransactionState;
    runner.isTransactionActive = open;
    runner.transactionDepth = open ? 1 : 0;
  }

  /** Whether the transaction is yet to be opened; whoever asks opens it. */
  private takeOpening(): boolean {
    const was = this.opening;
    this.opening = false;
    return was;
  }

  /** The result of one statement, prepared; the first of a transaction opens it on the way. */
  private async one(sql: string, parameters: unknown[]): Promise<unknown> {
    if (this.takeOpening()) return (await this.inOneTrip([BEGIN, { sql, parameters }]))[1];
    const connection = (await this.runner.connect()) as MysqlConnection;
    return new Promise((resolve, reject) => connection.execute(sql, parameters, (error, result) => (error ? reject(error) : resolve(result))));
  }

  /** Several statements in one round trip, with one result each; MySQL prepares only single ones. */
  private async inOneTrip(statements: readonly Statement[]): Promise<unknown[]> {
    const connection = (await this.runner.connect()) as MysqlConnection;
    const [sql, parameters] = [statements.map((statement) => statement.sql).join('; '), statements.flatMap((statement) => statement.parameters)];
    return new Promise((resolve, reject) => connection.query(sql, parameters, (error, result) => (error ? reject(error) : resolve(result as unknown[]))));
  }
}

/** One prepared read outside a unit of work; in the course of one it joins it. */
export async function readPrepared<T>(dataSource: DataSource, sql: string, parameters: unknown[]): Promise<T[]> {
  const runner = dataSource.createQueryRunner();
  try {
    return await new Statements(runner).rows<T>(sql, parameters);
  } finally {
    await runner.release();
  }
}
