import { DAY_LENGTH, instantAt } from '../kernel/day.ts';
import { finalStates, reachableFrom } from '../kernel/moves.ts';
import { decideRatingCase, mayAskClerk, mayDecideObjection, mayFind, mayGiveUpRevisit, mayJudge, mayObject, MOST_REOPENINGS, owedIn, RATING_CASE_MOVES, RATING_CASE_STATES, RATING_VERDICTS, type RatingCaseFacts } from './rating-case.moves.ts';
import { questionProblem, RATING_QUESTIONS, toldToRater } from './rating-case.rules.ts';

const facts = (more: Partial<RatingCaseFacts>): RatingCaseFacts => ({ state: 'opened', verdict: null, proposedBy: null, staffId: 'clerk', content: null, unreachable: false, reopenings: 0, objected: false, ...more });

test('every state of a negative rating\'s case can be reached, and only one is its end', () => {
  expect(reachableFrom(RATING_CASE_MOVES, 'opened').size).toBe(RATING_CASE_STATES.length);
  expect(finalStates(RATING_CASE_MOVES)).toEqual(['closed']);
});

test('the clerk who was rated takes no step in the case, not even as the second person', () => {
  for (const action of ['contact', 'verify', 'close'] as const) expect(decideRatingCase(action, facts({}), 'clerk')).toMatchObject({ code: 'RATING_CASE_OWN_SERVICE' });
  expect(mayJudge(facts({ proposedBy: 'head' }), 'clerk')).toMatchObject({ code: 'RATING_CASE_OWN_SERVICE' });
  expect(mayDecideObjection(facts({ verdict: 'valid' }), ['head'], 'clerk')).toMatchObject({ code: 'RATING_CASE_OWN_SERVICE' });
});

test('a rating is called mistaken or malicious only by two people', () => {
  expect(RATING_VERDICTS.filter(({ needsTwo }) => needsTwo).map(({ code }) => code)).toEqual(['mistaken', 'malicious']);
  expect(mayFind('verify', 'mistaken', facts({ state: 'contacted' }), 'head')).toMatchObject({ code: 'RATING_VERDICT_NEEDS_TWO' });
  expect(mayFind('propose', 'valid', facts({ state: 'contacted' }), 'head')).toMatchObject({ code: 'RATING_VERDICT_NEEDS_ONE' });
  expect(mayFind('propose', 'malicious', facts({ state: 'contacted' }), 'head')).toMatchObject({ ok: true });
  expect(mayJudge(facts({ state: 'contacted', proposedBy: 'head' }), 'head')).toMatchObject({ code: 'RATING_SECOND_PERSON' });
  expect(mayJudge(facts({ state: 'contacted', proposedBy: 'head' }), 'leader')).toMatchObject({ ok: true });
  expect(mayFind('verify', 'valid', facts({ state: 'contacted', proposedBy: 'head' }), 'leader')).toMatchObject({ code: 'RATING_VERDICT_WAITS' });
});

test('a valid complaint is put right before it is answered, each time anew; another is answered at once', () => {
  expect(decideRatingCase('answer', facts({ state: 'verified', verdict: 'valid' }), 'head')).toMatchObject({ code: 'RATING_RECTIFY_FIRST' });
  expect(decideRatingCase('answer', facts({ state: 'reopened', verdict: 'valid' }), 'head')).toMatchObject({ code: 'RATING_RECTIFY_FIRST' });
  expect(decideRatingCase('rectify', facts({ state: 'verified', verdict: 'mistaken' }), 'head')).toMatchObject({ code: 'RATING_NOT_VALID' });
  expect(decideRatingCase('answer', facts({ state: 'verified', verdict: 'no-basis' }), 'head')).toMatchObject({ value: 'answered' });
});

test('a case closes when the person is content or cannot be reached, otherwise it is worked on again, twice at most', () => {
  const revisited = (more: Partial<RatingCaseFacts>) => facts({ state: 'revisited', verdict: 'valid', ...more });
  expect(decideRatingCase('close', revisited({ content: true }), 'head')).toMatchObject({ value: 'closed' });
  expect(decideRatingCase('close', revisited({ content: false }), 'head')).toMatchObject({ code: 'RATING_NOT_CONTENT' });
  expect(decideRatingCase('close', revisited({ unreachable: true }), 'head')).toMatchObject({ value: 'closed' });
  expect(decideRatingCase('reopen', revisited({ content: false }), 'head')).toMatchObject({ value: 'reopened' });
  expect(decideRatingCase('reopen', revisited({ content: false, reopenings: MOST_REOPENINGS }), 'head')).toMatchObject({ code: 'RATING_NOT_REOPENED' });
  expect(decideRatingCase('close', revisited({ content: false, reopenings: MOST_REOPENINGS }), 'head')).toMatchObject({ value: 'closed' });
  expect(decideRatingCase('close', revisited({ content: true, objected: true }), 'head')).toMatchObject({ code: 'RATING_OBJECTION_WAITS' });
});

test('an appeal or objection is decided by somebody who gave no verdict, and each side has one for each verdict', () => {
  expect(mayDecideObjection(facts({ verdict: 'mistaken' }), ['head', 'leader'], 'leader')).toMatchObject({ code: 'RATING_SECOND_PERSON' });
  expect(mayDecideObjection(facts({ verdict: 'mistaken' }), ['head', 'leader'], 'director')).toMatchObject({ ok: true });
  expect(mayDecideObjection(facts({}), [], 'director')).toMatchObject({ code: 'RATING_NO_VERDICT_YET' });
  expect(mayObject('rater', facts({ state: 'contacted' }), false)).toMatchObject({ code: 'RATING_NO_VERDICT_YET' });
  expect(mayObject('clerk', facts({ state: 'contacted' }), false)).toMatchObject({ ok: true });
  expect(mayObject('rater', facts({ state: 'answered', verdict: 'no-basis' }), true)).toMatchObject({ code: 'RATING_OBJECTED_ALREADY' });
  expect(mayObject('rater', facts({ state: 'closed', verdict: 'no-basis' }), false)).toMatchObject({ code: 'RATING_CASE_CLOSED' });
});

test('something is owed in every state, until the person was asked whether they are content', () => {
  expect(RATING_CASE_STATES.map((state) => owedIn({ state, verdict: 'valid' }))).toEqual(['contact', 'verify', 'rectify', 'answer', 'revisit', null, 'rectify', null]);
  expect([owedIn({ state: 'verified', verdict: 'no-basis' }), owedIn({ state: 'reopened', verdict: 'no-basis' })]).toEqual(['answer', 'verify']);
});

test('the clerk is asked when the hall opens, a whole day or more later', () => {
  const opened = instantAt('2026-11-23', '10:20');
  const asked = opened + 60_000;
  expect(['2026-11-24', '2026-11-25'].map((day) => mayAskClerk(opened, asked, instantAt(day, '09:00')))).toEqual([false, true]);
  expect(mayAskClerk(opened, instantAt('2026-11-30', '09:30'), instantAt('2026-11-30', '09:00'))).toBe(false);
  expect([mayGiveUpRevisit(0, 3 * DAY_LENGTH - 1), mayGiveUpRevisit(0, 3 * DAY_LENGTH)]).toEqual([false, true]);
});

test('the question tells the clerk neither the level nor when nor the person\'s own words', () => {
  const words = '等了一个多小时，窗口的小姑娘还不耐烦，态度太差了！';
  for (const { question } of RATING_QUESTIONS) expect(questionProblem(question, words)).toBeNull();
  expect(questionProblem('有群众给了非常不满意，请说明当时的情况', words)).toBe('问题里不要提评价的等级。');
  expect(questionProblem('有人只给了您两颗星中的一颗星，请说明一下', words)).toBe('问题里不要提评价的等级。');
  expect(questionProblem('请说明昨天下午在窗口发生的情况', words)).toMatch('具体的日子和时间');
  expect(questionProblem('请说明 11月20日 那次办理的经过', words)).toMatch('具体的日子和时间');
  expect(questionProblem('请说明您是不是还不耐烦、态度太差，为什么', words)).toMatch('照抄');
  expect(questionProblem('请说明', words)).toMatch('10 到 200');
});

test('the person who rated does not see what the house asks among itself', () => {
  expect((['ask', 'clerk-answer', 'appeal', 'propose', 'confirm', 'refuse', 'tried'] as const).map(toldToRater)).toEqual(Array(7).fill(null));
});
