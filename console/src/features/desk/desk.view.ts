import type { DeskTicketView, DeskView, QueueRowView, VisitMatterView } from '@hall/shared/api/views';

/** The clock of one service. `share` is 0..1 of the limit used; `over` once it is passed. Parked time does not count. */
export interface ServiceClock { running: boolean; seconds: number; share: number; over: boolean }

/** Instants epoch ms on the server's clock. Before the person stands at the window the clock stays at zero. */
export function serviceClock(ticket: Pick<DeskTicketView, 'servingSince' | 'parkedSeconds' | 'clockLimitSeconds'>, now: number): ServiceClock {
  if (ticket.servingSince === null) return { running: false, seconds: 0, share: 0, over: false };
  const seconds = Math.max(0, Math.floor((now - ticket.servingSince) / 1_000) - ticket.parkedSeconds);
  return { running: true, seconds, share: Math.min(1, seconds / ticket.clockLimitSeconds), over: seconds > ticket.clockLimitSeconds };
}

export type QueueList = 'waiting' | 'missed' | 'parked';

export function rowsOf(desk: DeskView, list: QueueList): QueueRowView[] {
  if (list === 'missed') return desk.missed;
  return list === 'parked' ? desk.parked : desk.queue;
}

const OPEN_MATTER = ['handled', 'closed', 'completed'];
export const isSettled = (matter: VisitMatterView): boolean => OPEN_MATTER.includes(matter.state);

/** The matter to look at: the chosen one while it is there, else the first that still needs something, else the first. */
export function matterShown(matters: readonly VisitMatterView[], chosen: string | null): VisitMatterView | null {
  return matters.find((matter) => matter.id === chosen) ?? matters.find((matter) => !isSettled(matter)) ?? matters[0] ?? null;
}

/** Whether the next person may be called: a window that is open, and nobody standing at it. */
export const mayCall = (desk: DeskView): boolean => desk.window !== null && desk.window.state !== 'closed' && desk.window.state !== 'paused' && desk.current === null;
