import type { StarReceiptView } from '@hall/shared/api/views';
import { keep, recall } from '../kit/storage.ts';

/** A vote on this phone: the nonce lies here before anything is sent, the receipt once the hall has answered. */
export interface KeptVote { roundId: string; nonce: string; receipt: StarReceiptView | null }

/** They outlive the session and belong to one account: nobody else who signs in on this phone is shown them. */
const name = (account: string): string => `star-votes:${account}`;

export const keptVotes = (account: string | null): KeptVote[] => (account === null ? [] : recall<KeptVote[]>('phone', name(account)) ?? []);
export const keptVote = (account: string | null, roundId: string): KeptVote | null => keptVotes(account).find((vote) => vote.roundId === roundId) ?? null;

/** @returns whether the phone had room */
export const keepVote = (account: string, vote: KeptVote): boolean => keep('phone', name(account), [vote, ...keptVotes(account).filter(({ roundId }) => roundId !== vote.roundId)]);

export function forgetVote(account: string, roundId: string): void {
  const left = keptVotes(account).filter((vote) => vote.roundId !== roundId);
  keep('phone', name(account), left.length === 0 ? null : left);
}
