import { hostname } from 'node:os';
import { randomUUID } from 'node:crypto';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Settings } from '../config/settings.ts';
import { Clock } from '../clock/clock.ts';
import { Logger } from '../logging/logger.ts';
import { Statements } from '../persistence/statements.ts';

/** A process that stops renewing loses its jobs to another after this long. */
const LEASE_MS = 15_000;

interface Job {
  name: string;
  everyMs: number;
  run: () => Promise<unknown>;
  timer: NodeJS.Timeout | null;
  running: Promise<void> | null;
  again: boolean;
}

/**
 * Recurring work. Every process may start every job: a lease in the database lets one of them run it at a time, and
 * each job's step is idempotent, so a lease lost in the middle harms nothing.
 */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  private readonly owner = `${hostname().slice(0, 20)}:${process.pid}:${randomUUID().slice(0, 8)}`;
  private readonly jobs = new Map<string, Job>();
  private stopped = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  every(name: string, everyMs: number, run: () => Promise<unknown>): void {
    if (this.jobs.has(name)) throw new Error(`job ${name} is registered twice`);
    const job: Job = { name, everyMs, run, timer: null, running: null, again: false };
    this.jobs.set(name, job);
    if (this.settings.RUN_JOBS === 'true') this.schedule(job, everyMs);
  }

  /** Runs the job at once instead of at its next turn, if this process runs jobs. */
  soon(name: string): void {
    const job = this.jobs.get(name);
    if (!job || this.stopped || this.settings.RUN_JOBS !== 'true') return;
    if (job.running) job.again = true;
    else this.schedule(job, 0);
  }

  /** Runs the job now, under its lease, and waits for it: for tests and for the operator. */
  async runNow(name: string): Promise<void> {
    const job = this.jobs.get(name);
    if (!job) throw new Error(`no job is called ${name}`);
    await job.running;
    await this.turn(job);
  }

  names(): string[] {
    return [...this.jobs.keys()];
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    for (const job of this.jobs.values()) if (job.timer) clearTimeout(job.timer);
    await Promise.all([...this.jobs.values()].map((job) => job.running));
    if (this.dataSource.isInitialized) await this.dataSource.query('DELETE FROM job_lease WHERE owner = ?', [this.owner]).catch(() => undefined);
  }

  private schedule(job: Job, inMs: number): void {
    if (this.stopped) return;
    if (job.timer) clearTimeout(job.timer);
    job.timer = setTimeout(() => {
      job.running = this.turn(job).finally(() => {
        job.running = null;
        const again = job.again;
        job.again = false;
        this.schedule(job, again ? 0 : job.everyMs);
      });
    }, inMs);
  }

  private async turn(job: Job): Promise<void> {
    try {
      if (await this.lease(job.name)) await job.run();
    } catch (error) {
      this.log.error({ job: job.name, err: error }, 'a job failed and will run again');
    }
  }

  private async lease(name: string): Promise<boolean> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const sql = new Statements(runner);
      const now = this.clock.now();
      const renewed = await sql.change('UPDATE job_lease SET owner = ?, until = ? WHERE name = ? AND (owner = ? OR until <= ?)', [this.owner, now + LEASE_MS, name, this.owner, now]);
      if (renewed.affected > 0) return true;
      return (await sql.insertIfAbsent('job_lease (name, owner, until) VALUES (?, ?, ?)', [name, this.owner, now + LEASE_MS])).affected > 0;
    } finally {
      await runner.release();
    }
  }
}
