import type { HallTodayView, HourCountView } from '@hall/shared/api/views';
import { copy as words } from '../../kit/copy/office.ts';

const copy = words.today;

/** A line of words with its length beneath: 0 to 100 of the widest. */
export interface Bar { key: string; words: string; share: number; late: boolean }

/** How much of the widest bar each is, 0 to 100; nothing at all is drawn for nought. */
const shareOf = (value: number, most: number): number => (value === 0 || most === 0 ? 0 : Math.max(4, Math.round((value / most) * 100)));

const line = (...parts: (string | null)[]): string => parts.filter((part) => part !== null).join(' · ');

/** Who waits, class by class, with how long somebody who comes now would. */
export function waitingBars({ waiting }: Pick<HallTodayView, 'waiting'>): Bar[] {
  const most = Math.max(...waiting.map(({ count }) => count), 0);
  return waiting.map(({ cls, label, count, lowMinutes, highMinutes }) => ({
    key: cls, words: line(label, copy.people(count), lowMinutes === null || highMinutes === null ? null : copy.estimate(lowMinutes, highMinutes)), share: shareOf(count, most), late: false,
  }));
}

/** What is owed, kind by kind, the latest first; the length is what is open, its colour whether anything of it is late. */
export function owedBars({ owedByKind }: Pick<HallTodayView, 'owedByKind'>): Bar[] {
  const most = Math.max(...owedByKind.map(({ open }) => open), 0);
  return [...owedByKind].sort((a, b) => b.overdue - a.overdue || b.open - a.open)
    .map(({ code, label, open, overdue }) => ({ key: code, words: line(label, copy.items(open), overdue > 0 ? copy.late(overdue) : null), share: shareOf(open, most), late: overdue > 0 }));
}

export interface Column { key: number; count: number; height: number; /** Empty for an hour that goes without a name; `span` is how many hours the name stands under. */ label: string; span: number }

/** The day's services hour by hour. Every second hour is named where the day is long. */
export function hourColumns(hours: readonly HourCountView[]): Column[] {
  const most = Math.max(...hours.map(({ count }) => count), 0);
  const every = hours.length > 6 ? 2 : 1;
  return hours.map(({ hour, count }, at) => ({ key: hour, label: at % every === 0 ? copy.hour(hour) : '', span: Math.min(every, hours.length - at), count, height: shareOf(count, most) }));
}

/** `3.5 分钟` without a tail of noughts. */
export const minutesWords = (minutes: number | null): string => (minutes === null ? copy.none : copy.minutes(Math.round(minutes * 10) / 10));
