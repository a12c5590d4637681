import { randomBytes } from 'node:crypto';
import type { CipherSuite } from './cipher-suite.ts';
import { CryptoError } from './crypto.port.ts';

export interface RingKey { readonly id: string; readonly suite: CipherSuite; readonly secret: Buffer }

/** The keys of one hall service. Old keys stay in the ring until nothing is encrypted under them any more. */
export interface KeyRing {
  readonly active: RingKey;
  readonly keys: ReadonlyMap<string, RingKey>;
  /** Separate from the encryption keys, because changing it means computing every blind index anew. */
  readonly index: RingKey;
}

const KEY_ID = /^[a-z0-9]{1,16}$/;
const INDEX = 'index';
const ACTIVE = 'active';

/**
 * Reads the setting `active=k2 k2=aes256gcm.<base64url> k1=aes256gcm.<base64url> index=aes256gcm.<base64url>`
 * (entries separated by blanks or line ends, in any order).
 * @throws CryptoError `CRYPTO_KEY_RING_INVALID`, whose message names the entry and never shows a secret
 */
export function parseKeyRing(text: string, suites: readonly CipherSuite[]): KeyRing {
  const entries = new Map<string, string>();
  for (const entry of text.split(/\s+/).filter(Boolean)) {
    const equals = entry.indexOf('=');
    const name = entry.slice(0, Math.max(equals, 0));
    if (!KEY_ID.test(name)) throw invalid('an entry is not written as name=value with a name of small letters and digits');
    if (entries.has(name)) throw invalid(`"${name}" is given twice`);
    entries.set(name, entry.slice(equals + 1));
  }
  const activeId = entries.get(ACTIVE);
  if (!activeId) throw invalid('"active" is missing: it names the key that new data is encrypted with');
  entries.delete(ACTIVE);

  const all = new Map([...entries].map(([id, value]) => [id, readKey(id, value, suites)]));
  const index = all.get(INDEX);
  if (!index) throw invalid('"index" is missing: the key of the blind indexes');
  all.delete(INDEX);
  const active = all.get(activeId);
  if (!active) throw invalid(`the active key "${activeId}" is not in the ring`);
  const secrets = [index, ...all.values()].map((key) => key.secret.toString('hex'));
  if (new Set(secrets).size !== secrets.length) throw invalid('two entries hold the same secret');
  return { active, keys: all, index };
}

/** A fresh ring for the demo, for tests and for the operator's first installation, as settings text. */
export function generateKeyRing(suite: CipherSuite, keyId = 'k1'): string {
  const secret = () => `${suite.name}.${randomBytes(suite.secretBytes).toString('base64url')}`;
  return `${ACTIVE}=${keyId} ${keyId}=${secret()} ${INDEX}=${secret()}`;
}

function readKey(id: string, value: string, suites: readonly CipherSuite[]): RingKey {
  const [suiteName = '', secretText = '', ...rest] = value.split('.');
  const suite = suites.find((known) => known.name === suiteName);
  if (!suite) throw invalid(`the suite of key "${id}" is not known`);
  if (rest.length > 0 || !/^[A-Za-z0-9_-]+$/.test(secretText)) throw invalid(`key "${id}" is not base64url text`);
  const secret = Buffer.from(secretText, 'base64url');
  if (secret.length !== suite.secretBytes) throw invalid(`key "${id}" must hold ${suite.secretBytes} bytes, it holds ${secret.length}`);
  if (new Set(secret).size < 8) throw invalid(`key "${id}" is not random`);
  return { id, suite, secret };
}

function invalid(reason: string): CryptoError {
  return new CryptoError('CRYPTO_KEY_RING_INVALID', `The key ring cannot be used: ${reason}.`);
}
