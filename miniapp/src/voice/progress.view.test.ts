import { beginning } from '../kit/beginning.ts';
import { dayWords } from '../kit/clock.ts';
import type { SuggestionDeadlineView, SuggestionPlanView } from '@hall/shared/api/views';
import { promises, roundsOf, seenWords, stepsOf } from './progress.view.ts';

const TODAY = '2026-11-23';
const received = { kind: 'received', label: '收到意见', on: '2026-11-20', by: null, words: null };
const owed = (part: Partial<SuggestionDeadlineView>): SuggestionDeadlineView => ({ step: 'reply', stepLabel: '答复意见', dueOn: '2026-11-27', stateLabel: '办理中', open: true, overdue: false, daysLate: 0, ownerName: '王晓梅', extension: null, ...part });

test('below what was done stands what the hall owes, with its day and its name', () => {
  const steps = stepsOf({ steps: [received], deadlines: [owed({}), owed({ step: 'triage', open: false })], state: 'taken' }, TODAY);
  expect(steps.map(({ title, detail, state }) => [title, detail, state])).toEqual([['收到意见', '11月20日 周五', 'done'], ['答复意见', '11月27日 周五前 · 王晓梅', 'now']]);
});

test('what is overdue says so by itself, and so does a longer time with its reason', () => {
  const [, late] = stepsOf({ steps: [received], deadlines: [owed({ overdue: true, daysLate: 2, extension: '延期 3 个工作日：要等设备到货' })], state: 'taken' }, TODAY);
  expect(late!.note).toBe('已超期 2 个工作日。延期 3 个工作日：要等设备到货');
});

test('a day the calendar does not reach yet is told in the hall’s words, and the author’s own time is no debt of the hall', () => {
  const steps = stepsOf({ steps: [received], deadlines: [owed({ dueOn: null, stateLabel: '等待年度日历' }), owed({ step: 'confirm' })], state: 'taken' }, TODAY);
  expect(steps.map(({ detail }) => detail)).toEqual(['11月20日 周五', '等待年度日历 · 王晓梅']);
});

test('the last step is the present one while the suggestion is open, and done when it is over', () => {
  const last = (state: 'replied' | 'closed') => stepsOf({ steps: [received], deadlines: [], state }, TODAY)[0]!.state;
  expect([last('replied'), last('closed')]).toEqual(['now', 'done']);
});

test('plans and answers stand by rounds, the newest first', () => {
  const plan = (round: number) => ({ id: `p${round}`, round }) as SuggestionPlanView;
  const answer = (round: number, text: string) => ({ round, kind: 'answer' as const, text, noPlanReason: null, by: '周科长', on: TODAY });
  const rounds = roundsOf({ plans: [plan(1), plan(2)], answers: [answer(1, '第一次'), answer(1, '更正')] });
  expect(rounds.map(({ round, plan: its, answers }) => [round, its?.id, answers.length])).toEqual([[2, 'p2', 0], [1, 'p1', 2]]);
});

test('who may read it is told: what one wished and what became of it', () => {
  expect(seenWords({ visibility: 'private', wishesPublic: false })).toBe('不公开');
  expect(seenWords({ visibility: 'private', wishesPublic: true })).toBe('您同意公开，等大厅核对后放出');
  expect(seenWords({ visibility: 'hidden', wishesPublic: true })).toBe('已从公开页撤下');
});

test('a day of another year brings its year, and a long text only its beginning', () => {
  expect([dayWords('2026-11-20', TODAY), dayWords('2025-12-31', TODAY)]).toEqual(['11月20日 周五', '2025年12月31日']);
  expect([beginning('老花镜', 3), beginning('老花镜不够', 3)]).toEqual(['老花镜', '老花镜…']);
});

test('a plan is told as sentences one can hold against the hall: the promise first, then what came of it', () => {
  const plan = { owner: '王晓梅（窗口经办员）', dueOn: '2026-11-27', metric: '没有座位的人数', target: '不超过 3 人', observeDays: 7, carriedOutOn: null, observeUntil: null, measured: null, measuredOn: null } as SuggestionPlanView;
  expect(promises(plan, TODAY)).toEqual(['王晓梅（窗口经办员）负责，11月27日 周五前完成。', '看的是：没有座位的人数，要做到不超过 3 人。', '做完以后再观察 7 天，做到了才算数。']);
  const done = { ...plan, carriedOutOn: '2026-11-26', observeUntil: '2026-12-03' };
  expect(promises(done, TODAY).slice(2)).toEqual(['11月26日 周四 已经做完。', '观察到 12月3日 周四。']);
  expect(promises({ ...done, measured: '2 人', measuredOn: '2026-12-03' }, TODAY).slice(3)).toEqual(['结果：2 人（12月3日 周四）']);
});

test('what the hall owes is called what people call it, and else what the hall does', () => {
  const title = (step: string) => stepsOf({ steps: [received], deadlines: [owed({ step, stepLabel: '意见分办' })], state: 'submitted' }, TODAY)[1]!.title;
  expect([title('triage'), title('plan')]).toEqual(['确定由谁来办', '意见分办']);
});
