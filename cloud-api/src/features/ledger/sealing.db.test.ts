import { DAY_LENGTH, SECOND, instantAt } from '@hall/shared/kernel/day';
import { defineEvent } from '../../platform/events/event-kind.ts';
import { Listeners } from '../../platform/events/listeners.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { TestApp } from '../../testing/test-app.ts';
import { LedgerSequencer } from './ledger-sequencer.ts';
import { Ledger } from './ledger.ts';
import { LedgerLine } from './ledger.entity.ts';

const measured = defineEvent<{ text: string }>('test.measured');
const MONDAY = instantAt('2026-11-23', '16:00');

onEveryDatabase((database) => {
  let hall: TestApp;
  let heard = true;

  beforeAll(async () => {
    hall = await TestApp.start(database.url, { now: MONDAY });
    // Sequencing and sealing wake at the same moment, in as many processes as there are: the ledger begins once.
    const sequencer = hall.app.get(LedgerSequencer);
    await Promise.all([sequencer.sequence(), sequencer.seal(), sequencer.sequence(), sequencer.seal()]);
    hall.app.get(Listeners).on(measured, 'test.says-it', async (work, { id, payload }) => {
      if (!heard) throw new Error('out of order');
      await hall.app.get(Ledger).say(work, { hallId: hall.hallId, key: `told:${id}`, kind: 'fact', body: payload });
    });
  });
  afterAll(() => hall.close());

  const happens = (text: string) => hall.work(async (work) => { work.emit(measured, { text }); });
  const seal = () => hall.app.get(LedgerSequencer).seal();
  const lines = async () => (await hall.dataSource.manager.find(LedgerLine, { order: { seq: 'ASC' } })).filter(({ seq }) => seq !== null).map(({ kind, body }) => (kind === 'fact' ? (JSON.parse(body) as { text: string }).text : kind)).filter((line) => ['checkpoint', 'before', 'late'].includes(line));

  test('what happened before the server fell asleep is told before its day is sealed', async () => {
    await happens('before');
    hall.clock.set(MONDAY + DAY_LENGTH);
    expect(await seal()).toBe(1);
    expect(await lines()).toEqual(['before', 'checkpoint']);
  });

  test('a listener that fails holds back the seal of yesterday, and a day that is older no longer', async () => {
    heard = false;
    await happens('late');
    hall.clock.set(MONDAY + 2 * DAY_LENGTH);
    expect(await seal()).toBe(0);
    hall.clock.set(MONDAY + 2 * DAY_LENGTH + 10 * SECOND);
    heard = true;
    expect(await seal()).toBe(1);
    expect(await lines()).toEqual(['before', 'checkpoint', 'late', 'checkpoint']);

    heard = false;
    await happens('late');
    hall.clock.set(MONDAY + 4 * DAY_LENGTH);
    expect(await seal()).toBe(1);
  });
});
