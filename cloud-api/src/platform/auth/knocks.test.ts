import { FixedClock } from '../clock/clock.ts';
import { readSettings } from '../config/settings.ts';
import type { CryptoPort } from '../crypto/crypto.port.ts';
import type { Logger } from '../logging/logger.ts';
import { Knocks } from './knocks.ts';
import { Tallies } from './tallies.ts';

const knocksAlone = () => new Knocks(new Tallies(readSettings({ HALL_MODE: 'test' }), {} as CryptoPort, {} as Logger, new FixedClock(1)));
const told = (knock: Promise<void>) => knock.then(() => 'let in', (error: { code: string }) => error.code);

test('one address that guesses pairing codes is slowed down, and another is not', async () => {
  const knocks = knocksAlone();
  const tries = await Promise.all(Array.from({ length: 40 }, () => told(knocks.count('pair-device', '10.0.0.1'))));
  expect(tries.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 'let in'));
  expect(new Set(tries.slice(30))).toEqual(new Set(['TOO_MANY_REQUESTS']));
  expect(await told(knocks.count('pair-device', '10.0.0.2'))).toBe('let in');
  expect(await told(knocks.count('phone-code', '10.0.0.1'))).toBe('let in');
});
