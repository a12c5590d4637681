import type { HallTodayView, HourCountView } from '@hall/shared/api/views';
import { copy as words } from '../../kit/copy/office.ts';

const copy = words.today;

export interface Bar { key: string; label: string; value: string; detail?: string | null; share: number; tone?: 'accent' | 'info' }

/** How much of the widest bar each is, 0 to 100; nothing at all is drawn for nought. */
const shareOf = (value: number, most: number): number => (value === 0 || most === 0 ? 0 : Math.max(4, Math.round((value / most) * 100)));

/** Who waits, class by class, with how long somebody who comes now would. */
export function waitingBars({ waiting }: Pick<HallTodayView, 'waiting'>): Bar[] {
  const most = Math.max(...waiting.map(({ count }) => count), 0);
  return waiting.map(({ cls, label, count, lowMinutes, highMinutes }) => ({
    key: cls, label, value: copy.people(count), detail: lowMinutes === null || highMinutes === null ? null : copy.estimate(lowMinutes, highMinutes), share: shareOf(count, most), tone: 'info',
  }));
}

/** What is owed, kind by kind, the latest first; the bar is what is open, its colour whether anything of it is late. */
export function owedBars({ owedByKind }: Pick<HallTodayView, 'owedByKind'>): Bar[] {
  const most = Math.max(...owedByKind.map(({ open }) => open), 0);
  return [...owedByKind].sort((a, b) => b.overdue - a.overdue || b.open - a.open)
    .map(({ code, label, open, overdue }) => ({ key: code, label, value: copy.items(open), detail: overdue > 0 ? copy.late(overdue) : null, share: shareOf(open, most), tone: overdue > 0 ? 'accent' : 'info' }));
}

export interface Column { key: number; label: string; count: number; height: number }

/** The day's services hour by hour. Every second hour is named where the day is long. */
export function hourColumns(hours: readonly HourCountView[]): Column[] {
  const most = Math.max(...hours.map(({ count }) => count), 0);
  const every = hours.length > 6 ? 2 : 1;
  return hours.map(({ hour, count }, at) => ({ key: hour, label: at % every === 0 ? copy.hour(hour) : '', count, height: shareOf(count, most) }));
}

/** `3.5 分钟` without a tail of noughts. */
export const minutesWords = (minutes: number | null): string => (minutes === null ? copy.none : copy.minutes(Math.round(minutes * 10) / 10));
