import { changed, daysOf, newClosure, newPattern, problemsOf, samePlan } from './plan.view.ts';

const pattern = newPattern('p', '2026-11-22');
const closure = { ...newClosure('c', '2026-12-04'), reason: '系统升级' };

describe('the booking plan', () => {
  it('starts with a stretch that can be saved as it is', () => {
    expect(problemsOf({ patterns: [pattern], closures: [] })).toEqual({});
  });

  it('names the field of the row that cannot be saved', () => {
    expect(problemsOf({ patterns: [{ ...pattern, to: '08:00' }], closures: [closure] })).toEqual({ p: { path: 'to', message: '结束时间要晚于开始时间。' } });
    expect(problemsOf({ patterns: [{ ...pattern, weekdays: [] }], closures: [] })['p']?.path).toBe('weekdays');
  });

  it('asks for a reason people can read before it closes a day', () => {
    expect(problemsOf({ patterns: [], closures: [newClosure('c', '2026-12-04')] })['c']?.path).toBe('reason');
  });

  it('names every single day it speaks of, so that those of a year not announced yet can be told', () => {
    const conflict = { bookingId: 'b', version: 1, reference: '', day: '2026-12-04', from: '09:00', to: '09:30', personName: '', contactPhoneMasked: null, hearsByItself: true, offers: [{ id: 's', day: '2027-01-05', from: '09:00' }] };
    expect(daysOf({ patterns: [pattern], closures: [closure, { ...closure, day: '' }] }, [conflict])).toEqual(['2026-12-04', '2027-01-05']);
  });

  it('knows whether there is anything to save', () => {
    const plan = { patterns: [pattern], closures: [closure] };
    expect(samePlan(plan, { patterns: [{ ...pattern }], closures: [{ ...closure }] })).toBe(true);
    expect(samePlan(plan, { ...plan, patterns: changed(plan.patterns, 'p', { capacity: 9 }) })).toBe(false);
  });
});
