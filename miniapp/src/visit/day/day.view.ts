import type { SlotDayView } from '@hall/shared/api/views';
import { dayLabel, yearOf } from '@hall/shared/kernel/day';
import { copy as words } from '../../kit/copy/visit.ts';

const copy = words.book;

/** Longer reasons stand below the days: a box for a day holds a few letters. */
const FEW_LETTERS = 6;
const fits = (note: string): boolean => note.length <= FEW_LETTERS;

/** How many more places there are on a day, in a word. */
export function freeInWords(day: SlotDayView): string {
  if (!day.open) return day.note === null ? copy.closed : fits(day.note) ? day.note : copy.notOffered;
  return day.free === 0 ? copy.full : copy.free(day.free);
}

/** The reasons that do not fit, each once with its days, in the order of the days. */
export function notesOf(days: readonly SlotDayView[]): string[] {
  const byNote = new Map<string, string[]>();
  for (const { day, note } of days) if (note !== null && !fits(note)) byNote.set(note, [...byNote.get(note) ?? [], dayLabel(day)]);
  return [...byNote].map(([note, on]) => copy.someDays(on.join('、'), note));
}

/** The years among these days whose holidays are not announced yet, each once. */
export const provisionalYears = (days: readonly SlotDayView[]): number[] => [...new Set(days.filter((day) => day.provisional).map(({ day }) => yearOf(day)))];

export const mayChoose = (day: SlotDayView): boolean => day.open && day.free > 0;
