import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openForBooking, patternOf } from '../../cloud-api/src/features/booking/testing/bookings.ts';
import { currentNotices } from '../../cloud-api/src/features/identity/notices.ts';
import { aesSuite } from '../../cloud-api/src/platform/crypto/aes-suite.ts';
import { CryptoPort } from '../../cloud-api/src/platform/crypto/crypto.port.ts';
import { generateKeyRing } from '../../cloud-api/src/platform/crypto/key-ring.ts';
import { newId } from '../../cloud-api/src/platform/persistence/new-id.ts';
import { MORNING, TestApp } from '../../cloud-api/src/testing/test-app.ts';
import { startApi, type ApiProcess } from '../servers/api-process.ts';

export interface Person {
  id: string;
  token: string;
}

export interface Wanted {
  /** Slots of this many minutes, each with this many places, on the ten working days after today. */
  slots?: { minutes: number; places: number };
  residents?: number;
  clerksAtWindows?: number;
}

const SKILLS = ['enrolment', 'enrolment-change', 'benefit-enquiry'];

/** A hall in a database, furnished for a crowd. It is run by processes of their own and looked into between two runs. */
export class PreparedHall {
  readonly residents: Person[] = [];
  readonly clerks: (Person & { windowId: string })[] = [];
  readonly slotIds: string[] = [];
  screen: Person = { id: '', token: '' };
  private hallId = '';
  private readonly keyRing = generateKeyRing(aesSuite);
  private readonly openedAt = performance.now();
  private readonly processes = new Set<ApiProcess>();

  private constructor(
    private readonly url: string,
    private readonly folder: string,
  ) {}

  /** @param url of an empty database */
  static async furnish(url: string, wanted: Wanted): Promise<PreparedHall> {
    const prepared = new PreparedHall(url, await mkdtemp(join(tmpdir(), 'hall-prepared-')));
    const hall = await TestApp.start(url, { keyRing: prepared.keyRing, dataFolder: prepared.folder });
    prepared.hallId = hall.hallId;
    if (wanted.slots) {
      await openForBooking(hall, patternOf({ from: '09:00', to: '17:00', slotMinutes: wanted.slots.minutes, capacity: wanted.slots.places, walkInShare: 0, reservedRegular: 0 }));
      const rows: { id: string }[] = await hall.dataSource.query("SELECT id FROM slot WHERE day > '2026-11-23' ORDER BY starts_at");
      prepared.slotIds.push(...rows.map((row) => row.id));
    }
    await prepared.welcome(hall, wanted.residents ?? 0);
    for (let clerk = 1; clerk <= (wanted.clerksAtWindows ?? 0); clerk += 1) {
      const { actor, token } = await hall.staff(['head'], `经办 ${clerk}`);
      const windowId = await hall.window(`${clerk}`, SKILLS);
      await hall.call('POST', `/staff/windows/${windowId}/open`, { token, body: {} });
      prepared.clerks.push({ id: actor.id, token, windowId });
    }
    await prepared.pairScreen(hall);
    await hall.close();
    return prepared;
  }

  /** The hall's clock: it began when the hall was furnished and never goes back, whichever process is killed. */
  now(): number {
    return Math.floor(MORNING + performance.now() - this.openedAt);
  }

  /** Starts a process that serves this hall. */
  async run(settings: Record<string, string> = {}): Promise<ApiProcess> {
    const api = await startApi({ DATABASE_URL: this.url, DATA_DIR: this.folder, KEY_RING: this.keyRing, PUBLIC_URL: 'http://127.0.0.1', LOG_LEVEL: 'error', CLOCK_STARTS_AT: String(this.now()), ...settings });
    this.processes.add(api);
    return api;
  }

  /** Starts a process anew at the place of one that was killed. */
  async rerun(killed: ApiProcess): Promise<ApiProcess> {
    this.processes.delete(killed);
    return this.run({ PORT: String(killed.port) });
  }

  async stopAll(): Promise<void> {
    await Promise.all([...this.processes].map((api) => api.kill('SIGTERM')));
    this.processes.clear();
  }

  /** Opens the hall in this very process, to look at what is there. On the embedded database no process may run then. */
  async lookInside<T>(look: (hall: TestApp) => Promise<T>): Promise<T> {
    const hall = await TestApp.start(this.url, { keyRing: this.keyRing, dataFolder: this.folder, hallId: this.hallId, now: this.now() + 60_000 });
    return look(hall).finally(() => hall.close());
  }

  /** What the processes have complained about: lines of their log, at most so many. */
  complaints(most = 5): string[] {
    const path = join(this.folder, 'logs', 'api.log');
    return existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean).slice(0, most) : [];
  }

  async clearAway(): Promise<void> {
    await this.stopAll();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Signs in a crowd by a few statements: through the doors it would take minutes. */
  private async welcome(hall: TestApp, count: number): Promise<void> {
    const crypto = hall.app.get(CryptoPort);
    const [now, later] = [hall.clock.now(), hall.clock.now() + 7_200_000];
    for (let done = 0; done < count; done += 400) {
      const people = Array.from({ length: Math.min(400, count - done) }, () => ({ id: newId(), token: randomBytes(32).toString('base64url') }));
      await insert(hall, 'resident (id, assurance, elder_mode, created_at, version)', people.map(({ id }) => [id, 'wechat', 0, now, 1]));
      await insert(hall, 'session (id, token_hash, subject_kind, subject_id, created_at, expires_at)', people.map(({ id, token }) => [newId(), crypto.hash(token), 'resident', id, now, later]));
      await insert(hall, 'consent (id, resident_id, kind, notice_version, given_at)', people.flatMap(({ id }) => currentNotices().map((notice) => [newId(), id, notice.kind, notice.version, now])));
      this.residents.push(...people);
    }
  }

  private async pairScreen(hall: TestApp): Promise<void> {
    const { token } = await hall.staff(['head']);
    const pairing = await hall.call<{ code: string; deviceId: string }>('POST', '/staff/devices/pairing-codes', { token, body: { kind: 'screen', name: '大厅屏' } });
    const paired = await hall.call<{ token: string }>('POST', '/public/devices/pair', { body: { code: pairing.body.code } });
    this.screen = { id: pairing.body.deviceId, token: paired.body.token };
  }
}

async function insert(hall: TestApp, into: string, rows: unknown[][]): Promise<void> {
  const one = `(${rows[0]!.map(() => '?').join(', ')})`;
  await hall.dataSource.query(`INSERT INTO ${into} VALUES ${rows.map(() => one).join(', ')}`, rows.flat());
}
