import { createHash } from 'node:crypto';
import type { StandingPair } from '@hall/shared/duty/duty.rules';

/** Stands for all standing substitutes together, which are written as one: the same for the same pairs in whatever order. */
export const pairsVersion = (pairs: readonly StandingPair[]): string =>
  createHash('sha256').update(pairs.map(({ staffId, substituteId }) => `${staffId} ${substituteId}`).sort().join('\n')).digest('base64url').slice(0, 22);
