import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { system } from '../auth/actor.ts';
import { Clock } from '../clock/clock.ts';
import { Jobs } from '../jobs/jobs.ts';
import { Logger } from '../logging/logger.ts';
import { UnitOfWork } from '../persistence/unit-of-work.ts';
import { Listeners } from './listeners.ts';

const BATCH = 200;
const RELAY = 'platform.relay';
/** A listener that keeps failing is tried again ever more rarely, at most this far apart. */
const LONGEST_PAUSE = 5 * 60_000;

interface WaitingRow {
  id: string;
  at: number | string;
  type: string;
  payload: string;
  attempts: number;
}

/** Tells listeners what has happened, after the commit, in order of writing, at least once. */
@Injectable()
export class Relay implements OnApplicationBootstrap {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly listeners: Listeners,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.every(RELAY, 250, () => this.drain());
    this.unitOfWork.onEmitted(() => this.jobs.soon(RELAY));
  }

  /** Delivers everything that waits; returns how many events were told. */
  async drain(): Promise<number> {
    let told = 0;
    for (;;) {
      const rows: WaitingRow[] = await this.dataSource.query(`SELECT id, at, type, payload, attempts FROM outbox_event WHERE delivered = 0 AND not_before <= ? ORDER BY id LIMIT ${BATCH}`, [this.clock.now()]);
      if (rows.length === 0) return told;
      const done: string[] = [];
      for (const row of rows) if (await this.tell(row)) done.push(row.id);
      if (done.length > 0) await this.dataSource.query(`UPDATE outbox_event SET delivered = 1 WHERE id IN (${done.map(() => '?').join(', ')})`, done);
      told += done.length;
      if (rows.length < BATCH || done.length === 0) return told;
    }
  }

  /** Tells what waits, and answers whether everything from before this instant has been heard by all. */
  async hasTold(before: number): Promise<boolean> {
    await this.drain();
    const [waiting] = await this.dataSource.query<unknown[]>('SELECT id FROM outbox_event WHERE delivered = 0 AND at < ? LIMIT 1', [before]);
    return waiting === undefined;
  }

  /** Every listener is told, whatever became of the others; the event is tried again while one of them has not heard it. */
  private async tell(row: WaitingRow): Promise<boolean> {
    let heardByAll = true;
    for (const { name, hear } of this.listeners.for(row.type)) {
      try {
        await this.unitOfWork.run(system(name), async (work) => {
          const { affected } = await work.sql.insertIfAbsent('event_delivery (event_id, listener, at) VALUES (?, ?, ?)', [row.id, name, work.now]);
          if (affected === 1) await hear(work, { id: row.id, at: Number(row.at), payload: JSON.parse(row.payload) as never });
        });
      } catch (error) {
        heardByAll = false;
        await this.putOff(row, name, error as Error);
      }
    }
    return heardByAll;
  }

  private async putOff(row: WaitingRow, listener: string, error: Error): Promise<void> {
    const attempts = row.attempts + 1;
    const pause = Math.min(LONGEST_PAUSE, 500 * 2 ** Math.min(attempts, 12));
    this.log.error({ event: row.id, type: row.type, listener, attempts, err: error }, 'a listener failed and will be tried again');
    await this.dataSource.query('UPDATE outbox_event SET attempts = ?, not_before = ?, last_error = ? WHERE id = ?', [attempts, this.clock.now() + pause, String(error.name).slice(0, 300), row.id]);
  }
}
