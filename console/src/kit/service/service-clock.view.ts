import type { DeskTicketView } from '@hall/shared/api/views';

/** The clock of one service. `share` is 0..1 of the limit used; `over` once it is passed. Parked time does not count. */
export interface ServiceClock { running: boolean; seconds: number; share: number; over: boolean }

/** Instants epoch ms on the server's clock. Before the person stands at the window the clock stays at zero. */
export function serviceClock(ticket: Pick<DeskTicketView, 'servingSince' | 'parkedSeconds' | 'clockLimitSeconds'>, now: number): ServiceClock {
  if (ticket.servingSince === null) return { running: false, seconds: 0, share: 0, over: false };
  const seconds = Math.max(0, Math.floor((now - ticket.servingSince) / 1_000) - ticket.parkedSeconds);
  return { running: true, seconds, share: Math.min(1, seconds / ticket.clockLimitSeconds), over: seconds > ticket.clockLimitSeconds };
}
