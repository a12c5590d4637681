import type { LedgerPage, StarProofView, StarReceiptView } from '@hall/shared/api/views';
import { provesBallot } from '@hall/shared/star/ballot.rules';
import { ApiError, get, post } from '../kit/api.ts';
import { canDigest, digest } from './sha256.ts';

export type Proof = { found: 'counted'; ballots: number; steps: number; root: string } | { found: 'not-yet' | 'different' | 'unknown' | 'too-old' };

/**
 * Whether the ballot is counted, computed on this phone: from the receipt, not from what the hall says of it, up to the root that stands in the
 * public ledger, not the one that came with the proof.
 */
export async function prove({ round, ballot, choice }: StarReceiptView): Promise<Proof> {
  if (!canDigest()) return { found: 'too-old' };
  try {
    const { proof } = await post<StarProofView>('/public/stars/proof', { ballot });
    const { items } = await get<LedgerPage>('/public/ledger/entries?kind=star.closed');
    const closed = items.find(({ body }) => body.c === round)?.body as { root: string; ballots: number } | undefined;
    if (!closed) return { found: 'not-yet' };
    return provesBallot(digest, { round, ballot, choice }, proof, closed.root) ? { found: 'counted', ballots: closed.ballots, steps: proof.length, root: closed.root } : { found: 'different' };
  } catch (error) {
    if (error instanceof ApiError && error.code === 'STAR_NOT_COUNTED_YET') return { found: 'not-yet' };
    if (error instanceof ApiError && error.code === 'STAR_BALLOT_UNKNOWN') return { found: 'unknown' };
    throw error;
  }
}
