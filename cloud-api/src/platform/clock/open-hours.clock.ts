import { addDays, dayOf, instantAt } from '@hall/shared/kernel/day';
import { Clock } from './clock.ts';

/** Which days the hall works, and between which clocks (`HH:mm`, Asia/Shanghai). */
export interface OpenHours {
  from: string;
  to: string;
  isWorkingDay(day: string): boolean;
}

/**
 * The demo's clock: it runs at real speed but only through opening hours, and steps from closing time straight to the
 * next opening, so that whoever starts the demo at midnight still finds a hall at work. It never runs backwards.
 */
export class OpenHoursClock extends Clock {
  private readonly real: Clock;
  private readonly hours: OpenHours;
  private realAnchor: number;
  private hallAnchor: number;

  constructor(real: Clock, hours: OpenHours) {
    super();
    this.real = real;
    this.hours = hours;
    this.realAnchor = real.now();
    this.hallAnchor = this.toOpen(this.realAnchor);
  }

  /** The hall has already lived through this instant (epoch milliseconds): go on from there. */
  notBefore(instant: number): void {
    const now = this.now();
    if (instant > now) this.hallAnchor = this.toOpen(instant);
  }

  now(): number {
    const real = this.real.now();
    let at = this.hallAnchor;
    let left = Math.max(0, real - this.realAnchor);
    for (;;) {
      const closing = instantAt(dayOf(at), this.hours.to);
      if (at + left < closing) break;
      left -= closing - at;
      at = this.toOpen(closing);
    }
    this.realAnchor = real;
    this.hallAnchor = at + left;
    return this.hallAnchor;
  }

  /** Goes back to live through days that are to be past: only for a hall that has not lived yet. */
  liveFrom(instant: number): void {
    this.realAnchor = this.real.now();
    this.hallAnchor = this.toOpen(instant);
  }

  private toOpen(instant: number): number {
    let day = dayOf(instant);
    for (let tries = 0; tries < 400; tries += 1) {
      if (this.hours.isWorkingDay(day)) {
        const opening = instantAt(day, this.hours.from);
        if (instant < opening) return opening;
        if (instant < instantAt(day, this.hours.to)) return instant;
      }
      day = addDays(day, 1);
      instant = instantAt(day, '00:00');
    }
    throw new Error('No working day within 400 days: check the calendar');
  }
}
