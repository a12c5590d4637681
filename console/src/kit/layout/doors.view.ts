import { layoutCopy as copy } from '../copy/layout.copy.ts';

/** A room of the console and the permission that opens it. */
export interface Door { path: string; label: string; permission: string }

export const DOORS: readonly Door[] = [
  { path: '/desk', label: copy.desk, permission: 'queue.call' },
  { path: '/review', label: copy.review, permission: 'review.claim' },
  { path: '/find', label: copy.find, permission: 'case.find' },
  { path: '/booking', label: copy.booking, permission: 'booking.assist' },
  { path: '/plan', label: copy.plan, permission: 'booking.plan' },
  { path: '/batches', label: copy.batches, permission: 'batch.export' },
  { path: '/devices', label: copy.devices, permission: 'device.pair' },
];

/** The doors a clerk may open, in the order of the working day. */
export const openDoors = (permissions: readonly string[]): Door[] => DOORS.filter((door) => permissions.includes(door.permission));
