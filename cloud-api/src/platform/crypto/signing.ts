import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';

/** A pair for signing what the public checks (Ed25519, RFC 8032). Both halves are DER as base64url: PKCS #8 and SubjectPublicKeyInfo. */
export interface SigningPair {
  publicKey: string;
  privateKey: string;
}

export function newSigningPair(): SigningPair {
  const pair = generateKeyPairSync('ed25519');
  return { publicKey: pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64url'), privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64url') };
}

/** @returns the signature of the UTF-8 text, base64url; the same text always gets the same one */
export function signText(privateKey: string, text: string): string {
  return sign(null, Buffer.from(text), createPrivateKey({ key: Buffer.from(privateKey, 'base64url'), format: 'der', type: 'pkcs8' })).toString('base64url');
}

/** False also for a key or a signature that is none, and for another way to write the same one. */
export function isSigned(publicKey: string, text: string, signature: string): boolean {
  try {
    const bytes = Buffer.from(signature, 'base64url');
    return bytes.toString('base64url') === signature && verify(null, Buffer.from(text), createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' }), bytes);
  } catch {
    return false;
  }
}
