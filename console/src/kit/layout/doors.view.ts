import { layoutCopy as copy } from '../copy/layout.copy.ts';

/** A room of the console and the permission that opens it. `keep`: not of the daily work, but where the hall is kept in order. */
export interface Door { path: string; label: string; permission: string; keep?: true }

export const DOORS: readonly Door[] = [
  { path: '/desk', label: copy.desk, permission: 'queue.call' },
  { path: '/review', label: copy.review, permission: 'review.claim' },
  { path: '/find', label: copy.find, permission: 'case.find' },
  { path: '/booking', label: copy.booking, permission: 'booking.assist' },
  { path: '/plan', label: copy.plan, permission: 'booking.plan', keep: true },
  { path: '/batches', label: copy.batches, permission: 'batch.export' },
  { path: '/deadlines', label: copy.deadlines, permission: 'deadline.read' },
  { path: '/rating-cases', label: copy.ratingCases, permission: 'rating.handle' },
  { path: '/duty', label: copy.duty, permission: 'duty.edit', keep: true },
  { path: '/calendar', label: copy.calendar, permission: 'calendar.edit', keep: true },
  { path: '/policy', label: copy.policy, permission: 'policy.edit', keep: true },
  { path: '/devices', label: copy.devices, permission: 'device.pair', keep: true },
];

/** The doors a clerk may open, in the order of the working day. */
export const openDoors = (permissions: readonly string[]): Door[] => DOORS.filter((door) => permissions.includes(door.permission));

/** The doors as the bar shows them: the daily ones side by side, those of keeping the hall behind one word, unless there is just one. */
export function barOf(doors: readonly Door[]): { daily: Door[]; keeping: Door[] } {
  const keeping = doors.filter((door) => door.keep);
  return keeping.length < 2 ? { daily: [...doors], keeping: [] } : { daily: doors.filter((door) => !door.keep), keeping };
}
