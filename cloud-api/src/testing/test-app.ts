import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import type { SettingName, SettingValue } from '@hall/shared/house/settings.catalogue';
import { permissionsOf, type StaffRole } from '@hall/shared/identity/permissions';
import { instantAt } from '@hall/shared/kernel/day';
import { buildApp } from '../app.ts';
import { Department, Hall, HallSetting, HallWindow } from '../features/hall/hall.entity.ts';
import { Halls } from '../features/hall/halls.ts';
import { Consent, Resident, ResidentIdentity } from '../features/identity/resident.entity.ts';
import { Staff, StaffGrant } from '../features/identity/staff.entity.ts';
import { currentNotices } from '../features/identity/notices.ts';
import { People } from '../features/identity/people.ts';
import { layGround } from '../ground.ts';
import type { ResidentActor, StaffActor } from '../platform/auth/actor.ts';
import { system } from '../platform/auth/actor.ts';
import { Sessions } from '../platform/auth/sessions.ts';
import { OfficialCalendar } from '../platform/calendar/official-calendar.ts';
import { FixedClock } from '../platform/clock/clock.ts';
import { readSettings } from '../platform/config/settings.ts';
import { aesSuite } from '../platform/crypto/aes-suite.ts';
import { CryptoPort } from '../platform/crypto/crypto.port.ts';
import { generateKeyRing } from '../platform/crypto/key-ring.ts';
import { Relay } from '../platform/events/relay.ts';
import { newId } from '../platform/persistence/new-id.ts';
import { CalendarYear } from '../platform/persistence/platform.entities.ts';
import { UnitOfWork } from '../platform/persistence/unit-of-work.ts';
import type { Work } from '../platform/persistence/work.ts';

/** A Monday morning on which the hall is open. */
export const MORNING = instantAt('2026-11-23', '09:00');

export interface Answer<T = Record<string, unknown>> {
  status: number;
  body: T;
}

export interface TestHall {
  now?: number;
  environment?: Record<string, string>;
  /** To open the same hall again: its keys, its files and its id. */
  keyRing?: string;
  dataFolder?: string;
  hallId?: string;
}

/** The whole app on a test's own database and clock, and a few people to begin with. */
export class TestApp {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly clock: FixedClock,
    readonly hallId: string,
    private readonly folder: string,
  ) {}

  /** @param url a `DATABASE_URL`, for example of `onEveryDatabase` */
  static async start(url: string, options: TestHall = {}): Promise<TestApp> {
    const folder = mkdtempSync(join(tmpdir(), 'hall-test-'));
    const dataFolder = options.dataFolder ?? folder;
    const clock = new FixedClock(options.now ?? MORNING);
    const settings = readSettings({ HALL_MODE: 'test', DATABASE_URL: url, DATA_DIR: dataFolder, LOG_LEVEL: 'silent', RUN_JOBS: 'false', PUBLIC_URL: 'http://127.0.0.1', ...options.environment });
    const app = await buildApp(await layGround(settings, clock, options.keyRing ?? generateKeyRing(aesSuite)));
    const hallId = options.hallId ?? newId();
    const test = new TestApp(app, clock, hallId, folder);
    if (!options.hallId) await test.furnish();
    app.get(Halls).forget();
    app.get(OfficialCalendar).forget();
    return test;
  }

  private async furnish(): Promise<void> {
    const { hallId } = this;
    await this.work(async (work) => {
      await work.add(Hall, { id: hallId, name: '测试大厅', areaCode: '420606', address: '测试路 1 号', phone: '0710-0000000', motto: '微笑服务每一天，真情服务每一人', smile: '今天你微笑了吗？', openFrom: '09:00', openTo: '17:00', sample: true });
      await work.add(Department, { id: newId(), hallId, name: '参保登记科', phone: null, position: 1 });
      for (const year of [2026, 2027]) await work.add(CalendarYear, { year, provisional: false, source: 'test', loadedAt: work.now });
    });
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.dataSource.destroy();
    rmSync(this.folder, { recursive: true, force: true });
  }

  get dataSource() {
    return this.app.get(DataSource);
  }

  work<T>(body: (work: Work) => Promise<T>): Promise<T> {
    return this.app.get(UnitOfWork).run(system('test'), body);
  }

  /** Lets every event that waits be heard. */
  async deliver(): Promise<void> {
    while ((await this.app.get(Relay).drain()) > 0);
  }

  async setSetting<N extends SettingName>(name: N, value: SettingValue<N>): Promise<void> {
    await this.work((work) => work.add(HallSetting, { id: newId(), hallId: this.hallId, name, value }));
    this.app.get(Halls).forget();
  }

  async window(label: string, skills: string[]): Promise<string> {
    const id = newId();
    await this.work((work) => work.add(HallWindow, { id, hallId: this.hallId, label, position: 1, skills, state: 'closed', clerkId: null, openedAt: null }));
    return id;
  }

  /** A signed-in member of staff. */
  async staff(roles: StaffRole[], name = '王晓梅'): Promise<{ actor: StaffActor; token: string }> {
    const id = newId();
    const token = await this.work(async (work) => {
      await work.add(Staff, {
        id, hallId: this.hallId, departmentId: null, userName: id.slice(0, 36), passwordHash: 'no sign-in', totpSecretCipher: null, totpLastStep: null, secondFactorDay: null, failedSignIns: 0, lockedUntil: null,
        name, badgeNumber: '001', post: '经办员', photoPictureId: null, active: true,
      });
      await work.add(StaffGrant, { id: newId(), staffId: id, hallId: this.hallId, roles });
      return (await this.app.get(Sessions).issue(work, 'staff', id)).token;
    });
    return { actor: { kind: 'staff', id, hallId: this.hallId, permissions: new Set(permissionsOf(roles)) }, token };
  }

  /** As if the second factor had just been given in this session. */
  async steppedUp(token: string): Promise<string> {
    await this.work((work) => work.execute('UPDATE session SET stepped_up_until = ? WHERE token_hash = ?', [work.now + 600_000, this.app.get(CryptoPort).hash(token)]));
    return token;
  }

  /** A signed-in resident who has agreed to both notices; with an ID, one who has declared it. */
  async resident(person?: { name: string; citizenId: string }): Promise<{ actor: ResidentActor; token: string }> {
    const id = newId();
    const token = await this.work(async (work) => {
      await work.add(Resident, { id, assurance: 'wechat', nameCipher: null, citizenIdCipher: null, citizenIndex: null, verifiedIndex: null, phoneCipher: null, phoneIndex: null, elderMode: false, createdAt: work.now, mergedInto: null });
      await work.add(ResidentIdentity, { id: newId(), residentId: id, kind: 'wechat', subjectIndex: id.padEnd(64, '0').slice(0, 64), subjectCipher: '', createdAt: work.now });
      for (const notice of currentNotices()) await work.add(Consent, { id: newId(), residentId: id, kind: notice.kind, noticeVersion: notice.version, givenAt: work.now, withdrawnAt: null });
      if (person) await this.app.get(People).declare(work, id, person);
      return (await this.app.get(Sessions).issue(work, 'resident', id)).token;
    });
    return { actor: { kind: 'resident', id, assurance: person ? 'declared' : 'wechat' }, token };
  }

  /** A request as a client would make it. `path` begins below `/api`. */
  async call<T = Record<string, never>>(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, options: { token?: string; body?: unknown; key?: string; headers?: Record<string, string>; payload?: Buffer } = {}): Promise<Answer<T>> {
    const response = await this.app.inject({
      method, url: `/api${path}`,
      headers: {
        ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
        ...(options.key ? { 'idempotency-key': options.key } : {}),
        ...(options.body !== undefined ? { 'content-type': 'application/json' } : {}),
        ...options.headers,
      },
      ...(options.payload ? { payload: options.payload } : options.body !== undefined ? { payload: JSON.stringify(options.body) } : {}),
    });
    const isJson = String(response.headers['content-type']).includes('json');
    return { status: response.statusCode, body: (isJson ? response.json() : response.rawPayload) as T };
  }

  /** Uploads one file as the browser and the mini-program do. */
  upload<T = Record<string, never>>(path: string, file: { name: string; type: string; bytes: Buffer }, options: { token?: string; key?: string } = {}): Promise<Answer<T>> {
    const boundary = 'hall-test-boundary';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: ${file.type}\r\n\r\n`;
    const payload = Buffer.concat([Buffer.from(head), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    return this.call<T>('POST', path, { ...options, payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } });
  }
}
