import type { FundBatchView } from '@hall/shared/api/views';
import { pressing, toneOf, wishOf } from './funds.view.ts';

describe('a batch of money', () => {
  it('is red when late, amber while somebody has not got it, green when everybody has', () => {
    const of = (state: 'due' | 'paying' | 'paid', failing = 0, overdue = false) => toneOf({ state, failing, overdue });
    expect([of('due'), of('paying'), of('paying', 2), of('paid'), of('paying', 2, true)]).toEqual(['quiet', 'info', 'warn', 'ok', 'accent']);
  });
  it('stands by how pressing it is: late ones first, then the soonest due, and none that is paid', () => {
    const batch = (id: string, dueDay: string, more: Partial<FundBatchView> = {}) => ({ id, dueDay, state: 'due', overdue: false, ...more }) as FundBatchView;
    expect(pressing([batch('later', '2026-12-09'), batch('soon', '2026-12-01'), batch('paid', '2026-11-01', { state: 'paid' }), batch('late', '2026-11-20', { overdue: true })]).map(({ id }) => id)).toEqual(['late', 'soon', 'later']);
  });
  it('is taken as typed, in yuan, and says what is wrong otherwise', () => {
    const typed = { name: ' 12 月养老待遇 ', kind: 'pension', dueDay: '2026-12-15', persons: 12, amount: '2,640.50' } as const;
    expect(wishOf(typed)).toEqual({ ok: true, wish: { name: '12 月养老待遇', kind: 'pension', dueDay: '2026-12-15', persons: 12, amountFen: 264_050 } });
    expect([wishOf({ ...typed, amount: '两千' }), wishOf({ ...typed, persons: null }), wishOf({ ...typed, name: '' })].map((each) => each.ok)).toEqual([false, false, false]);
  });
});
