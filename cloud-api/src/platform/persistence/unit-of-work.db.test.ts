import { In, type DataSource } from 'typeorm';
import { ENTITIES } from '../../entities.ts';
import { MIGRATIONS } from '../../migrations/all.ts';
import { system } from '../auth/actor.ts';
import { FixedClock } from '../clock/clock.ts';
import { defineEvent } from '../events/event-kind.ts';
import { openDatabase } from './data-source.ts';
import { newId } from './new-id.ts';
import { AuditEntry, JobLease, OutboxEvent, Session } from './platform.entities.ts';
import { onEveryDatabase } from './testing/on-every-database.ts';
import { UnitOfWork } from './unit-of-work.ts';

const clerk = system('test');
const somethingHappened = defineEvent<{ id: string }>('test.happened');

onEveryDatabase((database) => {
  let dataSource: DataSource;
  let unitOfWork: UnitOfWork;

  beforeAll(async () => {
    dataSource = await openDatabase({ url: database.url, durable: false }, { entities: ENTITIES, migrations: MIGRATIONS });
    unitOfWork = new UnitOfWork(dataSource, new FixedClock(1_763_800_000_000));
  }, 60_000);
  afterAll(() => dataSource.destroy());

  test('the tables the migrations make are the tables the entities expect', async () => {
    const drift = await dataSource.driver.createSchemaBuilder().log();
    expect(drift.upQueries.map((query) => query.query)).toEqual([]);
  });

  test('a change, its audit row and its event are written together', async () => {
    const id = newId();
    await unitOfWork.run(clerk, async (work) => {
      await work.add(JobLease, { name: id, owner: 'a', until: work.now });
      work.audit('test.add', id, { reason: 'because' });
      work.emit(somethingHappened, { id });
    });
    expect(await dataSource.manager.findOneBy(JobLease, { name: id })).toMatchObject({ owner: 'a', until: 1_763_800_000_000 });
    expect(await dataSource.manager.findOneBy(AuditEntry, { subjectId: id })).toMatchObject({ action: 'test.add', actorKind: 'system', detail: { reason: 'because' } });
    expect((await dataSource.manager.find(OutboxEvent)).map((event) => event.payload)).toContain(JSON.stringify({ id }));
  });

  test('a refusal leaves nothing behind, neither the change nor its event', async () => {
    const id = newId();
    const run = unitOfWork.run(clerk, async (work) => {
      await work.add(JobLease, { name: id, owner: 'a', until: 0 });
      work.audit('test.add', id);
      work.emit(somethingHappened, { id });
      throw new Error('refused');
    });
    await expect(run).rejects.toThrow('refused');
    expect(await dataSource.manager.findOneBy(JobLease, { name: id })).toBeNull();
    expect(await dataSource.manager.findOneBy(AuditEntry, { subjectId: id })).toBeNull();
  });

  const LEASE = 'INSERT INTO job_lease (name, owner, until) VALUES (?, ?, ?)';

  test('what is left for the end is written with the commit, after everything else and in its order', async () => {
    const id = newId();
    await unitOfWork.run(clerk, async (work) => {
      work.executeAtEnd('UPDATE job_lease SET owner = ? WHERE name = ?', ['b', id]);
      work.executeAtEnd('UPDATE job_lease SET until = until + 1 WHERE name = ? AND owner = ?', [id, 'b']);
      await work.execute(LEASE, [id, "a'; DROP TABLE job_lease; --", 1]);
    });
    expect(await dataSource.manager.findOneBy(JobLease, { name: id })).toMatchObject({ owner: 'b', until: 2 });
  });

  test('when the last of what was left for the end is refused, nothing of the unit of work remains', async () => {
    const id = newId();
    const run = unitOfWork.run(clerk, async (work) => {
      await work.execute(LEASE, [`${id}-1`, 'a', 1]);
      work.executeAtEnd(LEASE, [`${id}-2`, 'a', 1]);
      work.executeAtEnd(LEASE, [`${id}-1`, 'a', 1]);
    });
    await expect(run).rejects.toThrow(/job_lease|PRIMARY|UNIQUE/);
    expect(await dataSource.manager.countBy(JobLease, { name: In([`${id}-1`, `${id}-2`]) })).toBe(0);
  });

  test('a unit of work that only leaves something for the end is one transaction too', async () => {
    const id = newId();
    await expect(unitOfWork.run(clerk, (work) => {
      work.executeAtEnd(LEASE, [id, 'a', 1]);
      work.executeAtEnd(LEASE, [id, 'a', 1]);
      return Promise.resolve();
    })).rejects.toThrow();
    expect(await dataSource.manager.countBy(JobLease, { name: id })).toBe(0);
    await unitOfWork.run(clerk, () => Promise.resolve());
  });

  test('two hundred people writing at once lose nothing, even while every third is refused', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 200 }, (_, number) =>
        unitOfWork.run(clerk, async (work) => {
          await work.add(JobLease, { name: `crowd-${number}`, owner: 'x', until: number });
          await work.rows('SELECT name FROM job_lease WHERE name = ?', [`crowd-${number}`]);
          if (number % 3 === 0) throw new Error('refused');
        }),
      ),
    );
    const kept = await dataSource.manager.query("SELECT COUNT(*) AS n FROM job_lease WHERE name LIKE 'crowd-%'");
    expect(Number(kept[0].n)).toBe(outcomes.filter((outcome) => outcome.status === 'fulfilled').length);
    expect(Number(kept[0].n)).toBe(133);
  }, 30_000);

  test('the same request sent twice makes one thing, and the same key with another body is refused', async () => {
    const key = { key: `key-${newId()}`, route: '/test', bodyHash: 'a' };
    const make = (hash: string) =>
      unitOfWork.run(clerk, (work) => work.once({ ...key, bodyHash: hash }, (id) => work.add(JobLease, { name: id, owner: 'once', until: 0 })));
    const [first, second] = await Promise.all([make('a'), make('a')]);
    expect(second).toBe(first);
    expect(await dataSource.manager.countBy(JobLease, { owner: 'once' })).toBe(1);
    await expect(make('b')).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  test('a read in the course of a unit of work sees what that work has written, even with everybody at it', async () => {
    const seen = await Promise.all(
      Array.from({ length: 40 }, (_, number) =>
        unitOfWork.run(clerk, async (work) => {
          await work.add(JobLease, { name: `inside-${number}`, owner: 'inside', until: 0 });
          return dataSource.manager.existsBy(JobLease, { name: `inside-${number}` });
        }),
      ),
    );
    expect(seen).toEqual(Array.from({ length: 40 }, () => true));
  });

  test('a unit of work inside another is refused instead of waiting for itself', async () => {
    await expect(unitOfWork.run(clerk, () => unitOfWork.run(clerk, () => Promise.resolve()))).rejects.toThrow('do not nest');
  });

  test('a secret write leaves its row and nothing that says who wrote it or when', async () => {
    const count = async (table: string) => Number((await dataSource.manager.query(`SELECT COUNT(*) AS n FROM ${table}`))[0].n);
    const everything = async () => Promise.all(['audit_entry', 'outbox_event', 'idempotency_record'].map(count));
    const before = await everything();
    await unitOfWork.secretly((work) => work.add(JobLease, { name: 'secret', owner: work.today, until: 0 }));
    expect(await dataSource.manager.findOneBy(JobLease, { name: 'secret' })).toMatchObject({ owner: '2025-11-22' });
    expect(await everything()).toEqual(before);
  });

  // The embedded database has one connection and no levels.
  if (database.name === 'MariaDB') test('every connection of the pool reads what is committed and locks no gaps, the first one too', async () => {
    const levels = await Promise.all(Array.from({ length: 20 }, () => dataSource.query<{ level: string }[]>('SELECT @@session.tx_isolation AS level, SLEEP(0.02)')));
    expect([...new Set(levels.map(([row]) => row!.level))]).toEqual(['READ-COMMITTED']);
  });

  test('a session remembers instants as numbers', async () => {
    const id = newId();
    await unitOfWork.run(clerk, (work) => work.add(Session, { id, tokenHash: id, renewalHash: null, subjectKind: 'staff', subjectId: id, createdAt: work.now, expiresAt: work.now + 1, renewalExpiresAt: null, endedAt: null }));
    expect(await dataSource.manager.findOneBy(Session, { id })).toMatchObject({ createdAt: 1_763_800_000_000, endedAt: null });
  });
});
