import type { MatterWish } from './booking.dto.ts';

/** One matter of one person somebody wants to come for, with everything the booking must know of it. */
export interface VisitWish {
  /** Of the visit matter to be. */
  id: string;
  matterId: string;
  matterName: string;
  /** Who is served: a citizen index, or `resident:…`, `caller:…` while no ID is known. */
  personKey: string;
  personName: string | null;
  applicationId: string | null;
  caseNumber: string | null;
  /** The case is reviewed and complete: express slots are open to it. */
  ready: boolean;
  /** The account that looks after it. */
  residentId: string | null;
}

export type { MatterWish };

export const openKeyOf = (personKey: string, matterId: string): string => `${personKey} ${matterId}`;

export const seatKeyOf = (personKey: string, seat: number): string => `${personKey} ${seat}`;
