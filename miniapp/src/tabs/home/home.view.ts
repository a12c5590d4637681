import type { ApplicationCardView, BookingView, HallOverviewView, RatingInvitationView, TicketView } from '@hall/shared/api/views';
import { clockOf, dayOf, daysBetween, type Day, type Instant } from '@hall/shared/kernel/day';
import { beginning } from '../../kit/beginning.ts';
import { dayFromHere, nearDay } from '../../kit/clock.ts';
import { copy } from '../../kit/copy/home.ts';
import { to } from '../../kit/navigate.ts';
import { inOnePiece } from '../../kit/in-one-piece.ts';
import type { Tone } from '../../kit/ui/card.tsx';
import type { IconName } from '../../kit/ui/icon.tsx';
import { ticketInWords } from '../ticket-words.ts';

/** Everything of one person that may be waiting for them. */
export interface Mine { tickets: TicketView[]; bookings: BookingView[]; applications: ApplicationCardView[]; ratings: RatingInvitationView[]; /** Suggestions whose answer waits for a word. */ answered: { id: string; excerpt: string }[]; /** Questions that were answered and neither found helpful nor asked again. */ enquiries: { id: string; excerpt: string; answeredAt: Instant }[]; /** With a place in them, not begun yet. */ activities: { id: string; title: string; place: string; startsAt: Instant }[]; unread: number }
export interface Task { id: string; tone: Tone; icon: IconName; title: string; detail: string | null; url: string; /** It happens in the hall at this moment. */ now?: boolean }

const GOING_ON: readonly TicketView['state'][] = ['waiting', 'called', 'serving', 'missed', 'parked', 'transferred'];
const COMING: readonly BookingView['state'][] = ['held', 'booked'];

/** What waits for this person, the most pressing first: being called, then what must be corrected, then visits, then the rest. */
export function tasksOf(mine: Mine, today: Day): Task[] {
  const booked = new Set(mine.bookings.filter((booking) => COMING.includes(booking.state)).flatMap((booking) => booking.matters.map((matter) => matter.applicationId)));
  return [
    ...mine.tickets.filter((ticket) => GOING_ON.includes(ticket.state) || ticket.state === 'unserved').map(ticketTask),
    ...mine.applications.flatMap((application) => applicationTask(application, booked.has(application.id))),
    ...mine.bookings.filter((booking) => COMING.includes(booking.state)).sort((a, b) => a.arriveFrom - b.arriveFrom).map((booking) => bookingTask(booking, today)),
    ...mine.answered.map(answeredTask),
    ...mine.enquiries.filter(({ answeredAt }) => daysBetween(dayOf(answeredAt), today) <= ANSWER_WAITS_DAYS).map(enquiryTask),
    ...mine.activities.flatMap((activity) => activityTask(activity, today)),
    ...mine.ratings.filter((rating) => rating.state === 'open').map(ratingTask),
    ...(mine.unread > 0 ? [{ id: 'task-inbox', tone: 'info' as const, icon: 'inbox' as const, title: copy.task.inbox(mine.unread), detail: null, url: '/account/inbox/index', weight: 6 }] : []),
  ].sort((a, b) => a.weight - b.weight).map(({ weight: _, ...task }) => task);
}

type Weighed = Task & { weight: number };

/** A call comes before everything, a visit of today that failed only among what can wait until the door opens again. */
const WEIGHT: Partial<Record<TicketView['state'], number>> = { called: 0, unserved: 2 };

function ticketTask(ticket: TicketView): Weighed {
  const { place, whole, detail, tone, icon } = ticketInWords(ticket);
  return { id: `task-ticket-${ticket.id}`, tone, icon, title: whole ? place : copy.task.ofNumber(ticket.number, place), detail, url: to('/visit/ticket/index', { id: ticket.id }), now: GOING_ON.includes(ticket.state), weight: WEIGHT[ticket.state] ?? 1 };
}

function applicationTask(application: ApplicationCardView, booked: boolean): Weighed[] {
  const name = inOnePiece(application.maskedName) || application.relationLabel;
  const at = { id: `task-application-${application.id}`, url: to('/enrolment/status/index', { id: application.id }) };
  switch (application.state) {
    case 'returned': return [{ ...at, tone: 'accent', icon: 'undo-2', title: copy.task.returned(name), detail: copy.task.returnedDetail, url: to('/enrolment/fix/index', { id: application.id }), weight: 2 }];
    case 'rejected': return [{ ...at, tone: 'accent', icon: 'circle-alert', title: copy.task.rejected(name), detail: application.nextStep, weight: 2 }];
    case 'ready': return booked ? [] : [{ ...at, tone: 'ok', icon: 'circle-check', title: copy.task.ready(name), detail: copy.task.readyDetail, weight: 4 }];
    case 'draft': return [{ ...at, tone: 'plain', icon: 'file-pen-line', title: copy.task.draft(name), detail: copy.task.draftDetail(application.matterName), url: to('/enrolment/form/index', { id: application.id }), weight: 5 }];
    default: return [];
  }
}

function bookingTask(booking: BookingView, today: Day): Weighed {
  const at = { id: `task-booking-${booking.id}`, icon: 'calendar-check' as const, url: to('/visit/booking/index', { id: booking.id }) };
  const day = dayFromHere(booking.day, today);
  if (booking.state === 'held') return { ...at, tone: 'warn', title: copy.task.held, detail: copy.task.heldDetail(day, booking.from), weight: 2 };
  if (booking.day === today) return { ...at, tone: 'sun', title: copy.task.bookingToday(booking.from, booking.to), detail: copy.task.bookingTodayDetail, weight: 1 };
  return { ...at, tone: 'info', title: copy.task.booking(day, booking.from), detail: copy.task.bookingDetail, weight: 3 };
}

const ratingTask = (rating: RatingInvitationView): Weighed =>
  ({ id: `task-rating-${rating.id}`, tone: 'sun', icon: 'message-square-heart', title: copy.task.rate, detail: copy.task.rateDetail(rating.matterNames.join('、')), url: to('/rating/rate/index', { id: rating.id }), weight: 5 });

/** A line of home is no place for a whole story. */
const SIGNS = 18;
const answeredTask = ({ id, excerpt }: Mine['answered'][number]): Weighed =>
  ({ id: `task-suggestion-${id}`, tone: 'sun', icon: 'lightbulb', title: copy.task.answered, detail: beginning(excerpt, SIGNS), url: to('/voice/one/index', { id }), weight: 5 });

/** Whoever has read an answer need not say so: after some days it no longer waits on home, and is found among one's questions. */
const ANSWER_WAITS_DAYS = 7;
const enquiryTask = ({ id, excerpt }: Mine['enquiries'][number]): Weighed =>
  ({ id: `task-enquiry-${id}`, tone: 'sun', icon: 'message-circle-question-mark', title: copy.task.enquiryAnswered, detail: beginning(excerpt, SIGNS), url: to('/enquiry/one/index', { id }), weight: 5 });

/** Today's and tomorrow's; what is further away is no task yet. */
function activityTask({ id, title, place, startsAt }: Mine['activities'][number], today: Day): Weighed[] {
  const near = nearDay(dayOf(startsAt), today);
  return near === null ? [] : [{ id: `task-activity-${id}`, tone: 'info', icon: 'calendar-check', title: copy.task.activity(near, clockOf(startsAt)), detail: `${beginning(title, SIGNS)} · ${place}`, url: to('/activity/one/index', { id }), weight: 3 }];
}

/** How the hall is, as a tag: word and tone. */
export function openTag(hall: Pick<HallOverviewView, 'openState'>): { word: string; tone: Tone; icon: IconName } {
  if (hall.openState === 'break') return { word: copy.break, tone: 'warn', icon: 'clock' };
  if (hall.openState === 'open') return { word: copy.open, tone: 'ok', icon: 'circle-check' };
  return hall.openState === 'closing' ? { word: copy.closing, tone: 'warn', icon: 'clock' } : { word: copy.closed, tone: 'plain', icon: 'clock' };
}

/** The wait of one class in words; null while the hall is closed and nobody waits. */
export function waitInWords(wait: HallOverviewView['waiting'][number]): string {
  if (wait.count === 0) return copy.noWait;
  return wait.lowMinutes === null || wait.highMinutes === null ? copy.people(wait.count) : copy.about(wait.lowMinutes, wait.highMinutes);
}
