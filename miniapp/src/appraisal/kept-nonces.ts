import { keep, recall } from '../kit/storage.ts';

/** What was sent without an answer yet: the same bytes go out again, so that the hall finds the answer it has. It says nothing of what was answered. */
interface KeptNonce { appraisalId: string; nonce: string }

/** They belong to one account: nobody else who signs in on this phone sends with them. */
const name = (account: string): string => `appraisal-nonces:${account}`;
const all = (account: string): KeptNonce[] => recall<KeptNonce[]>('phone', name(account)) ?? [];
const others = (account: string, appraisalId: string): KeptNonce[] => all(account).filter((kept) => kept.appraisalId !== appraisalId);

export const keptNonce = (account: string, appraisalId: string): string | null => all(account).find((kept) => kept.appraisalId === appraisalId)?.nonce ?? null;

/** @returns whether the phone had room */
export const keepNonce = (account: string, appraisalId: string, nonce: string): boolean => keep('phone', name(account), [{ appraisalId, nonce }, ...others(account, appraisalId)]);

export function forgetNonce(account: string, appraisalId: string): void {
  const left = others(account, appraisalId);
  keep('phone', name(account), left.length === 0 ? null : left);
}
