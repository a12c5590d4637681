import { Knocks } from './knocks.ts';

test('one address that guesses pairing codes is slowed down, and another is not', () => {
  const knocks = new Knocks();
  const tries = Array.from({ length: 40 }, () => {
    try {
      knocks.count('pair-device', '10.0.0.1');
      return 'let in';
    } catch (error) {
      return (error as { code: string }).code;
    }
  });
  expect(tries.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 'let in'));
  expect(new Set(tries.slice(30))).toEqual(new Set(['TOO_MANY_REQUESTS']));
  expect(() => knocks.count('pair-device', '10.0.0.2')).not.toThrow();
  expect(() => knocks.count('phone-code', '10.0.0.1')).not.toThrow();
});
