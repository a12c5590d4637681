import type { RatingCaseView } from '@hall/shared/api/views';
import { askedBeside, letterOf, ratingActs, storyOf, verdictsFor } from './rating.view.ts';

const one = { version: 3, objections: [{ id: 'o1', side: 'clerk' as const, words: '不是我', state: 'waiting' as const, at: 1 }] };

test('a judgement that waits for the second person stands before one’s own work', () => {
  expect(ratingActs({ actions: ['write', 'verify', 'judge'] })).toEqual(['judge', 'verify', 'write']);
});

test('alone one finds it valid or without basis; mistaken and malicious are only proposed', () => {
  expect(verdictsFor('verify').map(({ value }) => value)).toEqual(['valid', 'no-basis']);
  expect(verdictsFor('propose').map(({ value }) => value)).toEqual(['mistaken', 'malicious']);
  expect([askedBeside('judge'), askedBeside('cannot-contact'), askedBeside('rectify')]).toEqual(['yes-no', 'none', 'words']);
});

test('every act is sent with what it asked, and a decision names the objection that waits', () => {
  const said = { text: '看了监控', verdict: 'valid' as const, yes: false };
  expect(letterOf('verify', one, said)).toEqual({ path: 'verify', body: { version: 3, verdict: 'valid', words: '看了监控' } });
  expect(letterOf('judge', one, said)).toEqual({ path: 'judge', body: { version: 3, agree: false, words: '看了监控' } });
  expect(letterOf('decide', one, said)).toEqual({ path: 'objections/o1/decide', body: { version: 3, stands: false, words: '看了监控' } });
  expect(letterOf('ask', one, said)).toEqual({ path: 'question', body: { version: 3, question: '看了监控' } });
  expect(letterOf('cannot-contact', one, said)).toEqual({ path: 'no-contact', body: { version: 3 } });
});

test('the story speaks of verdicts and sides in words', () => {
  const steps = [{ kind: 'propose', label: '提出认定', detail: 'mistaken', words: '点错了', byName: '周建平', at: 0 }, { kind: 'revisit', label: '回访', detail: 'not-content', words: null, byName: null, at: 0 }] as RatingCaseView['steps'];
  expect(storyOf({ steps }, '1970-01-01').map(({ title }) => title)).toEqual(['提出认定：误评', '回访：不满意']);
});
