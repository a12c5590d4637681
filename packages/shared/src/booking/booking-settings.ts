/** What a hall sets about booking. Frozen into a booking's decisions by passing it in. */
export interface BookingSettings {
  holdMinutes: number;
  /** No booking nearer to the slot's start than this. */
  leadMinutes: number;
  /** Days ahead that can be booked, today counted as day 0. */
  windowDays: number;
  /** Late arrivals keep the booked class this long after the slot's start. */
  graceMinutes: number;
  /** Scanning in earlier than this before the slot is too early to count as arrival. */
  arriveEarlyMinutes: number;
  maxReschedules: number;
  /** Open visits at once per person served. */
  maxOpenVisits: number;
  /** This many misses within `missWindowDays` pause booking for `pauseDays` after the last. Walking in stays open. */
  missesBeforePause: number; missWindowDays: number; pauseDays: number;
  /** A cancelled place comes back after a delay within these bounds, so that nobody can pass it on… */
  returnDelayMinMinutes: number; returnDelayMaxMinutes: number;
  /** …except within this many hours of the slot, when a free place is worth more than fairness between watchers. */
  noDelayWithinHours: number;
}

export const DEFAULT_BOOKING_SETTINGS: BookingSettings = {
  holdMinutes: 5, leadMinutes: 30, windowDays: 14, graceMinutes: 15, arriveEarlyMinutes: 120, maxReschedules: 2, maxOpenVisits: 3,
  missesBeforePause: 3, missWindowDays: 90, pauseDays: 7, returnDelayMinMinutes: 2, returnDelayMaxMinutes: 10, noDelayWithinHours: 24,
};
