import type { RatingProgressView } from '@hall/shared/api/views';
import { askedFirst, lastSaid, stepsOf, toneOf } from './progress.view.ts';

type Step = RatingProgressView['steps'][number];
const step = (kind: Step['kind'], mine = false): Step => ({ kind, label: kind, words: null, at: 1_764_000_000_000, mine });

test('whoever was answered is asked whether they are content before anything else', () => {
  expect(askedFirst({ mayRevisit: true, mayReply: true, steps: [step('contact')] })).toBe('revisit');
});

test('a letter waits for an answer until one was given', () => {
  expect(askedFirst({ mayRevisit: false, mayReply: true, steps: [step('open'), step('contact')] })).toBe('reply');
  expect(askedFirst({ mayRevisit: false, mayReply: true, steps: [step('contact'), step('reply', true)] })).toBeNull();
  expect(askedFirst({ mayRevisit: false, mayReply: false, steps: [step('contact')] })).toBeNull();
});

test('the answer stands before the question whether one is content, the letter before the box to answer it', () => {
  const steps = [{ ...step('contact'), words: '请问是哪一步？' }, { ...step('answer'), words: '已经改好。' }];
  expect([lastSaid({ mayRevisit: true, steps }), lastSaid({ mayRevisit: false, steps }), lastSaid({ mayRevisit: true, steps: [] })]).toEqual(['已经改好。', '请问是哪一步？', null]);
});

test('the last step of an open case is where it stands; a closed one is done, and an answer is no alarm', () => {
  expect(stepsOf({ state: 'contacted', steps: [step('open'), step('reply', true)] }, '2026-11-25').map(({ state, title }) => [state, title])).toEqual([['done', 'open'], ['now', 'reply']]);
  expect(stepsOf({ state: 'closed', steps: [step('close')] }, '2026-11-25')[0]!.state).toBe('done');
  expect([toneOf({ state: 'contacted', overdue: true }), toneOf({ state: 'closed', overdue: false })]).toEqual(['warn', 'ok']);
  expect(toneOf({ state: 'answered', overdue: false })).toBe('sun');
});
