import type { TicketView } from '@hall/shared/api/views';
import { clockOf } from '@hall/shared/kernel/day';
import { copy } from '../kit/copy/home.ts';
import type { Tone } from '../kit/ui/card.tsx';
import type { IconName } from '../kit/ui/icon.tsx';

/** Where a ticket stands, in a few words for a line of a list. `whole`: the words say it all, without the number before them. */
export interface TicketWords { place: string; detail: string | null; tone: Tone; icon: IconName; whole: boolean }

/** What its holder wants to know at a glance; the ticket's own page has the rest. */
export function ticketInWords(ticket: TicketView): TicketWords {
  const window = ticket.windowLabel ?? '';
  const said = (place: string, detail: string | null, tone: Tone, icon: IconName = 'ticket') => ({ place, detail, tone, icon, whole: false });
  switch (ticket.state) {
    case 'called': return { ...said(copy.task.called(window), ticket.number, 'accent', 'bell-ring'), whole: true };
    case 'serving': return { ...said(copy.task.serving(window), ticket.number, 'ok'), whole: true };
    case 'missed': return said(copy.task.missed, ticket.actions.includes('rejoin') ? copy.task.missedDetail : copy.task.missedOver, 'warn');
    case 'parked': return said(copy.task.parked, copy.task.parkedDetail, 'warn');
    case 'transferred': return said(copy.task.transferred, waitOf(ticket), 'info');
    case 'unserved': return said(copy.task.unserved, copy.task.unservedDetail, 'warn');
    case 'served': return said(ticket.sentence, null, 'ok', 'circle-check');
    case 'left': return said(ticket.sentence, null, 'plain');
    default: return said(placeOf(ticket), waitOf(ticket), 'info');
  }
}

/** Nobody is next before their time has come. */
function placeOf(ticket: TicketView): string {
  const early = ticket.eligibleAt > ticket.serverTime;
  return ticket.ahead === 0 && early ? copy.task.eligible(clockOf(ticket.eligibleAt)) : copy.task.ahead(ticket.ahead);
}

const waitOf = ({ estimate, sentence }: TicketView): string => (estimate && estimate.highMinutes > 0 ? copy.task.estimate(copy.about(estimate.lowMinutes, estimate.highMinutes)) : sentence);
