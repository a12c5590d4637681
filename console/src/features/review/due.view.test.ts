import { dueOf } from './due.view.ts';

const HOUR = 3_600_000;

describe('the deadline of a pre-review', () => {
  it('is quiet while there is time, and speaks up in the last hours', () => {
    expect(dueOf(50 * HOUR, 0)).toEqual({ tone: 'quiet', words: '还剩 2 天' });
    expect(dueOf(3 * HOUR, 0)).toEqual({ tone: 'warn', words: '还剩 3 小时' });
    expect(dueOf(90_000, 0)).toEqual({ tone: 'warn', words: '还剩 1 分钟' });
  });

  it('shows by itself that it was missed', () => {
    expect(dueOf(0, 1)).toEqual({ tone: 'accent', words: '已超期' });
  });

  it('says so when the calendar of that year is not published yet', () => {
    expect(dueOf(null, 0).words).toBe('待日历公布');
  });
});
