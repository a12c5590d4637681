import { TestApp } from '../../testing/test-app.ts';
import { CalendarDay, CalendarYear } from '../persistence/platform.entities.ts';
import { onEveryDatabase } from '../persistence/testing/on-every-database.ts';
import { loadYears } from './load-years.ts';
import { OfficialCalendar } from './official-calendar.ts';
import { officialYears } from './official-years.ts';
import { newYear } from './year-of-days.ts';

test('the official years know National Day and the working Saturday that pays for it', () => {
  const year = officialYears(2026).find((known) => known.year === 2026)!;
  expect(year.days).toContainEqual({ day: '2026-10-01', kind: 'holiday', name: '国庆节' });
  expect(year.days).toContainEqual({ day: '2026-10-10', kind: 'workday', name: '国庆节' });
});

test('a year without an official notice is not made up', () => {
  expect(officialYears(2026).map((known) => known.year)).not.toContain(2027);
});

onEveryDatabase((database) => {
  let hall: TestApp;
  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    await hall.work((work) => work.execute('DELETE FROM calendar_year'));
  }, 60_000);
  afterAll(() => hall.close());

  test('loading again changes nothing, and an official year replaces a provisional one', async () => {
    const guess = { ...newYear(2026, true, 'a guess'), days: [{ day: '2026-01-05', kind: 'holiday' as const, name: 'guessed' }] };
    expect(await hall.work((work) => loadYears(work, [guess]))).toEqual([2026]);
    expect(await hall.work((work) => loadYears(work, officialYears(2026)))).toContain(2026);
    expect(await hall.work((work) => loadYears(work, [...officialYears(2026), guess]))).toEqual([]);
    expect(await hall.dataSource.manager.existsBy(CalendarDay, { day: '2026-01-05' })).toBe(false);
    expect(await hall.dataSource.manager.countBy(CalendarYear, { year: 2026 })).toBe(1);
  });

  test('a day past the covered years is not called a working day', async () => {
    const calendar = hall.app.get(OfficialCalendar);
    calendar.forget();
    expect(await calendar.kindOf('2026-10-10')).toBe('extra-workday');
    expect(await calendar.kindOf('2026-10-01')).toBe('holiday');
    expect(await calendar.kindOf('2031-01-02')).toBe('uncovered');
  });
});
