import type { VisitProofView } from '@hall/shared/api/views';
import { checkVisitProof, type ProofOutcome } from '@hall/shared/ledger/visit-proof.rules';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Checked here, on the phone: nobody has to be believed but the short code on the wall of the hall. */
export const proofOutcome = (proof: VisitProofView): ProofOutcome => checkVisitProof((text) => bytesToHex(sha256(utf8ToBytes(text))), proof);
