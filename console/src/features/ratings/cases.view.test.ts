import { actsOf, formsOf, pathOf, scopeOf, toneOf } from './cases.view.ts';

describe('a case after a negative rating', () => {
  it('asks first for what it waits for: the letter while nobody has written, the finding afterwards', () => {
    expect(actsOf({ state: 'opened', actions: ['tried', 'ask', 'write'] })).toEqual(['write', 'ask', 'tried']);
    expect(actsOf({ state: 'contacted', actions: ['write', 'ask', 'verify', 'propose'] })).toEqual(['verify', 'write', 'propose', 'ask']);
    expect(actsOf({ state: 'contacted', actions: ['judge', 'ask'] })[0]).toBe('judge');
  });

  it('puts finding and proposing into one form', () => {
    expect(formsOf({ state: 'contacted', actions: ['verify', 'propose', 'write'] })).toEqual(['verify', 'write']);
  });

  it('shows late in the tone of late, whatever the state', () => {
    expect([toneOf({ state: 'opened', overdue: true }), toneOf({ state: 'opened', overdue: false }), toneOf({ state: 'closed', overdue: false })]).toEqual(['accent', 'warn', 'ok']);
  });

  it('knows where each step is sent, and falls back to one\'s own list', () => {
    expect([pathOf('write'), pathOf('give-up-revisit'), pathOf('decide', 'o1')]).toEqual(['contact', 'no-revisit', 'objections/o1/decide']);
    expect([scopeOf('judge'), scopeOf('anything')]).toEqual(['judge', 'mine']);
  });
});
