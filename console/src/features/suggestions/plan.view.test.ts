import { outcomesOf } from './plan.view.ts';

describe('a plan being carried out', () => {
  it('offers only the outcome that may be entered today', () => expect([outcomesOf(['fall-short']), outcomesOf(['hold', 'fall-short']), outcomesOf(['return'])]).toEqual([['fell-short'], ['held', 'fell-short'], []]));
});
