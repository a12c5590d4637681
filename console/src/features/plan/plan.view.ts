import type { Closure, SlotPattern } from '@hall/shared/booking/slots.rules';
import { checkClosure, checkPattern } from '@hall/shared/booking/slots.rules';

export interface Plan { patterns: SlotPattern[]; closures: Closure[] }
/** A booking at a time the new plan no longer serves, with places it could have instead. */
export interface Conflict { bookingId: string; version: number; reference: string; day: string; from: string; to: string; personName: string; contactPhoneMasked: string | null; hearsByItself: boolean; offers: { id: string; day: string; from: string }[] }
export interface PlanView extends Plan { version: number; conflicts: Conflict[] }

/** A sensible first stretch: a working morning in half hours, a fifth kept for walk-ins. */
export const newPattern = (id: string, today: string): SlotPattern => ({
  id, weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '12:00', slotMinutes: 30, capacity: 10, walkInShare: 0.4, expressPlaces: 2, reservedExpress: 0, reservedRegular: 1,
  effectiveFrom: today, effectiveTo: null, onExtraWorkdays: true,
});

export const newClosure = (id: string, day: string): Closure => ({ id, day, from: null, to: null, reason: '' });

/** The first thing wrong with each row, by the row's id. Empty when the plan can be saved. */
export function problemsOf(plan: Plan): Record<string, { path: string; message: string }> {
  const problems: Record<string, { path: string; message: string }> = {};
  const note = (id: string, verdict: { ok: true } | { ok: false; message: string; path?: string | undefined }) => {
    if (!verdict.ok) problems[id] = { path: verdict.path?.split('.').at(-1) ?? '', message: verdict.message };
  };
  for (const pattern of plan.patterns) note(pattern.id, checkPattern(pattern));
  for (const closure of plan.closures) note(closure.id, checkClosure(closure));
  return problems;
}

export const samePlan = (a: Plan, b: Plan): boolean => JSON.stringify([a.patterns, a.closures]) === JSON.stringify([b.patterns, b.closures]);

/** Every single day the plan speaks of: those closed, and those that displaced bookings are offered. */
export const daysOf = ({ closures }: Plan, conflicts: readonly Conflict[] = []): string[] => [...closures.map(({ day }) => day), ...conflicts.flatMap(({ offers }) => offers.map(({ day }) => day))].filter((day) => day !== '');

/** The row with that id changed, the others as they were. */
export const changed = <T extends { id: string }>(rows: readonly T[], id: string, part: Partial<T>): T[] => rows.map((row) => (row.id === id ? { ...row, ...part } : row));
