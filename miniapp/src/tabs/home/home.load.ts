import type { ApplicationCardView, BookingView, EnquiryCardView, HallOverviewView, InboxItemView, MyActivityView, MySuggestionCard, RatingInvitationView, TicketView } from '@hall/shared/api/views';
import { ApiError, get, list } from '../../kit/api.ts';
import { calibrate } from '../../kit/clock.ts';
import type { Mine } from './home.view.ts';

export interface HomeState { hall: HallOverviewView; mine: Mine | null }

/** The hall for everyone, and one's own matters for whoever is signed in, in one go: one answer, one drawing. */
export async function loadHome(): Promise<HomeState> {
  const [hall, mine] = await Promise.all([get<HallOverviewView>('/public/hall'), loadMine()]);
  calibrate(hall.serverTime);
  return { hall: { ...hall, serverTime: 0 }, mine };
}

async function loadMine(): Promise<Mine | null> {
  try {
    const [tickets, bookings, applications, ratings, suggestions, enquiries, activities, inbox] = await Promise.all([
      list<TicketView>('/resident/tickets/current'), list<BookingView>('/resident/bookings'), list<ApplicationCardView>('/resident/applications'),
      list<RatingInvitationView>('/resident/ratings'), list<MySuggestionCard>('/resident/suggestions'), list<EnquiryCardView>('/resident/enquiries'), list<MyActivityView>('/resident/activities'),
      list<InboxItemView>('/resident/inbox'),
    ]);
    return {
      tickets, bookings, applications, ratings, answered: suggestions.filter((one) => one.yourTurn).map(({ id, excerpt }) => ({ id, excerpt })),
      enquiries: enquiries.filter(({ state }) => state === 'answered').map(({ id, excerpt, changedAt }) => ({ id, excerpt, answeredAt: changedAt })),
      activities: activities.flatMap(({ activity: { id, title, place, startsAt, state }, signUp }) => (state === 'announced' && signUp?.state === 'signed-up' ? [{ id, title, place, startsAt }] : [])),
      unread: inbox.filter((item) => !item.read).length,
    };
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}
