import { DEFAULT_BOOKING_SETTINGS } from '../booking/booking-settings.ts';
import { USUAL_QUIET_HOURS } from '../notification/quiet-hours.rules.ts';
import { DEFAULT_QUEUE_SETTINGS } from '../queue/queue-settings.ts';
import { INVITATION_DAYS } from '../rating/rating.rules.ts';
import { SETTINGS, SETTING_NAMES, settingIn, settingOf, settingProblem, settingText } from './settings.catalogue.ts';
import type { SettingName } from './settings.catalogue.ts';

const NOTHING = new Map<string, unknown>();

test('what holds before a hall decides is what the rules of its rooms are tried with', () => {
  for (const [name, usual] of Object.entries(DEFAULT_BOOKING_SETTINGS)) expect([name, settingIn(NOTHING, `booking.${name}` as SettingName)]).toEqual([name, usual]);
  const { patienceMinutes, ...plain } = DEFAULT_QUEUE_SETTINGS;
  for (const [name, usual] of Object.entries(plain)) expect([name, settingIn(NOTHING, `queue.${name}` as SettingName)]).toEqual([name, usual]);
  for (const [cls, usual] of Object.entries(patienceMinutes)) expect([cls, settingIn(NOTHING, `queue.patience.${cls}` as SettingName)]).toEqual([cls, usual]);
  expect(settingIn(NOTHING, 'rating.invitation-days')).toBe(INVITATION_DAYS);
  expect(settingIn(NOTHING, 'notification.quiet-hours')).toEqual(USUAL_QUIET_HOURS);
});

test.each(SETTING_NAMES.filter((name) => SETTINGS[name].by !== 'hall'))('%s says what it means, and its usual value is one it may have', (name) => {
  const { label, meaning, effect, usual } = SETTINGS[name];
  expect([label, meaning, effect].every((words) => words.length > 1 && !/[a-z]/i.test(words))).toBe(true);
  expect(settingProblem(name, usual, NOTHING, [])).toBeNull();
});

test('a number out of its bounds, a fraction and a word are refused with the bounds and the unit', () => {
  for (const wrong of [0, 61, 1.5, '14', null]) expect(settingProblem('booking.windowDays', wrong, NOTHING, [])).toBe('请写 1 到 60 天的整数');
  expect(settingProblem('suggestion.box-weekday', 8, NOTHING, [])).toBe('请选星期一到星期日的一天');
});

test('of two settings that belong together the smaller stays the smaller, whatever the other was set to', () => {
  expect(settingProblem('booking.returnDelayMinMinutes', 11, NOTHING, [])).toBe('不能大于“退号最慢多久放出”（现在是 10），请先改它');
  expect(settingProblem('booking.returnDelayMinMinutes', 11, new Map([['booking.returnDelayMaxMinutes', 12]]), [])).toBeNull();
  expect(settingProblem('queue.patience.booked', 4, NOTHING, [])).toContain('不能小于“爱心号等候目标”');
});

test('a department must be one in use, or none; times are times', () => {
  expect([settingProblem('rights.departmentId', null, NOTHING, ['a']), settingProblem('rights.departmentId', 'a', NOTHING, ['a']), settingProblem('rights.departmentId', 'b', NOTHING, ['a'])]).toEqual([null, null, '没有这个科室，请重新选择']);
  expect(settingProblem('notification.quiet-hours', { from: '21:00', to: '25:00' }, NOTHING, [])).toBe('时间请写成 21:00 这样');
  expect(settingProblem('notification.quiet-hours', 'always', NOTHING, [])).toBe('时间请写成 21:00 这样');
});

test('a value reads as people say it', () => {
  const text = (name: string, value: unknown) => settingText(name, value, (id) => `科室 ${id}`);
  expect([text('booking.windowDays', 14), text('suggestion.box-weekday', 5), text('notification.quiet-hours', { from: '21:00', to: '07:30' }), text('notification.quiet-hours', { from: '00:00', to: '00:00' }), text('rights.departmentId', 'a'), text('rights.departmentId', null)])
    .toEqual(['14 天', '周五', '21:00 到 07:30', '不设', '科室 a', '没有设']);
  expect([text('gone', 1), settingOf('toString')]).toEqual(['没有设', null]);
});
