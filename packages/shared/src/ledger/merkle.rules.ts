/** SHA-256 of the UTF-8 text, 64 lower-case hex digits. The caller brings it: servers, browsers and phones each have their own. */
export type Digest = (text: string) => string;

/** One step of a proof: the neighbour's hash, and on which side it stands. */
export interface ProofStep { side: 'left' | 'right'; hash: string }

/**
 * The Merkle tree of RFC 9162 (2.1) over texts: leaves and inner nodes are hashed under different prefixes, so that neither passes for the
 * other, and the tree over n leaves splits at the largest power of two below n.
 */
export const leafHash = (digest: Digest, text: string): string => digest(`0:${text}`);
export const nodeHash = (digest: Digest, left: string, right: string): string => digest(`1:${left}${right}`);

/** The full subtrees a growing tree consists of, the largest first, with how many leaves there are in all: enough to append and to tell the root. */
export interface Frontier { size: number; peaks: readonly string[] }
export const EMPTY_FRONTIER: Frontier = { size: 0, peaks: [] };

/** The tree with one leaf more. */
export function grow(digest: Digest, { size, peaks }: Frontier, leaf: string): Frontier {
  const next = [...peaks];
  let peak = leaf;
  for (let full = size; full % 2 === 1; full = (full - 1) / 2) peak = nodeHash(digest, next.pop()!, peak);
  next.push(peak);
  return { size: size + 1, peaks: next };
}

/** Of no leaves at all, the digest of nothing. */
export function rootOf(digest: Digest, { peaks }: Frontier): string {
  return peaks.length === 0 ? digest('') : peaks.reduceRight((right, left) => nodeHash(digest, left, right));
}

/** The root of these leaves at once. */
export const merkleRoot = (digest: Digest, leaves: readonly string[]): string => rootOf(digest, leaves.reduce((tree, leaf) => grow(digest, tree, leaf), EMPTY_FRONTIER));

/** The neighbours that lead from leaf `index` up to the root of `leaves`. */
export function proofOf(digest: Digest, leaves: readonly string[], index: number): ProofStep[] {
  if (leaves.length < 2) return [];
  const split = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return index < split
    ? [...proofOf(digest, leaves.slice(0, split), index), { side: 'right', hash: merkleRoot(digest, leaves.slice(split)) }]
    : [...proofOf(digest, leaves.slice(split), index - split), { side: 'left', hash: merkleRoot(digest, leaves.slice(0, split)) }];
}

/** Whether `leaf` really stands under `root`. */
export const provesLeaf = (digest: Digest, leaf: string, proof: readonly ProofStep[], root: string): boolean =>
  proof.reduce((hash, { side, hash: neighbour }) => (side === 'left' ? nodeHash(digest, neighbour, hash) : nodeHash(digest, hash, neighbour)), leaf) === root;
