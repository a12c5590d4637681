import { dayKind } from '@hall/shared/calendar/working-day.rules';
import { calendarOf } from './official-calendar.view.ts';

test('the years a hall has loaded tell of a day whether it is worked', () => {
  const calendar = calendarOf([{ year: 2026, days: [{ day: '2026-10-01', kind: 'holiday', name: '国庆节' }, { day: '2026-10-10', kind: 'workday', name: '国庆节' }] }]);
  expect(['2026-10-01', '2026-10-10', '2026-10-11', '2026-10-12', '2027-01-04'].map((day) => dayKind(calendar, day))).toEqual(['holiday', 'extra-workday', 'weekend', 'workday', 'uncovered']);
});
