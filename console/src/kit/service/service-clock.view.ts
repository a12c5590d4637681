import type { DeskTicketView } from '@hall/shared/api/views';

/** The clock of one service. `share` is 0..1 of the limit used; `over` once it is passed. Parked time does not count. */
export interface ServiceClock { running: boolean; seconds: number; share: number; over: boolean }

/** Instants epoch ms on the server's clock. The clock runs only while the person is served: before, and when called back after a pause, it stands. */
export function serviceClock(ticket: Pick<DeskTicketView, 'state' | 'servingSince' | 'runningSeconds' | 'parkedSeconds' | 'clockLimitSeconds'>, now: number): ServiceClock {
  if (ticket.servingSince === null) return { running: false, seconds: 0, share: 0, over: false };
  const running = ticket.state === 'serving';
  const seconds = running ? Math.max(0, Math.floor((now - ticket.servingSince) / 1_000) - ticket.parkedSeconds) : ticket.runningSeconds;
  return { running, seconds, share: Math.min(1, seconds / ticket.clockLimitSeconds), over: seconds > ticket.clockLimitSeconds };
}
