import type { DeskView, QueueRowView, VisitMatterView } from '@hall/shared/api/views';
import { deskCopy as copy } from '../../kit/copy/desk.copy.ts';
import type { TicketVerb } from './use-desk.ts';

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

export type Reasons = Partial<Record<'next' | 'window' | TicketVerb, string>>;

/** Why a key of the desk does nothing now, in the clerk's words: a dead key without a reason costs a hurried person a minute. */
export function reasonsOf(desk: DeskView): Reasons {
  const { current, window, next, queue } = desk;
  if (current) {
    const may = (verb: TicketVerb) => current.actions.includes(verb);
    const here = current.state === 'serving';
    return {
      next: copy.why.nextBusy(current.number), window: copy.why.windowBusy,
      ...(may('recall') ? {} : { recall: here ? copy.why.alreadyHere : copy.why.recallsUsed }),
      ...(may('miss') || !here ? {} : { miss: copy.why.missHere }),
      ...(may('serve') || !here ? {} : { serve: copy.why.alreadyHere }),
      ...(may('done') ? {} : { done: copy.why.notHereYet }),
    };
  }
  if (window?.state === 'paused') return { next: copy.why.paused };
  return next ? {} : { next: queue.length > 0 ? copy.why.nobodyHere : copy.why.nobody };
}
