import { createCipheriv, createDecipheriv, createHmac, hash, hkdfSync } from 'node:crypto';
import type { CipherSuite } from './cipher-suite.ts';

const TAG_BYTES = 16;

/** AES-256-GCM, HMAC-SHA-256, HKDF-SHA-256, SHA-256. */
export const aesSuite: CipherSuite = {
  name: 'aes256gcm',
  secretBytes: 32,
  nonceBytes: 12,
  tagBytes: TAG_BYTES,

  seal(key, nonce, plaintext, aad) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(aad);
    return Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
  },

  open(key, nonce, sealed, aad) {
    if (sealed.length < TAG_BYTES) throw new Error('shorter than its tag');
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(aad);
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES)), decipher.final()]);
  },

  derive(secret, info, salt = new Uint8Array(0)) {
    return Buffer.from(hkdfSync('sha256', secret, salt, info, 32));
  },

  mac(key, value) {
    return createHmac('sha256', key).update(value).digest();
  },

  hash(value) {
    return hash('sha256', value, 'buffer');
  },
};
