import { faceOf, secondsLeft } from './scan.view.ts';

test('the code counts down by the computer\'s own running clock and is over at nought', () => {
  expect([secondsLeft(1_000, 1_000, 120), secondsLeft(1_000, 61_500, 120), secondsLeft(1_000, 200_000, 120)]).toEqual([120, 60, 0]);
  expect([faceOf('waiting', 1), faceOf('waiting', 0), faceOf('looked', 0)]).toEqual(['waiting', 'over', 'over']);
});

test('what the phone has decided stands, however late it is heard', () => {
  expect([faceOf('confirmed', 0), faceOf('refused', 0)]).toEqual(['confirmed', 'refused']);
});
