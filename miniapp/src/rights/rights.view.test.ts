import { stepsOf, toneOf } from './rights.view.ts';

const step = { label: '受理', byName: '本人', at: Date.parse('2026-11-23T01:00:00Z'), words: null, internal: false };

test('what was done is followed by what comes next, until it is over', () => {
  const steps = (state: 'opened' | 'confirmed') => stepsOf({ steps: [step], state, stateLabel: '已受理', nextStep: '会有人联系您' }, '2026-11-23').map(({ title, state: at }) => [title, at]);
  expect([steps('opened'), steps('confirmed')]).toEqual([[['受理', 'done'], ['已受理', 'now']], [['受理', 'done']]]);
});

test('it is red when late, and shines when an answer waits for the person', () => {
  expect([toneOf({ state: 'in-service', overdue: true }), toneOf({ state: 'resolved', overdue: false }), toneOf({ state: 'contacted', overdue: false }), toneOf({ state: 'confirmed', overdue: false })]).toEqual(['accent', 'sun', 'info', 'ok']);
});
