import { Platform1763800000000 } from './1763800000000-platform.ts';
import { Hall1763800000010 } from './1763800000010-hall.ts';
import { Identity1763800000020 } from './1763800000020-identity.ts';
import { Booking1763800000060 } from './1763800000060-booking.ts';

/** In the order in which they run. A migration that has been released is never edited. */
export const MIGRATIONS = [
  Platform1763800000000,
  Hall1763800000010,
  Identity1763800000020,
  Booking1763800000060,
];
