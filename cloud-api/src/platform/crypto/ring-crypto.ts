import { randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { Transform } from 'node:stream';
import { CryptoError, CryptoPort, type RingNames } from './crypto.port.ts';
import { DecryptFrames, EncryptFrames, FILE_HEADER_BYTES, readFileHeader } from './file-frames.ts';
import type { FileHeader } from './file-frames.ts';
import type { KeyRing, RingKey } from './key-ring.ts';

/** The port on a ring of keys; the suite of each key does the arithmetic. */
export class RingCrypto extends CryptoPort {
  readonly fileHeaderBytes = FILE_HEADER_BYTES;
  readonly #ring: KeyRing;
  readonly #derived = new Map<string, Buffer>();

  constructor(options: { ring: KeyRing }) {
    super();
    this.#ring = options.ring;
  }

  encryptField(plaintext: string, context: string): string {
    const key = this.#ring.active;
    const { suite } = key;
    // 96-bit random nonces are safe for 2^32 texts under one key: far beyond one district; rotation resets the count.
    const nonce = randomBytes(suite.nonceBytes);
    const sealed = suite.seal(this.#subkey(key, 'hall/field'), nonce, Buffer.from(plaintext, 'utf8'), fieldAad(key, context));
    const split = sealed.length - suite.tagBytes;
    const parts = [nonce, sealed.subarray(0, split), sealed.subarray(split)].map((part) => part.toString('base64url'));
    return [suite.name, key.id, ...parts].join('.');
  }

  decryptField(text: string, context: string): string {
    const parts = text.split('.');
    const [suiteName = '', keyId = '', nonceText = '', cipherText = '', tagText = ''] = parts;
    if (parts.length !== 5) throw new CryptoError('CRYPTO_TEXT_MALFORMED', 'An encrypted field does not have its five parts.');
    const key = this.#find(suiteName, keyId);
    const nonce = Buffer.from(nonceText, 'base64url');
    const sealed = Buffer.concat([Buffer.from(cipherText, 'base64url'), Buffer.from(tagText, 'base64url')]);
    if (nonce.length !== key.suite.nonceBytes) throw new CryptoError('CRYPTO_TEXT_MALFORMED', 'An encrypted field has a damaged nonce.');
    try {
      return key.suite.open(this.#subkey(key, 'hall/field'), nonce, sealed, fieldAad(key, context)).toString('utf8');
    } catch {
      throw new CryptoError('CRYPTO_TEXT_TAMPERED', 'An encrypted field is not what was written in this place.');
    }
  }

  ring(): RingNames {
    const { active, keys, index } = this.#ring;
    const named = [active, ...[...keys.values()].filter(({ id }) => id !== active.id)];
    return { activeId: active.id, keys: named.map(({ id, suite }) => ({ id, suite: suite.name })), indexSuite: index.suite.name };
  }

  needsRotation(text: string): boolean {
    const [suiteName, keyId] = text.split('.');
    return this.#isOld(suiteName, keyId);
  }

  blindIndex(purpose: string, value: string): string {
    return this.#keyed(`hall/index/${purpose}`, value).toString('hex');
  }

  hash(value: string | Uint8Array): string {
    return this.#ring.index.suite.hash(typeof value === 'string' ? Buffer.from(value, 'utf8') : value).toString('hex');
  }

  mac(purpose: string, value: string): string {
    return this.#keyed(`hall/mac/${purpose}`, value).toString('hex');
  }

  verifyMac(purpose: string, value: string, mac: string): boolean {
    const right = Buffer.from(this.mac(purpose, value), 'latin1');
    const given = Buffer.from(mac, 'latin1');
    return given.length === right.length && timingSafeEqual(given, right);
  }

  randomToken(bytes = 32): string {
    return randomBytes(bytes).toString('base64url');
  }

  randomDigits(length: number): string {
    return Array.from({ length }, () => randomInt(10)).join('');
  }

  encryptStream(context: string): Transform {
    return new EncryptFrames(this.#ring.active, context);
  }

  decryptStream(context: string): Transform {
    return new DecryptFrames((header: FileHeader) => this.#find(header.suiteName, header.keyId), context);
  }

  fileNeedsRotation(head: Uint8Array): boolean {
    const header = readFileHeader(head);
    if (!header) throw new CryptoError('CRYPTO_FILE_TAMPERED', 'A stored file cannot be read: it ends inside its header.');
    return this.#isOld(header.suiteName, header.keyId);
  }

  #isOld(suiteName: string | undefined, keyId: string | undefined): boolean {
    return keyId !== this.#ring.active.id || suiteName !== this.#ring.active.suite.name;
  }

  #find(suiteName: string, keyId: string): RingKey {
    const key = this.#ring.keys.get(keyId);
    if (!key || key.suite.name !== suiteName) throw new CryptoError('CRYPTO_KEY_UNKNOWN', 'Data was encrypted under a key that is not in the ring.');
    return key;
  }

  #keyed(info: string, value: string): Buffer {
    const key = this.#ring.index;
    return key.suite.mac(this.#subkey(key, info), Buffer.from(value, 'utf8'));
  }

  #subkey(key: RingKey, info: string): Buffer {
    const name = `${key.id} ${info}`;
    const known = this.#derived.get(name);
    if (known) return known;
    const derived = key.suite.derive(key.secret, info);
    this.#derived.set(name, derived);
    return derived;
  }
}

function fieldAad(key: RingKey, context: string): Buffer {
  return Buffer.from(`${key.suite.name}\n${key.id}\n${context}`, 'utf8');
}
