/** The one source of time. Everything else asks it, so that a test or the demo can decide what "now" is. */
export abstract class Clock {
  /** Epoch milliseconds, UTC. */
  abstract now(): number;
}

export class SystemClock extends Clock {
  now(): number {
    return Date.now();
  }
}

/** For tests: stands still until told otherwise. */
export class FixedClock extends Clock {
  private instant: number;

  constructor(instant: number) {
    super();
    this.instant = instant;
  }

  now(): number {
    return this.instant;
  }

  set(instant: number): void {
    this.instant = instant;
  }

  advance(milliseconds: number): void {
    this.instant += milliseconds;
  }
}

/** For tests that run a whole server: starts at a given instant and runs on at real speed. */
export class StartedClock extends Clock {
  private readonly ahead: number;

  constructor(startsAt: number) {
    super();
    this.ahead = startsAt - Date.now();
  }

  now(): number {
    return Date.now() + this.ahead;
  }
}
