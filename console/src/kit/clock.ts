import { clockOf, dayLabel, dayOf as hallDayOf, weekdayLabel } from '@hall/shared/kernel/day';

/**
 * The console's one clock. Instants are epoch milliseconds corrected to the server's clock, because a window PC whose
 * clock is four minutes off would otherwise show a wrong five-minute clock. Words are always Asia/Shanghai (UTC+8).
 */
/** Corrections smaller than this are network latency, not a wrong clock. */
const TOLERANCE_MS = 1_500;

let offset = 0;

/** The present instant, epoch ms, on the server's clock as last heard. */
export const now = (): number => Date.now() + offset;

/** Adopts the server's clock from a view's `serverTime` (epoch ms). */
export function agreeWithServer(serverTime: number): void {
  const wanted = serverTime - Date.now();
  if (Math.abs(wanted - offset) > TOLERANCE_MS) offset = wanted;
}

/** Milliseconds that only ever run forward, for measuring how long: setting a clock right must not look like time gone by. */
export const ticks = (): number => performance.now();

/** `HH:mm` in Shanghai. */
export const clockText = clockOf;

/** The hall's day, `YYYY-MM-DD`, at an instant. */
export const dayOf = hallDayOf;

/** `11月22日 10:32` in Shanghai. */
export const momentText = (instant: number): string => `${dayLabel(dayOf(instant))} ${clockText(instant)}`;

/** `11月22日 周日` for a `YYYY-MM-DD` day. */
export const dayWords = (day: string): string => `${dayLabel(day)} ${weekdayLabel(day)}`;

/** Minutes and seconds, `m:ss`, of a length in seconds; never negative. */
export function lengthText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
