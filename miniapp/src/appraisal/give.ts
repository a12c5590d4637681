import type { AppraisalThanksView } from '@hall/shared/api/views';
import { ApiError, post } from '../kit/api.ts';
import { copy } from '../kit/copy/appraisal.ts';
import { randomBytes } from '../kit/random.ts';
import { owner } from '../kit/session.ts';
import { forgetNonce, keepNonce, keptNonce } from './kept-nonces.ts';

/**
 * Gives the answer. The nonce lies on the phone before anything is sent, and the same one goes out again after a lost answer; once the hall has said
 * that it has it, or surely has not, the phone keeps nothing.
 */
export async function giveAnswer(appraisalId: string, levels: readonly { question: string; level: number }[]): Promise<string> {
  const account = owner() ?? '';
  const nonce = keptNonce(account, appraisalId) ?? (await newNonce());
  if (!keepNonce(account, appraisalId, nonce)) throw new ApiError(-1, 'NOT_KEPT', copy.answer.notKept);
  try {
    const { thanks } = await post<AppraisalThanksView>(`/resident/appraisals/${appraisalId}/answer`, { levels, nonce });
    forgetNonce(account, appraisalId);
    return thanks;
  } catch (error) {
    if (error instanceof ApiError && !error.passing) forgetNonce(account, appraisalId);
    throw error;
  }
}

async function newNonce(): Promise<string> {
  try {
    return Array.from(await randomBytes(24), (byte) => byte.toString(16).padStart(2, '0')).join('');
  } catch {
    throw new ApiError(-1, 'NO_RANDOM', copy.answer.noRandom);
  }
}
