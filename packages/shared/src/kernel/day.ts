/** Epoch milliseconds, UTC. */
export type Instant = number;
/** `YYYY-MM-DD` in Asia/Shanghai. Compares correctly as a string. */
export type Day = string;
/** `HH:mm` in Asia/Shanghai. Compares correctly as a string. */
export type Clock = string;
/** What the official calendar says of a day; `uncovered` means that year's notice is not loaded yet. */
export type CalendarDayKind = 'workday' | 'extra-workday' | 'weekend' | 'holiday' | 'uncovered';

export const SECOND = 1_000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY_LENGTH = 86_400_000;
/** China keeps UTC+8 the whole year, so a fixed offset is exact and needs no time-zone data. */
const OFFSET = 8 * HOUR;
const WEEKDAY_LABELS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

const pad = (value: number, width: number) => String(value).padStart(width, '0');

/** Days since 1970-01-01 of a civil date (proleptic Gregorian). Arithmetic on March-based years keeps leap days last. */
function numberOfCivil(year: number, month: number, date: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

/** Days since 1970-01-01. */
export const dayNumber = (day: Day): number => numberOfCivil(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)));

/** The day that lies `number` days after 1970-01-01. */
export function dayFromNumber(number: number): Day {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

/** Whether `text` is a real calendar day written `YYYY-MM-DD`. */
export const isDay = (text: unknown): text is Day =>
  typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) && dayFromNumber(dayNumber(text)) === text;

export const isClock = (text: unknown): text is Clock => typeof text === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** The hall's day at an instant. */
export const dayOf = (instant: Instant): Day => dayFromNumber(Math.floor((instant + OFFSET) / DAY_LENGTH));

/** The wall clock of the hall at an instant, minutes rounded down. */
export function clockOf(instant: Instant): Clock {
  const minutes = Math.floor((instant + OFFSET) / MINUTE);
  return clockFromMinutes(((minutes % 1_440) + 1_440) % 1_440);
}

export const instantAt = (day: Day, clock: Clock): Instant => dayNumber(day) * DAY_LENGTH + minutesOfClock(clock) * MINUTE - OFFSET;

/** First instant of the hall's day. */
export const startOfDay = (day: Day): Instant => dayNumber(day) * DAY_LENGTH - OFFSET;

export const addDays = (day: Day, days: number): Day => dayFromNumber(dayNumber(day) + days);

/** How many days after `from` lies `to`; negative when earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** 1 (Monday) to 7 (Sunday). */
export const weekdayOf = (day: Day): number => (((dayNumber(day) + 3) % 7) + 7) % 7 + 1;

export const weekdayLabel = (day: Day): string => WEEKDAY_LABELS[weekdayOf(day) - 1] as string;

/** `3月5日` for sentences. */
export const dayLabel = (day: Day): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** Minutes after midnight. */
export const minutesOfClock = (clock: Clock): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** `minutes` after midnight, 0 to 1439, as a clock. */
export const clockFromMinutes = (minutes: number): Clock => `${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}`;
