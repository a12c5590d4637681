import { canonicalJson } from '../kernel/canonical-json.ts';
import { leafHash, nodeHash, provesLeaf } from '../ledger/merkle.rules.ts';
import type { Digest, ProofStep } from '../ledger/merkle.rules.ts';

/** One ballot as it is counted: a random name, and whom it is for by the name the ledger uses. `round` is the round's. */
export interface CountedBallot { round: string; ballot: string; choice: string }

/** What a ballot's leaf is made of. */
export const ballotText = ({ round, ballot, choice }: CountedBallot): string => canonicalJson({ round, ballot, choice });

/** Every level of the tree over these ballots, from the leaves to the root; the tree is that of `merkle.rules`. Ballots stand in the order of their names. */
export function ballotLevels(digest: Digest, ballots: readonly CountedBallot[]): string[][] {
  let level = [...ballots].sort((a, b) => (a.ballot < b.ballot ? -1 : 1)).map((ballot) => leafHash(digest, ballotText(ballot)));
  const levels = [level];
  while (level.length > 1) {
    const above: string[] = [];
    for (let at = 0; at < level.length; at += 2) above.push(at + 1 < level.length ? nodeHash(digest, level[at]!, level[at + 1]!) : level[at]!);
    levels.push(above);
    level = above;
  }
  return levels;
}

/** Of no ballots, the digest of nothing. */
export const rootOfLevels = (digest: Digest, levels: readonly (readonly string[])[]): string => levels[levels.length - 1]?.[0] ?? digest('');

/** The neighbours that lead from leaf `index` to the root. */
export function proofInLevels(levels: readonly (readonly string[])[], index: number): ProofStep[] {
  const steps: ProofStep[] = [];
  for (let at = index, height = 0; height < levels.length - 1; height += 1, at = Math.floor(at / 2)) {
    const neighbour = levels[height]![at % 2 === 0 ? at + 1 : at - 1];
    // A node without a neighbour rises as it is.
    if (neighbour !== undefined) steps.push({ side: at % 2 === 0 ? 'right' : 'left', hash: neighbour });
  }
  return steps;
}

/** Whether this very ballot, as its voter kept it, stands under the root. */
export const provesBallot = (digest: Digest, ballot: CountedBallot, proof: readonly ProofStep[], root: string): boolean => provesLeaf(digest, leafHash(digest, ballotText(ballot)), proof, root);

/** As many ballots as go into one entry of the ledger. */
export const BALLOTS_AN_ENTRY = 400;
