import type { ScanStateView } from '@hall/shared/api/views';

/** What the code's place shows; `absent` when there is no picture to scan. */
export type ScanFace = ScanStateView['state'] | 'absent';

/** Whole seconds a code still lives. @param since and now on the computer's own running clock, milliseconds */
export const secondsLeft = (since: number, now: number, livesSeconds: number): number => Math.max(0, Math.ceil(livesSeconds - (now - since) / 1_000));

/** The server's word, except that a code nobody has confirmed in time is over even before the server says so. */
export const faceOf = (state: ScanStateView['state'], left: number): ScanFace => (left === 0 && (state === 'waiting' || state === 'looked') ? 'over' : state);
