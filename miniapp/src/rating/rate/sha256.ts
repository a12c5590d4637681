import { sha256 } from '@noble/hashes/sha2.js';

/** SHA-256 of a text of ASCII signs, 64 hex digits: neither WeChat nor an old browser brings one. */
export function digest(text: string): string {
  const bytes = Uint8Array.from(text, (sign) => sign.charCodeAt(0));
  return Array.from(sha256(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What the digest stands on; telephones of before 2020 do not have it. */
export const canDigest = (): boolean => typeof BigInt === 'function';
