import type { DutyAbsenceView, DutyDayView, DutyImportRowView, DutyPairInput, DutyPairView, DutyShiftInput, DutyShiftView } from '@hall/shared/api/views';
import { addDays, isDay, weekdayOf } from '@hall/shared/kernel/day';
import type { Tone } from '../../kit/state/StateTag.tsx';

/** What has been chosen but not saved yet: a leader, or nobody, for a day. */
export type Draft = Readonly<Record<string, string | null>>;

/** The month as weeks beginning on Monday; empty places before the first and after the last day. */
export function weeksOf(days: readonly DutyDayView[]): (DutyDayView | null)[][] {
  const first = days[0];
  if (!first) return [];
  const places: (DutyDayView | null)[] = [...Array.from({ length: weekdayOf(first.day) - 1 }, () => null), ...days];
  while (places.length % 7 !== 0) places.push(null);
  return Array.from({ length: places.length / 7 }, (_, week) => places.slice(week * 7, week * 7 + 7));
}

/** `YYYY-MM` some months away. */
export function monthAway(month: string, by: number): string {
  const middle = addDays(`${month}-15`, by * 30);
  return middle.slice(0, 7);
}
export const monthOf = (text: string, today: string): string => (isDay(`${text}-01`) ? text : today.slice(0, 7));

export const toneOfShift = (shift: Pick<DutyShiftView, 'state' | 'handOverOwed'>): Tone =>
  shift.handOverOwed ? 'warn' : shift.state === 'on-duty' ? 'sun' : shift.state === 'handed-over' ? 'ok' : shift.state === 'missed' ? 'accent' : 'quiet';

/** A day can be planned anew while it lies ahead and nobody has signed in. */
export const mayPlan = ({ day, shift }: DutyDayView, today: string): boolean => day >= today && (shift === null || shift.state === 'planned');

/** Only what is really different is sent, each with the version that was seen. */
export const changesOf = (days: readonly DutyDayView[], draft: Draft): DutyShiftInput[] =>
  days.flatMap(({ day, shift }) => (day in draft && draft[day] !== (shift?.leaderId ?? null) ? [{ day, leaderId: draft[day] ?? null, version: shift?.version ?? null }] : []));

export const importChanges = (rows: readonly DutyImportRowView[]): DutyImportRowView[] => rows.filter((row) => row.change !== 'same');

/** Who acts while somebody is away: whoever was named for it, else the standing substitute; null while nobody does. */
export const actsMeanwhile = (pairs: readonly DutyPairView[], { staffId, substituteName }: Pick<DutyAbsenceView, 'staffId' | 'substituteName'>): string | null =>
  substituteName ?? pairs.find((pair) => pair.staffId === staffId)?.substituteName ?? null;

/** Whether the pairs can be saved: two different people each, and no A twice. */
export const pairsAreWhole = (pairs: readonly DutyPairInput[]): boolean =>
  pairs.every(({ staffId, substituteId }) => staffId !== '' && substituteId !== '' && staffId !== substituteId) && new Set(pairs.map(({ staffId }) => staffId)).size === pairs.length;
