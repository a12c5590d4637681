import type { DeskView, QueueRowView, VisitMatterView } from '@hall/shared/api/views';

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

/** The one matter with a form to fill at the window; everything else is settled in talk and ends with the visit. */
const WITH_FORM = 'enrolment';
export const hasForm = (matter: Pick<VisitMatterView, 'matterId'>): boolean => matter.matterId === WITH_FORM;

/** Whether the next person may be called: a window that is open, and nobody standing at it. */
export const mayCall = (desk: DeskView): boolean => desk.window !== null && desk.window.state !== 'closed' && desk.window.state !== 'paused' && desk.current === null;
