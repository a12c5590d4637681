import type { Transform } from 'node:stream';

/**
 * Everything the hall asks of cryptography. Features know only this class, never an algorithm, so that a commercial
 * cryptography suite (SM2/SM3/SM4) can stand beside the present one without touching them.
 */
export abstract class CryptoPort {
  /**
   * Encrypts one column of one row. `context` names the place (`resident.citizen_id:42`) and is authenticated: text
   * copied into another row or column does not decrypt.
   * @returns `suite.keyId.nonce.ciphertext.tag`, base64url parts; ASCII, about 4/3 of the UTF-8 length plus 60.
   */
  abstract encryptField(plaintext: string, context: string): string;
  /** @throws CryptoError `CRYPTO_KEY_UNKNOWN`, `CRYPTO_TEXT_MALFORMED` or `CRYPTO_TEXT_TAMPERED` */
  abstract decryptField(text: string, context: string): string;
  /** The names of the keys in the ring, the active one first; never a secret. */
  abstract ring(): RingNames;
  /** True when the text was written under a key or suite that is no longer the active one. */
  abstract needsRotation(text: string): boolean;

  /**
   * Equal values of one purpose give equal indexes, and nobody without the index key can test a guess.
   * The caller normalises first (trim, upper-case X).
   * @returns 64 lower-case hex digits, so that no case-insensitive collation can make two of them equal
   */
  abstract blindIndex(purpose: string, value: string): string;
  /** Unkeyed digest, 64 lower-case hex digits: for values that are already unguessable (tokens), and for file contents. */
  abstract hash(value: string | Uint8Array): string;
  /** Keyed digest for signed links and slip codes, 64 lower-case hex digits. */
  abstract mac(purpose: string, value: string): string;
  /** Compares in constant time. */
  abstract verifyMac(purpose: string, value: string, mac: string): boolean;

  /** @returns URL-safe text carrying `bytes` (default 32) random bytes */
  abstract randomToken(bytes?: number): string;
  /** @returns exactly `length` decimal digits, each equally likely, leading zeros kept */
  abstract randomDigits(length: number): string;

  /** Encrypts a file as it flows by, in authenticated frames, under a key of its own. */
  abstract encryptStream(context: string): Transform;
  /** Gives out only authenticated bytes; a shortened, reordered or edited file ends in `CRYPTO_FILE_TAMPERED`. */
  abstract decryptStream(context: string): Transform;
  /** Length of the longest file header: what {@link fileNeedsRotation} wants to see. */
  abstract readonly fileHeaderBytes: number;
  /** As {@link needsRotation}, from the first bytes of an encrypted file. */
  abstract fileNeedsRotation(head: Uint8Array): boolean;
}

export interface RingNames {
  activeId: string;
  keys: { id: string; suite: string }[];
  /** The suite of the lookups' key. */
  indexSuite: string;
}

export type CryptoErrorCode =
  | 'CRYPTO_KEY_RING_INVALID' | 'CRYPTO_KEY_UNKNOWN' | 'CRYPTO_TEXT_MALFORMED' | 'CRYPTO_TEXT_TAMPERED' | 'CRYPTO_FILE_TAMPERED';

/** Never carries a key, a plaintext or a ciphertext, so it may be logged. */
export class CryptoError extends Error {
  readonly code: CryptoErrorCode;

  constructor(code: CryptoErrorCode, message: string) {
    super(message);
    this.name = 'CryptoError';
    this.code = code;
  }
}
