import { canonicalJson } from '../kernel/canonical-json.ts';
import type { Day } from '../kernel/day.ts';
import { shortCode } from './checkpoint.rules.ts';
import { leafHash, provesLeaf } from './merkle.rules.ts';
import type { Digest, ProofStep } from './merkle.rules.ts';

/** What the holder of a ticket is handed, to find their own visit in the ledger without asking anybody. */
export interface VisitProof {
  /** The entry as it stands in the ledger. */
  line: string;
  /** Known to the holder and the hall alone: without it nobody can tell whose entry this is. */
  salt: string;
  sealed: { day: Day; number: string };
  checkpoint: { day: Day; shortCode: string; root: string } | null;
  steps: readonly ProofStep[];
}

/** `sealed-tonight`: the entry is theirs, and the day it stands in is not sealed yet. */
export type ProofOutcome = 'proven' | 'sealed-tonight' | 'wrong';

/** What is sealed about a visit: `salt|{"day":…,"number":…}`. */
export const visitSeal = (digest: Digest, salt: string, { day, number }: VisitProof['sealed']): string => digest(`${salt}|${canonicalJson({ day, number })}`);

/** The entry bears this ticket's seal, and the sealed day's short code holds the entry. */
export function checkVisitProof(digest: Digest, { line, salt, sealed, checkpoint, steps }: VisitProof): ProofOutcome {
  if (sealOf(line) !== visitSeal(digest, salt, sealed)) return 'wrong';
  if (checkpoint === null) return 'sealed-tonight';
  return provesLeaf(digest, leafHash(digest, digest(line)), steps, checkpoint.root) && shortCode(checkpoint.root) === checkpoint.shortCode ? 'proven' : 'wrong';
}

function sealOf(line: string): string | null {
  try {
    return (JSON.parse(line) as { body: { seal?: string } }).body.seal ?? null;
  } catch {
    return null;
  }
}
