import type { DataSource, QueryRunner } from 'typeorm';

/** mysql2's connection, as far as we use it. */
interface MysqlConnection {
  query(sql: string, done: (error: Error | null) => void): void;
  execute(sql: string, parameters: unknown[], done: (error: Error | null, result: unknown) => void): void;
}

/** What TypeORM's runner keeps about its transaction. */
interface TransactionState {
  isTransactionActive: boolean;
  transactionDepth: number;
}

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

  constructor(runner: QueryRunner) {
    this.runner = runner;
    this.isMysql = runner.dataSource.options.type !== 'better-sqlite3';
  }

  async rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.isMysql ? ((await this.onMysql(sql, parameters)) as T[]) : ((await this.runner.query(sql, parameters)) as T[]);
  }

  async change(sql: string, parameters: unknown[] = []): Promise<Changed> {
    if (this.isMysql) return { affected: ((await this.onMysql(sql, parameters)) as { affectedRows: number }).affectedRows };
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

  /** On MySQL the three words go straight to the connection: TypeORM's own way costs more than the database's. */
  async begin(): Promise<void> {
    if (!this.isMysql) return this.runner.startTransaction();
    await this.say('START TRANSACTION');
    this.tellTypeorm(true);
  }

  async commit(): Promise<void> {
    if (!this.isMysql) return this.runner.commitTransaction();
    await this.say('COMMIT');
    this.tellTypeorm(false);
  }

  /** Does nothing when no transaction is open. */
  async rollback(): Promise<void> {
    if (!this.runner.isTransactionActive) return;
    if (!this.isMysql) return this.runner.rollbackTransaction();
    await this.say('ROLLBACK');
    this.tellTypeorm(false);
  }

  /** So that nothing of TypeORM's opens a second transaction inside, which MySQL would take for a commit. */
  private tellTypeorm(open: boolean): void {
    const runner = this.runner as unknown as TransactionState;
    runner.isTransactionActive = open;
    runner.transactionDepth = open ? 1 : 0;
  }

  private async say(word: string): Promise<void> {
    const connection = (await this.runner.connect()) as MysqlConnection;
    return new Promise((resolve, reject) => connection.query(word, (error) => (error ? reject(error) : resolve())));
  }

  private async onMysql(sql: string, parameters: unknown[]): Promise<unknown> {
    const connection = (await this.runner.connect()) as MysqlConnection;
    return new Promise((resolve, reject) => connection.execute(sql, parameters, (error, result) => (error ? reject(error) : resolve(result))));
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
