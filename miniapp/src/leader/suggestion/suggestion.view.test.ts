import type { SuggestionPlanView } from '@hall/shared/api/views';
import { actsOf, byWhom, deskActsOf, planNow, storyOf } from './suggestion.view.ts';

const one = (more: object = {}) => ({ actions: [], planActions: [], mayDraftAnswer: false, mayReview: false, mayEditPlan: false, verdict: 'clean' as const, draft: null, plans: [], round: 1, ...more });

test('what is likeliest stands first: taking up a new one, deciding on a plan, publishing an answer that is written', () => {
  expect(actsOf(one({ actions: ['accept', 'decline', 'redirect', 'merge'] }))).toEqual(['accept', 'redirect', 'decline']);
  expect(actsOf(one({ actions: ['plan', 'assign'], planActions: ['return', 'publish'], mayDraftAnswer: true }))).toEqual(['approve', 'return-plan', 'answer', 'assign']);
  expect(actsOf(one({ actions: ['reply', 'assign'], mayDraftAnswer: true, draft: { text: '好', noPlanReason: null, writtenBy: '王', version: 1 } }))).toEqual(['publish', 'assign']);
});

test('a plan comes before the answer, unless an answer waits to be published; what needs a desk is named as such', () => {
  expect(actsOf(one({ mayEditPlan: true, mayDraftAnswer: true, actions: ['assign', 'hand-back'] }))).toEqual(['write-plan', 'answer', 'assign', 'hand-back']);
  expect(actsOf(one({ mayEditPlan: true, mayDraftAnswer: true, actions: ['reply'], draft: { text: '好', noPlanReason: '已说明', writtenBy: '王', version: 1 } }))).toEqual(['publish', 'write-plan']);
  expect(deskActsOf({ actions: ['accept', 'merge'], planActions: ['fall-short'], mayNoteProgress: true, mayCorrect: false, mayWord: false })).toEqual(['合并到同类意见', '登记整改效果', '记进展']);
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
