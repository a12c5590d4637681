import { planProblemsByField, planWordsOf, samePlan } from './plan-words.ts';

describe('a plan being written', () => {
  test('begins with its owner and the usual time of watching, and goes on from what stands there', () => {
    const begun = planWordsOf(null, 'w');
    expect(begun).toEqual({ measure: '', ownerId: 'w', dueOn: '', metric: '', target: '', observeDays: 30 });
    expect(planWordsOf({ ...begun, measure: '增开一个窗口', observeDays: 0 }, 'l')).toEqual({ ...begun, measure: '增开一个窗口', observeDays: 0 });
  });

  test('names each field that is not ready to be read by everybody', () => {
    expect(Object.keys(planProblemsByField(planWordsOf(null, null), '2026-11-23')).sort()).toEqual(['dueOn', 'measure', 'metric', 'ownerId', 'target']);
    expect(planProblemsByField({ measure: '增开一个窗口', ownerId: 'w', dueOn: '2026-12-01', metric: '平均等候', target: '不超过 15 分钟', observeDays: 30 }, '2026-11-23')).toEqual({});
  });

  test('is saved again only when something was changed', () => expect([samePlan(planWordsOf(null, 'w'), planWordsOf(null, 'w')), samePlan(planWordsOf(null, 'w'), planWordsOf(null, 'l'))]).toEqual([true, false]));
});
