import { partText } from './card.view.ts';

test('services are told as a number, other parts as so many of so many, and what never came up as nothing', () => {
  expect([partText({ part: 'served', good: 4, all: 4 }), partText({ part: 'five', good: 3, all: 4 }), partText({ part: 'served', good: 0, all: 0 }), partText({ part: 'relays', good: 0, all: 0 })]).toEqual(['4 件', '3/4', '—', '—']);
});
