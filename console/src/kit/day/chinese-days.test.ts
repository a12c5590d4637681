import { clockOfPicker, dayOfPicker, pickerClock, pickerDay } from './chinese-days.ts';

describe('days and times in the pickers', () => {
  it('come back as the day and the clock they were given as', () => {
    expect(dayOfPicker(pickerDay('2026-11-30'))).toBe('2026-11-30');
    expect(clockOfPicker(pickerClock('09:05'))).toBe('09:05');
    expect([pickerDay(null), pickerClock(''), dayOfPicker(null)]).toEqual([null, null, null]);
  });

  it('are named in Chinese and begin their week on Monday, whatever language the browser speaks', () => {
    expect(pickerDay('2026-11-23')?.format('YYYY-MM-DD dddd')).toBe('2026-11-23 星期一');
    expect(pickerDay('2026-11-29')?.startOf('week').format('YYYY-MM-DD')).toBe('2026-11-23');
  });
});
