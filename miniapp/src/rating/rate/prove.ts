import type { LedgerPage, RatingProofView } from '@hall/shared/api/views';
import { checkRatingProof } from '@hall/shared/rating/ledger-month.rules';
import { get } from '../../kit/api.ts';
import { canDigest, digest } from './sha256.ts';

export type Counted = { found: 'counted'; month: string; level: number; seq: number; shortCode: string | null } | { found: 'not-yet'; publishedOn: string } | { found: 'different' | 'too-old' };

/**
 * Whether the rating is in what the hall published of its month, computed on this phone up to the root that stands in the public ledger,
 * not the one that came with the proof.
 * @param path of the invitation, or of the slip
 */
export async function prove(path: string): Promise<Counted> {
  if (!canDigest()) return { found: 'too-old' };
  const { proof, publishedOn, month } = await get<RatingProofView>(`${path}/proof`);
  if (proof === null) return { found: 'not-yet', publishedOn };
  const { items: [entry] } = await get<LedgerPage>(`/public/ledger/entries?kind=ratings.month&before=${proof.seq + 1}`);
  const isPublished = entry?.seq === proof.seq && entry.body.month === month && entry.body.root === proof.root;
  return isPublished && checkRatingProof(digest, proof) ? { found: 'counted', month, level: proof.said.level, seq: proof.seq, shortCode: proof.shortCode } : { found: 'different' };
}
