import { appendFileSync } from 'node:fs';

const isFull = process.env.HALL_DOSE === 'full';

/** How much of a trial is run: a small dose in every `npm test`, the full counts by `npm run trust`. */
export const dose = (small: number, full: number): number => (isFull ? full : small);

/** Milliseconds one trial may take; a full dose is long, and the machine may be busy. */
export const PATIENCE = dose(180_000, 3_600_000);

/** Says what was counted, one line; `npm run trust` shows these lines at its end. */
export function tell(line: string): void {
  if (process.env.HALL_TRUST_REPORT) appendFileSync(process.env.HALL_TRUST_REPORT, `${line}\n`);
}
