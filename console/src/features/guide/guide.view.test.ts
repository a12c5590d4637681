import { scopeOf, toneOf, wordOf } from './guide.view.ts';

describe('versions of the guide', () => {
  it('open on what waits, whatever the address says', () => {
    expect(['', 'in-force', 'nonsense'].map(scopeOf)).toEqual(['waiting', 'in-force', 'waiting']);
  });
  it('are told by how they stand today once they are public', () => {
    expect(wordOf({ stateLabel: '已发布', standLabel: '生效中' })).toBe('生效中');
    expect(wordOf({ stateLabel: '待审核', standLabel: null })).toBe('待审核');
  });
  it('look different when they wait, hold, will hold and no longer hold', () => {
    expect([toneOf({ state: 'proposed', stand: null }), toneOf({ state: 'published', stand: 'in-force' }), toneOf({ state: 'published', stand: 'upcoming' }), toneOf({ state: 'published', stand: 'ended' })]).toEqual(['sun', 'ok', 'info', 'quiet']);
  });
});
