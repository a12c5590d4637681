import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { startWechatDouble, type WechatDouble } from '@hall/doubles/wechat/wechat-double';
import { instantAt, type Instant } from '@hall/shared/kernel/day';
import { startApi, type ApiProcess } from '../../servers/api-process.ts';

export type Engine = 'MariaDB' | 'the embedded database';

/** The day on which every journey happens: a Monday like any other. */
export const JOURNEY_DAY = '2026-11-23';

/** How long the sample hall may take to be furnished on a machine that does other things too, milliseconds. */
const FURNISHING = 110_000;

/** 办理进度, as this hall's mini-program has it. */
export const PROGRESS_TEMPLATE = { id: 'tmpl-progress', fields: { matter: 'thing1', state: 'phrase2', note: 'thing3', time: 'time4' } };

/** 待办提醒, for staff. */
export const DUTY_TEMPLATE = { id: 'tmpl-duty', fields: { title: 'thing1', note: 'thing2', time: 'time3' } };

/** The sample hall on an ordinary working morning, without a past: a process of its own, on a database of its own. */
export class HallAtWork {
  readonly wechat: WechatDouble;
  private readonly settings: Record<string, string>;
  private readonly forgetDatabase: () => Promise<void>;
  private running: ApiProcess;

  private constructor(wechat: WechatDouble, settings: Record<string, string>, forgetDatabase: () => Promise<void>, running: ApiProcess) {
    this.wechat = wechat;
    this.settings = settings;
    this.forgetDatabase = forgetDatabase;
    this.running = running;
  }

  /** @param clock `HH:mm` on the journey's day, within opening hours */
  static async open(engine: Engine, clock = '10:30'): Promise<HallAtWork> {
    const wechat = await startWechatDouble();
    for (const { id, fields } of [PROGRESS_TEMPLATE, DUTY_TEMPLATE]) wechat.control.defineTemplate(id, Object.values(fields));
    const data = await mkdtemp(join(tmpdir(), 'hall-journey-'));
    const database = engine === 'MariaDB' ? await freshMariadb() : null;
    const forget = async () => {
      await database?.drop();
      await rm(data, { recursive: true, force: true });
      await wechat.close();
    };
    const settings = {
      HALL_MODE: 'demo', SAMPLE_DAYS: '0', DATA_DIR: data, CLOCK_STARTS_AT: String(instantAt(JOURNEY_DAY, clock)),
      WECHAT_URL: wechat.url, WECHAT_APPID: wechat.appId, WECHAT_SECRET: wechat.appSecret,
      WECHAT_TEMPLATES: JSON.stringify({ progress: PROGRESS_TEMPLATE, duty: DUTY_TEMPLATE }), ...(database ? { DATABASE_URL: database.url } : {}),
    };
    try {
      return new HallAtWork(wechat, settings, forget, await startApi(settings, FURNISHING));
    } catch (reason) {
      await forget();
      throw reason;
    }
  }

  get url(): string {
    return this.running.url;
  }

  /** The server is restarted at a later hour of the same day, with the same data and address. */
  laterThatDay(clock: string): Promise<void> {
    return this.wakeOn(JOURNEY_DAY, clock);
  }

  /** The server sleeps until another day, within opening hours: same data, same address. */
  wakeOn(day: string, clock: string): Promise<void> {
    return this.wakeAt(instantAt(day, clock));
  }

  /** @param meanwhile what somebody does in the folder of the hall's data while nobody is awake */
  async wakeAt(instant: Instant, meanwhile: (dataDir: string) => void = () => undefined): Promise<void> {
    await this.running.stop();
    meanwhile(this.running.dataDir);
    this.running = await startApi({ ...this.settings, PORT: String(this.running.port), CLOCK_STARTS_AT: String(instant) });
  }

  async close(): Promise<void> {
    await this.running.stop();
    await this.forgetDatabase();
  }
}

/** @throws when the run has no MariaDB; see jest-global-setup */
async function freshMariadb(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = process.env.HALL_TEST_MARIADB_URL;
  if (!server) throw new Error('This run has no MariaDB');
  const name = `hall_journey_${randomBytes(6).toString('hex')}`;
  const ask = async (statement: string) => {
    const connection = await createConnection(server);
    await connection.query(statement);
    await connection.end();
  };
  await ask(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  return { url: `${server}/${name}`, drop: () => ask(`DROP DATABASE IF EXISTS ${name}`) };
}
