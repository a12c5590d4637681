import { OfficialCalendar } from '../../platform/calendar/official-calendar.ts';
import { provisionalYear } from '../../sample/provisional-years.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { TestApp } from '../../testing/test-app.ts';
import type { CalendarPreviewView, CalendarYearList, CalendarYearRequest, CalendarYearView } from './calendar.dto.ts';

jest.setTimeout(60_000);

const off = (day: string, name: string) => ({ day, kind: 'holiday', name });
const official: Omit<CalendarYearRequest, 'replaces'> = {
  year: 2028, provisional: false, source: '国办发明电〔2027〕1号',
  days: [off('2028-01-01', '元旦'), off('2028-01-26', '春节'), { day: '2028-02-05', kind: 'workday', name: '春节' }, off('2028-05-01', '劳动节'), off('2028-10-01', '国庆节')],
};

onEveryDatabase((database) => {
  let hall: TestApp;
  let head: { token: string };
  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    head = await hall.staff(['head']);
  });
  afterAll(() => hall.close());

  const load = (body: object, path = '') => hall.call<CalendarPreviewView>('POST', `/staff/calendar-years${path}`, { ...head, body });
  const year = async (number: number) => (await hall.call<CalendarYearView>('GET', `/staff/calendar-years/${number}`, head)).body;

  test('a year is guessed first, and the official one takes its place after a look at what changes', async () => {
    const guess = provisionalYear(2028);
    expect(await load({ ...guess, replaces: null })).toMatchObject({ status: 200, body: { effect: 'new' } });
    const { loadedAt, provisional } = await year(2028);
    expect(provisional).toBe(true);
    const preview = await load({ ...official, replaces: loadedAt }, '/preview');
    expect(preview).toMatchObject({ status: 200, body: { effect: 'official' } });
    expect(preview.body.changes).toContainEqual({ day: '2028-02-05', before: null, after: { day: '2028-02-05', kind: 'workday', name: '春节' } });
    expect((await year(2028)).provisional).toBe(true);

    hall.clock.advance(1_000);
    expect((await load({ ...official, replaces: loadedAt })).body).toEqual(preview.body);
    expect(await year(2028)).toMatchObject({ provisional: false, source: official.source, extraWorkdays: 1, days: official.days });
    expect(await hall.app.get(OfficialCalendar).kindOf('2028-02-05')).toBe('extra-workday');
    // What stood before can be read and loaded again; the guess can not take the place of what is official.
    const { loadings, loadedAt: nowLoaded } = await year(2028);
    expect(loadings.map(({ number, provisional, loadedByName, days }) => [number, provisional, loadedByName, days.length])).toEqual([[2, false, '王晓梅', official.days.length], [1, true, '王晓梅', guess.days.length]]);
    hall.clock.advance(1_000);
    expect((await load({ ...official, days: official.days.slice(1).concat(off('2028-01-01', '新年')), replaces: nowLoaded })).status).toBe(200);
    hall.clock.advance(1_000);
    expect((await load({ ...official, days: loadings[0]!.days, replaces: (await year(2028)).loadedAt })).body.changes).toEqual([{ day: '2028-01-01', before: off('2028-01-01', '新年'), after: off('2028-01-01', '元旦') }]);
    const sheet = await hall.app.inject({ method: 'GET', url: '/api/staff/calendar-years/2028/list.xlsx', headers: { authorization: `Bearer ${head.token}` } });
    expect([sheet.statusCode, sheet.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    expect(await load({ ...official, replaces: loadedAt })).toMatchObject({ status: 409, body: { code: 'STALE_VERSION' } });
    expect(await load({ ...guess, replaces: (await year(2028)).loadedAt })).toMatchObject({ status: 409, body: { code: 'CALENDAR_YEAR_OFFICIAL' } });
  });

  test('every wrong row is named, and nothing of the year is kept', async () => {
    const refused = await load({ ...official, year: 2029, days: [...official.days, { day: 'Montag', kind: 'rest', name: '' }], replaces: null });
    expect(refused).toMatchObject({ status: 422, body: { code: 'CALENDAR_YEAR_INVALID' } });
    const paths = (refused.body as unknown as { fields: { path: string }[] }).fields.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['days.0.day', 'days.5.day', 'days.5.kind', 'days.5.name']));
    expect((await hall.call('GET', '/staff/calendar-years/2029', head)).status).toBe(404);
  });

  test('a year that is over stays as it was', async () => {
    const days = official.days.map((each) => ({ ...each, day: each.day.replace('2028', '2022') }));
    expect(await load({ ...official, year: 2022, days, replaces: null })).toMatchObject({ status: 409, body: { code: 'CALENDAR_YEAR_PAST' } });
  });

  test('every member of staff may read the calendar, but only who keeps it may load a year', async () => {
    const clerk = await hall.staff(['clerk']);
    const { body } = await hall.call<CalendarYearList>('GET', '/staff/calendar-years', clerk);
    expect(body.thisYear).toBe(2026);
    expect(body.items.map((item) => item.year)).toEqual(expect.arrayContaining([2026, 2027]));
    expect((await hall.call('POST', '/staff/calendar-years', { ...clerk, body: { ...official, replaces: null } })).status).toBe(403);
  });
});
