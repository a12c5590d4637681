import type { ApplicationCardView, BookingView, MeView, TicketView } from './views.ts';

/** Short names for parts of the generated views. */
export type ApplicationState = ApplicationCardView['state'];
export type BookingState = BookingView['state'];
export type TicketState = TicketView['state'];
export type TicketClass = TicketView['cls'];
export type Assurance = MeView['assurance'];
/** How every list is answered. */
export interface Listed<T> {
  items: T[];
}
