import type { BoardCallView } from '@hall/shared/api/views';
import { callsShown, codeHolds, grouped, isStale, waitWords } from './screen.view.ts';

const call = (number: string, calledAt: number): BoardCallView => ({ number, windowLabel: '1号窗口', maskedName: null, calledAt, callCount: 1, state: 'called' });

describe('the hall screen', () => {
  it('shows the newest call large and the five before it, newest first', () => {
    const shown = callsShown([3, 9, 1, 7, 5, 8, 2].map((at) => call(`B00${at}`, at)));
    expect(shown.last?.number).toBe('B009');
    expect(shown.earlier.map((each) => each.number)).toEqual(['B008', 'B007', 'B005', 'B003', 'B002']);
  });

  it('shows a recalled number once', () => {
    const shown = callsShown([call('B001', 1), call('B002', 2), call('B001', 3)]);
    expect(shown.last?.number).toBe('B001');
    expect(shown.earlier.map((each) => each.number)).toEqual(['B002']);
  });

  it('is calm before the first call', () => {
    expect(callsShown([])).toEqual({ last: null, earlier: [] });
  });

  it('gives the wait as a range and promises nothing while no window is open', () => {
    const wait = { cls: 'walkin', label: '现场', count: 4, lowMinutes: 10, highMinutes: 15 } as const;
    expect(waitWords(wait)).toBe('约 10–15 分钟');
    expect(waitWords({ ...wait, lowMinutes: null, highMinutes: null })).toBe('暂未开窗');
    expect(waitWords({ ...wait, count: 0 })).toBe('无人等候');
    expect(waitWords({ ...wait, lowMinutes: 0, highMinutes: 0 })).toBe('马上就到');
  });

  it('says until when its data hold once the server has been silent', () => {
    expect(isStale(1_000, 16_000)).toBe(false);
    expect(isStale(1_000, 16_001)).toBe(true);
  });

  it('shows a check-in code until the next has come, but never so long that somebody scans in vain', () => {
    const code = { url: 'https://hall.example/q?c=1', digits: '204518', validUntil: 5_000 };
    expect(codeHolds(code, 5_000)).toBe(true);
    expect(codeHolds(code, 34_999)).toBe(true);
    expect(codeHolds(code, 35_000)).toBe(false);
    expect(codeHolds(null, 5_000)).toBe(false);
    expect(grouped(code.digits)).toBe('204 518');
  });
});
