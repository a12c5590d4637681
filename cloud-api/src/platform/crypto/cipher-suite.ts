/**
 * One family of algorithms. Its `name` is written into every ciphertext, so several suites can be read side by side
 * while data moves from one to the next.
 */
export interface CipherSuite {
  /** Lower-case letters and digits. */
  readonly name: string;
  /** Length of the secret kept in the key ring, in bytes. */
  readonly secretBytes: number;
  readonly nonceBytes: number;
  readonly tagBytes: number;
  /** @returns ciphertext followed by the tag */
  seal(key: Uint8Array, nonce: Uint8Array, plaintext: Uint8Array, aad: Uint8Array): Buffer;
  /** @throws when key, nonce, text or aad is not what was sealed */
  open(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array, aad: Uint8Array): Buffer;
  /** One independent key for each `info` (and `salt`), long enough for `seal` and `mac`. */
  derive(secret: Uint8Array, info: string, salt?: Uint8Array): Buffer;
  mac(key: Uint8Array, value: Uint8Array): Buffer;
  hash(value: Uint8Array): Buffer;
}
