/** Seconds left before the idle lock, from the last sign of life (both in milliseconds of one clock); zero when it is due. */
export function secondsToLock(lastActive: number, now: number, idleLockSeconds: number): number {
  return Math.max(0, Math.ceil(idleLockSeconds - (now - lastActive) / 1_000));
}
