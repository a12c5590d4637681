import { outcomesOf, problemsOf, samePlan, wordsOf } from './plan.view.ts';

describe('a plan being written', () => {
  it('begins with its owner and the usual time of watching', () => expect(wordsOf(null, 'w')).toEqual({ measure: '', ownerId: 'w', dueOn: '', metric: '', target: '', observeDays: 30 }));
  it('names each field that is not ready to be read by everybody', () => {
    expect(Object.keys(problemsOf(wordsOf(null, null), '2026-11-23')).sort()).toEqual(['dueOn', 'measure', 'metric', 'ownerId', 'target']);
    expect(problemsOf({ measure: '增开一个窗口', ownerId: 'w', dueOn: '2026-12-01', metric: '平均等候', target: '不超过 15 分钟', observeDays: 30 }, '2026-11-23')).toEqual({});
  });
  it('is saved again only when something was changed', () => expect([samePlan(wordsOf(null, 'w'), wordsOf(null, 'w')), samePlan(wordsOf(null, 'w'), wordsOf(null, 'l'))]).toEqual([true, false]));
  it('offers only the outcome that may be entered today', () => expect([outcomesOf(['fall-short']), outcomesOf(['hold', 'fall-short']), outcomesOf(['return'])]).toEqual([['fell-short'], ['held', 'fell-short'], []]));
});
