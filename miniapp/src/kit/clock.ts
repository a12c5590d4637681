import { clockOf, dayLabel, daysBetween, dayOf, weekdayLabel, yearOf, type Day, type Instant } from '@hall/shared/kernel/day';
import { keep, recall } from './storage.ts';

/** The one clock of this app; everything else takes the time as a parameter. */
let ahead: number | null = null;
let calibrated = false;

/** By how much the server is ahead of this phone; remembered, because what is shown without a network has its times too. */
const lead = (): number => (ahead ??= recall<number>('phone', 'ahead') ?? 0);

/** Now, as the server sees it: a phone set ten minutes wrong still counts down rightly. */
export const now = (): Instant => Date.now() + lead();

/** Takes the server's time from an answer; differences below two seconds are the network's. */
export function calibrate(serverTime: Instant): void {
  calibrated = true;
  const difference = serverTime - Date.now();
  const next = Math.abs(difference) < 2_000 ? 0 : difference;
  if (Math.abs(next - lead()) >= 2_000) keep('phone', 'ahead', next);
  ahead = next;
}

/** Whether the server has told its time since the app was opened. */
export const knowsTheHour = (): boolean => calibrated;

/** The hall's day, now. */
export const today = (): Day => dayOf(now());

/** `11月24日 周二`. */
export const dayInWords = (day: Day): string => `${dayLabel(day)} ${weekdayLabel(day)}`;

/** `2026年11月24日`, where the year matters. */
export const dayInFull = (day: Day): string => `${yearOf(day)}年${dayLabel(day)}`;

/** `11月20日 周五`, with the year where it is not this one. */
export const dayWords = (day: Day, here: Day): string => (yearOf(day) === yearOf(here) ? dayInWords(day) : dayInFull(day));

/** `今天`, `明天`, or the day in words, seen from `here`. */
export function dayFromHere(day: Day, here: Day): string {
  return nearDay(day, here) ?? dayInWords(day);
}

/** `今天`, `明天`, or null for any other day. */
export function nearDay(day: Day, here: Day): string | null {
  const distance = daysBetween(here, day);
  return distance === 0 ? '今天' : distance === 1 ? '明天' : null;
}

/** `今天 10:32` or `11月24日 周二 10:32`. */
export const momentInWords = (at: Instant, here: Day): string => `${dayFromHere(dayOf(at), here)} ${clockOf(at)}`;

/** `4:05`, never below zero. */
export function countdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
