import { DAY_LENGTH, dayOf } from '@hall/shared/kernel/day';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { TestApp } from '../../testing/test-app.ts';
import { LedgerSequencer } from './ledger-sequencer.ts';
import { Ledger } from './ledger.ts';

test('a ledger that stands still is seen from outside: how long its oldest entry waits, and how many days are not sealed', async () => {
  const hall = await TestApp.start('sqlite::memory:');
  try {
    const seen = async (name: string) => {
      await hall.app.get(Jobs).runNow('ledger.watch');
      return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(String((await hall.call<Buffer>('GET', '/metrics')).body))![1]);
    };
    await hall.app.get(LedgerSequencer).sequence();
    expect([await seen('hall_ledger_lag_seconds'), await seen('hall_ledger_unsealed_days')]).toEqual([0, 0]);
    await hall.work((work) => hall.app.get(Ledger).say(work, { hallId: hall.hallId, key: 'k', kind: 'holder.named', body: { name: dayOf(work.now) } }));
    hall.clock.set(hall.clock.now() + 2 * DAY_LENGTH);
    expect([await seen('hall_ledger_lag_seconds'), await seen('hall_ledger_unsealed_days')]).toEqual([(2 * DAY_LENGTH) / 1_000, 2]);
    await hall.app.get(LedgerSequencer).seal();
    expect([await seen('hall_ledger_lag_seconds'), await seen('hall_ledger_unsealed_days')]).toEqual([0, 0]);
  } finally {
    await hall.close();
  }
});
