import { Platform1763800000000 } from './1763800000000-platform.ts';

/** In the order in which they run. A migration that has been released is never edited. */
export const MIGRATIONS = [Platform1763800000000];
