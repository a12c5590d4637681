import type { MarkView } from '@hall/shared/api/views';
import { aCase } from '../../kit/case/case.builder.ts';
import { noticeOf, sendingWaitsFor } from './notice.view.ts';

const mark = (target: string, targetLabel: string): MarkView => ({ id: target, target, targetLabel, reasonCode: 'x', sentence: '请改正。', fixed: false });
const second = aCase({ state: 'submitted', round: 2, draftMarks: [mark('field:phone', '手机号码'), mark('field:householdAddress', '户籍详细地址')], lateTargets: ['field:phone'] });

describe('the once-only notice before and after it is sent', () => {
  it('asks in a second round why only for what the first could have named', () => {
    expect(noticeOf(second).late).toEqual(['手机号码']);
    expect(noticeOf({ ...second, lateTargets: [] }).late).toEqual([]);
  });

  it('does not go out without the reason, nor without anything to say', () => {
    expect([sendingWaitsFor(noticeOf(second), '  '), sendingWaitsFor(noticeOf(second), '上次漏看了'), sendingWaitsFor(noticeOf(aCase()), '')]).toEqual(['reason', null, 'items']);
    expect(sendingWaitsFor(noticeOf({ ...second, lateTargets: [] }), '')).toBeNull();
  });

  it('shows a sent one with its own day and the reason that went out with it', () => {
    const step = (at: number, state: string, note: string | null) => ({ at, state, label: '', by: null, note });
    const sent = aCase({ state: 'returned', marks: [mark('field:phone', '手机号码')], timeline: [step(9, 'submitted', null), step(5, 'returned', null), step(20, 'returned', '上次漏看了')] });
    expect(noticeOf(sent)).toMatchObject({ sent: true, items: [{ label: '手机号码' }], late: [], reason: '上次漏看了', issuedAt: 20 });
  });
});
