import { finalStates, reachableFrom } from '../kernel/moves.ts';
import { ASK_CLERK_AFTER, decideRatingCase, mayAskClerk, mayJudge, RATING_CASE_MOVES, RATING_VERDICTS, type RatingCaseFacts } from './rating-case.moves.ts';

const facts = (more: Partial<RatingCaseFacts>): RatingCaseFacts => ({ state: 'opened', verdict: null, proposedBy: null, staffId: 'clerk', content: null, unreachable: false, ...more });

test('every state of a negative rating\'s case can be reached, and only one is its end', () => {
  expect(reachableFrom(RATING_CASE_MOVES, 'opened').size).toBe(Object.keys(RATING_CASE_MOVES).length);
  expect(finalStates(RATING_CASE_MOVES)).toEqual(['closed']);
});

test('the clerk who was rated takes no step in the case, not even as the second person', () => {
  for (const action of ['contact', 'verify', 'close'] as const) expect(decideRatingCase(action, facts({}), 'clerk')).toMatchObject({ code: 'RATING_CASE_OWN_SERVICE' });
  expect(mayJudge(facts({ proposedBy: 'head' }), 'clerk')).toMatchObject({ code: 'RATING_CASE_OWN_SERVICE' });
});

test('a rating is called mistaken or malicious only by two people', () => {
  expect(RATING_VERDICTS.filter(({ needsTwo }) => needsTwo).map(({ code }) => code)).toEqual(['mistaken', 'malicious']);
  expect(mayJudge(facts({ state: 'contacted', proposedBy: 'head' }), 'head')).toMatchObject({ code: 'RATING_SECOND_PERSON' });
  expect(mayJudge(facts({ state: 'contacted', proposedBy: 'head' }), 'leader')).toMatchObject({ ok: true });
  expect(decideRatingCase('verify', facts({ state: 'contacted', proposedBy: 'head' }), 'leader')).toMatchObject({ code: 'RATING_VERDICT_WAITS' });
});

test('a valid complaint is put right before it is answered, another is answered at once', () => {
  expect(decideRatingCase('answer', facts({ state: 'verified', verdict: 'valid' }), 'head')).toMatchObject({ code: 'RATING_RECTIFY_FIRST' });
  expect(decideRatingCase('rectify', facts({ state: 'verified', verdict: 'mistaken' }), 'head')).toMatchObject({ code: 'RATING_NOT_VALID' });
  expect(decideRatingCase('answer', facts({ state: 'verified', verdict: 'no-basis' }), 'head')).toMatchObject({ value: 'answered' });
});

test('a case closes when the person is content or cannot be reached, otherwise it is worked on again', () => {
  const revisited = (more: Partial<RatingCaseFacts>) => facts({ state: 'revisited', verdict: 'valid', ...more });
  expect(decideRatingCase('close', revisited({ content: true }), 'head')).toMatchObject({ value: 'closed' });
  expect(decideRatingCase('close', revisited({ content: false }), 'head')).toMatchObject({ code: 'RATING_NOT_CONTENT' });
  expect(decideRatingCase('close', revisited({ unreachable: true }), 'head')).toMatchObject({ value: 'closed' });
  expect(decideRatingCase('reopen', revisited({ content: false }), 'head')).toMatchObject({ value: 'reopened' });
});

test('the clerk is asked a day later, not while the resident is still at the door', () => {
  expect([mayAskClerk(0, ASK_CLERK_AFTER - 1), mayAskClerk(0, ASK_CLERK_AFTER)]).toEqual([false, true]);
});
