import type { SuggestionPlanView } from '@hall/shared/api/views';
import { actsOf, byWhom, planNow, storyOf } from './suggestion.view.ts';

const one = (more: object = {}) => ({ actions: [], planActions: [], mayDraftAnswer: false, mayReview: false, verdict: 'clean' as const, draft: null, plans: [], round: 1, ...more });

test('what is likeliest stands first: taking up a new one, deciding on a plan, publishing an answer that is written', () => {
  expect(actsOf(one({ actions: ['accept', 'decline', 'redirect', 'merge'] }))).toEqual(['accept']);
  expect(actsOf(one({ actions: ['plan', 'assign'], planActions: ['return', 'publish'], mayDraftAnswer: true }))).toEqual(['approve', 'return-plan', 'answer', 'assign']);
  expect(actsOf(one({ actions: ['reply', 'assign'], mayDraftAnswer: true, draft: { text: '好', noPlanReason: null, writtenBy: '王', version: 1 } }))).toEqual(['publish', 'assign']);
});

test('somebody who may write but not publish goes on writing the draft', () => {
  expect(actsOf(one({ actions: [], mayDraftAnswer: true, draft: { text: '好', noPlanReason: null, writtenBy: '王', version: 1 } }))).toEqual(['answer']);
});

test('a doubtful content waits for eyes beside everything else, and only for those who may look it through', () => {
  expect(actsOf(one({ actions: ['accept'], mayReview: true, verdict: 'doubtful' }))).toEqual(['accept', 'pass', 'hide']);
  expect(actsOf(one({ mayReview: true }))).toEqual([]);
});

test('of several rounds only the plan of the present one is decided on', () => {
  const plans = [{ round: 1, id: 'old' }, { round: 2, id: 'new' }] as SuggestionPlanView[];
  expect([planNow({ plans, round: 2 })?.id, planNow({ plans, round: 3 })]).toEqual(['new', null]);
});

test('the story tells days and names, and who spoke without a name stays without one', () => {
  expect(storyOf({ steps: [{ kind: 'received', label: '收到意见', on: '2026-11-20', by: null, words: null }] }, '2026-11-23')).toEqual([{ key: '0', title: '收到意见', detail: '11月20日 周五', note: null, state: 'now' }]);
  expect([byWhom({ identity: 'anonymous', authorName: null }), byWhom({ identity: 'named', authorName: '李*兰' }), byWhom({ identity: 'named', authorName: null })]).toEqual(['匿名', '李*兰', '没有留名']);
});
