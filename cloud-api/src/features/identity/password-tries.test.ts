import { DAY_LENGTH, HOUR, MINUTE } from '@hall/shared/kernel/day';
import { Tallies } from '../../platform/auth/tallies.ts';
import { FixedClock } from '../../platform/clock/clock.ts';
import { readSettings } from '../../platform/config/settings.ts';
import type { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import type { Logger } from '../../platform/logging/logger.ts';
import { PasswordTries } from './password-tries.ts';

const OWNER = '10.9.9.9';

const aDoor = () => {
  const clock = new FixedClock(1_000);
  const tries = new PasswordTries(new Tallies(readSettings({ HALL_MODE: 'test' }), {} as CryptoPort, {} as Logger, clock));
  return { clock, tries, isOpen: (address: string) => tries.count('clerk', address).then(() => true, () => false) };
};
/** Every address tries once a minute, for a day. @returns how many passwords were looked at */
async function guessedInADay(addresses: number): Promise<{ looked: number; ownerOut: number }> {
  const { clock, tries, isOpen } = aDoor();
  let [looked, ownerOut] = [0, 0];
  for (let minute = 0; minute < DAY_LENGTH / MINUTE; minute += 1) {
    for (let from = 0; from < addresses; from += 1) looked += Number(await isOpen(`10.0.${from >> 8}.${from & 255}`));
    // The owner comes once an hour, with the right password.
    if (minute % 60 === 59) {
      if (await isOpen(OWNER)) await tries.takeBack('clerk', OWNER);
      else ownerOut += 1;
    }
    clock.advance(MINUTE);
  }
  return { looked, ownerOut };
}

test('whoever guesses from one address shuts out themselves, for five minutes and then for the hour, and never the owner', async () => {
  const { clock, isOpen } = aDoor();
  const fives = async () => (await Promise.all(Array.from({ length: 9 }, () => isOpen('10.0.0.1')))).filter(Boolean).length;
  expect([await fives(), await isOpen(OWNER)]).toEqual([5, true]);
  const later: number[] = [];
  for (let turn = 0; turn < 4; turn += 1) {
    clock.advance(5 * MINUTE + 1);
    later.push(await fives());
  }
  expect(later).toEqual([5, 5, 5, 0]);
  clock.advance(HOUR);
  expect(await fives()).toBe(5);
});

test('a day of guessing gets nowhere: 480 passwords from one address, 2,400 from a hundred', async () => {
  const [alone, many] = [await guessedInADay(1), await guessedInADay(100)];
  expect(alone).toEqual({ looked: expect.any(Number), ownerOut: 0 });
  expect(alone.looked).toBeLessThanOrEqual(20 * 25);
  expect(many.looked).toBeLessThanOrEqual(100 * 25);
  // Without the count over all addresses they would have been a hundred times as many.
  expect(many.looked).toBeGreaterThan(alone.looked);
});

test('a right password is not held against anybody, and another account is another count', async () => {
  const { tries, isOpen } = aDoor();
  for (let turn = 0; turn < 30; turn += 1) {
    expect(await isOpen(OWNER)).toBe(true);
    await tries.takeBack('clerk', OWNER);
  }
  for (let turn = 0; turn < 5; turn += 1) await isOpen(OWNER);
  expect(await isOpen(OWNER)).toBe(false);
  await expect(tries.count('another', OWNER)).resolves.toBeUndefined();
});
