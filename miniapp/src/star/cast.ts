import type { StarReceiptView, StarRoundView } from '@hall/shared/api/views';
import { ApiError, post } from '../kit/api.ts';
import { copy } from '../kit/copy/star.ts';
import { randomBytes } from '../kit/random.ts';
import { owner } from '../kit/session.ts';
import { forgetVote, keepVote, keptVote, type KeptVote } from './kept-votes.ts';

/**
 * Gives the vote. The nonce lies on the phone before anything is sent, and the same one goes out again after a lost answer, so that the hall finds
 * the vote it has and gives the receipt once more.
 */
export async function castVote(roundId: string, candidateId: string): Promise<StarReceiptView> {
  const account = owner() ?? '';
  const kept = keptVote(account, roundId) ?? (await begun(roundId));
  if (!keepVote(account, kept)) throw new ApiError(-1, 'NOT_KEPT', copy.vote.notKept);
  try {
    const receipt = await post<StarReceiptView>(`/resident/stars/${roundId}/vote`, { candidateId, nonce: kept.nonce });
    keepVote(account, { ...kept, receipt });
    return receipt;
  } catch (error) {
    // Refused for certain: no ballot bears this nonce.
    if (error instanceof ApiError && !error.passing && kept.receipt === null) forgetVote(account, roundId);
    throw error;
  }
}

/**
 * A vote whose answer was lost on its way: the hall gives its receipt again to whoever holds the nonce, after closing too. Only for somebody whom
 * the hall has on its roll, so nothing is voted for here.
 */
export async function fetchReceipt({ id, candidates: [any] }: Pick<StarRoundView, 'id' | 'candidates'>): Promise<void> {
  const account = owner() ?? '';
  const kept = keptVote(account, id);
  if (!kept || kept.receipt !== null || !any) return;
  try {
    keepVote(account, { ...kept, receipt: await post<StarReceiptView>(`/resident/stars/${id}/vote`, { candidateId: any.id, nonce: kept.nonce }) });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    // The vote on the roll was given on another phone.
    if (!error.passing) forgetVote(account, id);
  }
}

async function begun(roundId: string): Promise<KeptVote> {
  try {
    const bytes = await randomBytes(24);
    return { roundId, nonce: Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''), receipt: null };
  } catch {
    throw new ApiError(-1, 'NO_RANDOM', copy.vote.noRandom);
  }
}
