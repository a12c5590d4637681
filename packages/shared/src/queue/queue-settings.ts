import { MINUTE } from '../kernel/day.ts';

export type TicketClass = 'booked' | 'walkin' | 'care';
export const TICKET_CLASSES: readonly TicketClass[] = ['care', 'booked', 'walkin'];
export const TICKET_CLASS_LABELS: Record<TicketClass, string> = { booked: '预约号', walkin: '普通号', care: '爱心号' };

/** What a hall sets about its queue. */
export interface QueueSettings {
  /** Minutes after becoming eligible at which a ticket of the class is due. The smallest is p_min, the head start nobody can buy. */
  patienceMinutes: Record<TicketClass, number>;
  maxRecalls: number; maxRejoins: number;
  /** Serving starts by itself this long after the last call. */
  autoServeSeconds: number;
  /** The promise the clock measures. */
  clockLimitSeconds: number;
  /** A service nobody closes is flagged after the first and released after the second. */
  flagAfterMinutes: number; releaseAfterMinutes: number;
}

export const DEFAULT_QUEUE_SETTINGS: QueueSettings = {
  patienceMinutes: { care: 5, booked: 10, walkin: 30 }, maxRecalls: 3, maxRejoins: 2, autoServeSeconds: 60, clockLimitSeconds: 300, flagAfterMinutes: 45, releaseAfterMinutes: 120,
};

/** p_min in milliseconds. */
export const shortestPatience = (settings: QueueSettings): number => Math.min(...Object.values(settings.patienceMinutes)) * MINUTE;
