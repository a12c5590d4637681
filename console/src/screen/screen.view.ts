import type { BoardCallView, BoardView, CheckInCodeView, ClassWaitView } from '@hall/shared/api/views';
import { screenCopy as copy } from '../kit/copy/screen.copy.ts';

/** What the device endpoint answers. */
export interface ScreenState { board: BoardView; checkIn: CheckInCodeView }

const EARLIER = 5;
/** Without an answer for this long the screen says until when its data hold. */
const STALE_MS = 15_000;

/** The last call, and up to five before it, newest first. A number called twice stands once. */
export function callsShown(calls: readonly BoardCallView[]): { last: BoardCallView | null; earlier: BoardCallView[] } {
  const seen = new Set<string>();
  const ordered = [...calls].sort((a, b) => b.calledAt - a.calledAt).filter((call) => !seen.has(call.number) && seen.add(call.number));
  return { last: ordered[0] ?? null, earlier: ordered.slice(1, 1 + EARLIER) };
}

/** The honest range for those who wait in a class; never a single promised minute without windows open. */
export function waitWords(wait: ClassWaitView): string {
  if (wait.count === 0) return copy.nobody;
  if (wait.lowMinutes === null || wait.highMinutes === null) return copy.unknown;
  if (wait.highMinutes === 0) return copy.soon;
  return copy.minutes(wait.lowMinutes, wait.highMinutes);
}

/** True once the newest answer is too old to be shown without saying so. Both instants epoch ms on the same clock. */
export const isStale = (heardAt: number, now: number): boolean => now - heardAt > STALE_MS;

/** Six digits in two groups of three, readable across a hall. */
export const grouped = (digits: string): string => digits.replace(/^(\d{3})(\d{3})$/, '$1 $2');

/** The server takes a code for a minute after its own; half of it bridges the time until the next one has arrived. */
const BRIDGED_MS = 30_000;
/** A used-up code must not be scanned: it is shown only while it will be taken. */
export const codeHolds = (checkIn: CheckInCodeView | null, now: number): checkIn is CheckInCodeView => checkIn !== null && checkIn.validUntil + BRIDGED_MS > now;
