import { earnedText, partText, partTitle } from './card.view.ts';

test('services are told as a number, other parts as so many of so many, and what never came up as nothing', () => {
  expect([partText({ part: 'served', good: 4, all: 4 }), partText({ part: 'five', good: 3, all: 4 }), partText({ part: 'served', good: 0, all: 0 }), partText({ part: 'relays', good: 0, all: 0 })]).toEqual(['4 件', '3/4', '—', '—']);
});

test('whoever reads their card sees where the points went, even when nothing counted against them', () => {
  expect([earnedText({ weight: 200, points: 600 }), earnedText({ weight: 250, points: 957 }), earnedText({ weight: 150, points: 0 }), earnedText({ weight: 300, points: null })])
    .toEqual(['占 20 分，得 12 分', '占 25 分，得 23.9 分', '占 15 分，得 0 分', '占 30 分，这个月没有，不算']);
});

test('beside a number of services stands how many earn the whole part', () => {
  const formula = { weights: { served: 200, five: 300, kept: 250, once: 150, relays: 100 }, target: 20 };
  expect([partTitle('served', formula), partTitle('kept', formula)]).toEqual([{ label: '办件数量', worth: '占 20 分，满 20 件得满' }, { label: '按时办结', worth: '占 25 分' }]);
});
