import type { QueryRunner } from 'typeorm';

/** mysql2's connection, as far as we use it. */
interface MysqlConnection {
  execute(sql: string, parameters: unknown[], done: (error: Error | null, result: unknown) => void): void;
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

  private async onMysql(sql: string, parameters: unknown[]): Promise<unknown> {
    const connection = (await this.runner.connect()) as MysqlConnection;
    return new Promise((resolve, reject) => connection.execute(sql, parameters, (error, result) => (error ? reject(error) : resolve(result))));
  }
}
