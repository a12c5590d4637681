import { leafHash, merkleRoot } from '../ledger/merkle.rules.ts';
import type { Digest } from '../ledger/merkle.rules.ts';

/** As many tokens as go into one entry of the ledger. */
export const TOKENS_AN_ENTRY = 700;

/** Stands for one person in the ledger. @param salt random, and the house's alone @param person any key that is the same for the same person */
export const tokenOf = (digest: Digest, salt: string, code: string, person: string): string => digest(`${salt}|${code}|${person}`);

/** Over the tokens in the order of their signs, whatever order they come in. */
export const tokensRoot = (digest: Digest, tokens: readonly string[]): string => merkleRoot(digest, [...tokens].sort().map((token) => leafHash(digest, token)));

/** Nobody can know it while the appraisal is being opened: it comes from everything the ledger holds when the next day is sealed. @param root of the first checkpoint after the opening */
export const drawSeed = (digest: Digest, root: string, code: string): string => digest(`${root}|${code}`);

/**
 * Who is drawn: each token draws a number by the seed, and the lowest `invite` are taken. The same for the same set of tokens, whatever their order;
 * each is as likely as any other. In the order of their signs.
 */
export function drawn(digest: Digest, seed: string, tokens: readonly string[], invite: number): string[] {
  const lots = tokens.map((token) => ({ token, lot: digest(`${seed}|${token}`) }));
  return lots.sort((a, b) => (a.lot < b.lot || (a.lot === b.lot && a.token < b.token) ? -1 : 1)).slice(0, invite).map(({ token }) => token).sort();
}
