import fc from 'fast-check';
import { finalStates, reachableFrom } from '../kernel/moves.ts';
import { decidePlan, observeUntil, planProblems } from './plan.moves.ts';
import { decideSuggestion, MOST_REOPENINGS, offersOfSuggestion, SUGGESTION_MOVES, type SuggestionFacts } from './suggestion.moves.ts';
import { bareText, gramKey, likeness, pairsOf, publicFaceOf, redact, signsOf, SIMILAR_FROM, suggestionProblems } from './suggestion.rules.ts';

const facts = (more: Partial<SuggestionFacts>): SuggestionFacts => ({ state: 'submitted', by: ['author'], plan: null, reopened: 0, answerDrafted: false, noPlanReason: false, ...more });

test('every state of a suggestion can be reached, and only four of them are an end', () => {
  expect(reachableFrom(SUGGESTION_MOVES, 'submitted').size).toBe(Object.keys(SUGGESTION_MOVES).length);
  expect(finalStates(SUGGESTION_MOVES).sort()).toEqual(['closed', 'declined', 'redirected', 'withdrawn']);
});

test('the author alone says whether the answer is good, and staff cannot say it for them', () => {
  expect(decideSuggestion('confirm', facts({ state: 'replied' }))).toMatchObject({ ok: true, value: 'closed' });
  expect(decideSuggestion('confirm', facts({ state: 'replied', by: ['triager', 'owner', 'publisher', 'hall'] }))).toMatchObject({ code: 'SUGGESTION_NOT_YOURS_TO_MOVE' });
});

test('a confirmed suggestion stays open until its plan is seen to have held, and comes back when it did not', () => {
  expect(decideSuggestion('confirm', facts({ state: 'replied', plan: 'observing' }))).toMatchObject({ value: 'confirmed' });
  expect(decideSuggestion('close', facts({ state: 'confirmed', plan: 'observing', by: ['hall'] }))).toMatchObject({ code: 'SUGGESTION_PLAN_RUNNING' });
  expect(decideSuggestion('close', facts({ state: 'confirmed', plan: 'held', by: ['hall'] }))).toMatchObject({ value: 'closed' });
  expect(decideSuggestion('fall-short', facts({ state: 'confirmed', plan: 'fell-short', by: ['hall'] }))).toMatchObject({ value: 'reopened' });
});

test('no answer is published that nobody wrote, nor without a plan or a word why none is needed', () => {
  const publisher = (more: Partial<SuggestionFacts>) => decideSuggestion('reply', facts({ state: 'taken', by: ['publisher'], ...more }));
  expect(publisher({})).toMatchObject({ code: 'SUGGESTION_ANSWER_NOT_DRAFTED' });
  expect(publisher({ answerDrafted: true })).toMatchObject({ code: 'SUGGESTION_PLAN_NEEDED' });
  expect(publisher({ answerDrafted: true, plan: 'proposed' })).toMatchObject({ code: 'SUGGESTION_PLAN_NEEDED' });
  expect(publisher({ answerDrafted: true, plan: 'published' })).toMatchObject({ value: 'replied' });
  expect(publisher({ answerDrafted: true, noPlanReason: true })).toMatchObject({ value: 'replied' });
  expect(decideSuggestion('confirm', facts({ state: 'replied', plan: 'draft' }))).toMatchObject({ value: 'closed' });
  expect(offersOfSuggestion(facts({ state: 'taken', by: ['publisher'] }))).toContain('reply');
});

test('somebody who is not content may come back three times', () => {
  expect(decideSuggestion('reopen', facts({ state: 'replied', reopened: MOST_REOPENINGS - 1 }))).toMatchObject({ value: 'reopened' });
  expect(decideSuggestion('reopen', facts({ state: 'replied', reopened: MOST_REOPENINGS }))).toMatchObject({ code: 'SUGGESTION_REOPENED_TOO_OFTEN' });
});

test('a plan names an owner, a day, a metric and a target that can be missed', () => {
  const plan = { measure: '增开一个窗口', ownerId: 's', dueOn: '2026-11-30', metric: '平均等候', target: '不超过 15 分钟', observeDays: 14 };
  expect(planProblems(plan, '2026-11-22')).toEqual([]);
  expect(planProblems({ ...plan, ownerId: '', dueOn: '2026-11-01', metric: '', target: ' ', observeDays: -1, measure: '' }, '2026-11-22').map(({ path }) => path)).toEqual(['measure', 'ownerId', 'dueOn', 'metric', 'target', 'observeDays']);
});

test('a target that held needs its time of watching, one that was missed is said at once', () => {
  const watched = { state: 'observing' as const, observeUntil: observeUntil('2026-11-22', 14) };
  expect(decidePlan('hold', watched, '2026-12-05')).toMatchObject({ code: 'PLAN_STILL_OBSERVING' });
  expect(decidePlan('hold', watched, '2026-12-06')).toMatchObject({ value: 'held' });
  expect(decidePlan('fall-short', watched, '2026-11-23')).toMatchObject({ value: 'fell-short' });
});

test('what could name a person is taken out of the public wording, ordinary numbers stay', () => {
  expect(redact('我叫号 A023，等了 45 分钟，电话 138 1234 5678，身份证420606195003150023，卡号 6222 0212 3456 7890 123，座机 0710-3456789，车牌鄂F·12345，a.b@qq.com'))
    .toBe('我叫号 A023，等了 45 分钟，电话 ［已隐去］，身份证［已隐去］，卡号 ［已隐去］，座机 ［已隐去］，车牌［已隐去］，［已隐去］');
  expect(redact('2026 年 11 月 22 日 3 号窗口，缴费 3000 元')).toBe('2026 年 11 月 22 日 3 号窗口，缴费 3000 元');
});

test('two people who say the same in other words are found alike, and likeness has no order', () => {
  const one = pairsOf('大厅的老花镜太少了，老人看不清');
  expect(likeness(one, pairsOf('老花镜太少，老人填表看不清！'))).toBeGreaterThan(SIMILAR_FROM);
  expect(likeness(one, pairsOf('停车位不够，来了没处停'))).toBeLessThan(SIMILAR_FROM);
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => likeness(pairsOf(a), pairsOf(b)) === likeness(pairsOf(b), pairsOf(a)) && likeness(pairsOf(a), pairsOf(b)) <= 1));
});

test('what somebody looks for is found however it was typed: wide letters, capitals, blanks and commas make no difference', () => {
  expect(bareText('自助机 ＡＴＭ，坏了！')).toBe('自助机atm坏了');
  expect(bareText('等候区…第３排')).toContain(bareText('区第 3 排'));
  expect([...signsOf('又又来了！')]).toEqual(['又', '来', '了']);
});

test('an empty suggestion, ten pictures and an unknown topic are each named', () => {
  expect(suggestionProblems({ topic: 'x' as never, text: ' ', wishesPublic: true, pictures: 10 }).map(({ path }) => path)).toEqual(['topic', 'text', 'pictureIds']);
  expect(suggestionProblems({ topic: 'other', text: '希望大厅多放几把椅子', wishesPublic: true, pictures: 9 })).toEqual([]);
});

test('what its author wished private never shows, and what was shown never vanishes', () => {
  const face = { visibility: 'public' as const, worded: true, wishesPublic: true, declined: false, withdrawn: false };
  expect(publicFaceOf(face)).toBe('whole');
  expect(publicFaceOf({ ...face, wishesPublic: false })).toBe('none');
  expect(publicFaceOf({ ...face, worded: false })).toBe('none');
  expect(publicFaceOf({ ...face, visibility: 'hidden' })).toBe('tombstone');
  expect(publicFaceOf({ ...face, visibility: 'private', declined: true })).toBe('tombstone');
  expect(publicFaceOf({ ...face, visibility: 'hidden', withdrawn: true })).toBe('none');
});

test('a plan that fell short sends an unanswered suggestion back to work too', () => {
  expect(decideSuggestion('fall-short', facts({ state: 'planned', plan: 'fell-short', by: ['owner'] }))).toMatchObject({ value: 'reopened' });
});

test('two pairs of signs share a key only when they are the same', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 2, maxLength: 2 }), fc.string({ unit: 'binary', minLength: 2, maxLength: 2 }), (a, b) => (a === b) === (gramKey(a) === gramKey(b)) && gramKey(a).length <= 12));
});
