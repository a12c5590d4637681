import { hoursOf, openingAt, type HallDay } from './opening.rules.ts';

const day = (more: Partial<HallDay> = {}): HallDay => ({ works: true, openFrom: '09:00', openTo: '17:00', lunch: null, closures: [], ...more });
const states = (of: HallDay, ...clocks: string[]) => clocks.map((clock) => openingAt(of, clock).state);
const LUNCH = { from: '12:00', to: '13:30' };

test('a hall is closed before and after its hours, and says half an hour before that it closes soon', () => {
  expect(states(day(), '08:59', '09:00', '16:29', '16:30', '16:59', '17:00')).toEqual(['closed', 'open', 'open', 'closing', 'closing', 'closed']);
  expect([openingAt(day(), '08:00').next, openingAt(day(), '10:00').next, openingAt(day(), '18:00').next]).toEqual(['09:00', '17:00', null]);
  expect(states(day({ works: false, lunch: LUNCH }), '10:00', '12:30')).toEqual(['closed', 'closed']);
});

test('at lunch it rests and goes on afterwards; that is not the end of the day', () => {
  expect(states(day({ lunch: LUNCH }), '11:59', '12:00', '13:29', '13:30')).toEqual(['open', 'break', 'break', 'open']);
  expect(openingAt(day({ lunch: LUNCH }), '12:10')).toEqual({ state: 'break', next: '13:30', rest: { ...LUNCH, reason: null } });
});

test('a day that is closed as a whole is closed for its reason, at every hour', () => {
  const closed = day({ lunch: LUNCH, closures: [{ from: null, to: null, reason: '系统升级' }] });
  for (const clock of ['08:00', '10:00', '12:30', '18:00']) expect(openingAt(closed, clock)).toMatchObject({ state: 'closed', next: null, rest: { reason: '系统升级' } });
});

test('closed in the morning it begins later, closed in the afternoon it ends earlier, and lunch that touches a closure is one rest', () => {
  expect(openingAt(day({ closures: [{ from: '08:00', to: '10:30', reason: '停电' }] }), '09:30')).toMatchObject({ state: 'closed', next: '10:30', rest: { reason: '停电' } });
  const afternoon = day({ lunch: LUNCH, closures: [{ from: '15:00', to: '18:00', reason: '业务培训' }] });
  expect([states(afternoon, '14:29', '14:30', '15:00'), openingAt(afternoon, '14:00').next]).toEqual([['open', 'closing', 'closed'], '15:00']);
  const joined = day({ lunch: LUNCH, closures: [{ from: '13:30', to: '14:30', reason: '消防演练' }] });
  expect([openingAt(joined, '12:10').next, openingAt(joined, '13:40')]).toMatchObject(['14:30', { state: 'break', next: '14:30', rest: { reason: '消防演练' } }]);
  expect(hoursOf(joined).serves).toEqual([{ from: '09:00', to: '12:00' }, { from: '14:30', to: '17:00' }]);
});
