import type { EnquiryStepView } from '@hall/shared/api/views';
import { addressOf, countOf, lastAsked, paramsOf, queryOf, speaks, toneOf, withTemplate } from './enquiries.view.ts';

const step = (kind: string, words: string | null = null): EnquiryStepView => ({ kind, label: kind, at: 0, byAsker: kind.startsWith('ask'), by: null, inNameOf: null, to: null, words });

describe('the list of questions', () => {
  it('opens on what is mine, and its address says no more than it must', () => {
    const address = addressOf(new URLSearchParams());
    expect(address).toEqual({ scope: 'mine', q: '', section: '', page: 1 });
    expect(paramsOf(address).toString()).toBe('');
    expect(queryOf(address)).toBe('scope=mine');
  });
  it('keeps scope, words, section and page through a reload, and forgets what it does not know', () => {
    const address = addressOf(new URLSearchParams('scope=overdue&q=社保卡&section=d1&page=2'));
    expect(addressOf(paramsOf(address))).toEqual(address);
    expect(Object.fromEntries(new URLSearchParams(queryOf(address)))).toEqual({ scope: 'overdue', q: '社保卡', departmentId: 'd1', page: '2' });
    expect(addressOf(new URLSearchParams('scope=nonsense&page=-3&section=a b'))).toEqual({ scope: 'mine', q: '', section: '', page: 1 });
  });
  it('counts each list, and none where the server said none', () => {
    expect([countOf([{ scope: 'mine', count: 2 }], 'mine'), countOf([], 'overdue')]).toEqual([2, 0]);
  });
  it('shows a late one as late whatever its state', () => {
    const due = { dueAt: 1, stateLabel: '', overdue: true, daysLate: 1, basis: '', extension: null };
    expect([toneOf({ state: 'open', due: null }), toneOf({ state: 'open', due }), toneOf({ state: 'asked-again', due })]).toEqual(['info', 'accent', 'accent']);
  });
});

describe('one question', () => {
  it('turns on what was asked last', () => {
    expect(lastAsked([step('ask', '一'), step('answer', '二'), step('ask-again', '三'), step('offer', '四')])?.words).toBe('三');
  });
  it('tells words that were said from remarks beside a move', () => {
    expect(['ask', 'answer', 'correct', 'ask-again', 'offer', 'tell'].filter((kind) => speaks({ kind }))).toEqual(['ask', 'answer', 'correct', 'ask-again']);
  });
  it('puts a template where the answer ends and never over what is written', () => {
    expect([withTemplate('', '您好。'), withTemplate('您好。\n ', '请带身份证。')]).toEqual(['您好。', '您好。\n请带身份证。']);
  });
});
