import { randomBytes } from 'node:crypto';
import { Transform } from 'node:stream';
import type { TransformCallback } from 'node:stream';
import type { CipherSuite } from './cipher-suite.ts';
import { CryptoError } from './crypto.port.ts';
import type { RingKey } from './key-ring.ts';

/**
 * The layout of an encrypted file:
 *   "HALLFILE" 1 | suite name length, suite name | key id length, key id | 32 bytes salt | frame | frame | … | last frame
 * Each frame is 64 KiB of plaintext (the last one 0 … 64 KiB) sealed with its own tag. The key comes from the ring's
 * secret and the file's salt, so the frame number can be the nonce without ever repeating under one key; the nonce's
 * last byte marks the last frame, so a file cut at a frame's end is noticed.
 */
const MAGIC = Buffer.from('HALLFILE\u0001', 'latin1');
const SALT_BYTES = 32;
const FRAME_BYTES = 64 * 1024;
const MAX_NAME_BYTES = 32;

/** No header is longer. */
export const FILE_HEADER_BYTES = MAGIC.length + 2 * (1 + MAX_NAME_BYTES) + SALT_BYTES;

export interface FileHeader { readonly suiteName: string; readonly keyId: string; readonly salt: Buffer; readonly bytes: Buffer }

/** @returns undefined when more bytes are needed @throws CryptoError `CRYPTO_FILE_TAMPERED` when it is no encrypted file */
export function readFileHeader(head: Uint8Array): FileHeader | undefined {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const seen = Math.min(bytes.length, MAGIC.length);
  if (!bytes.subarray(0, seen).equals(MAGIC.subarray(0, seen))) throw tampered('it does not start as an encrypted file does');
  let at = MAGIC.length;
  const names: string[] = [];
  for (let field = 0; field < 2; field += 1) {
    const length = bytes[at];
    if (length === undefined) return undefined;
    if (length === 0 || length > MAX_NAME_BYTES) throw tampered('its header is damaged');
    if (bytes.length < at + 1 + length) return undefined;
    names.push(bytes.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  if (bytes.length < at + SALT_BYTES) return undefined;
  const [suiteName = '', keyId = ''] = names;
  return { suiteName, keyId, salt: bytes.subarray(at, at + SALT_BYTES), bytes: bytes.subarray(0, at + SALT_BYTES) };
}

export class EncryptFrames extends Transform {
  readonly #suite: CipherSuite;
  readonly #header: FileHeader;
  readonly #key: Buffer;
  readonly #aad: Buffer;
  #pending = Buffer.alloc(0);
  #frame = 0;

  constructor(key: RingKey, context: string) {
    super();
    this.#suite = key.suite;
    this.#header = newHeader(key);
    this.#key = fileKey(key, this.#header.salt);
    this.#aad = frameAad(this.#header, context);
    this.push(this.#header.bytes);
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#pending = Buffer.concat([this.#pending, chunk]);
    // Strictly more than a frame: the last frame is only known at the end.
    while (this.#pending.length > FRAME_BYTES) {
      this.#seal(this.#pending.subarray(0, FRAME_BYTES), false);
      this.#pending = this.#pending.subarray(FRAME_BYTES);
    }
    done();
  }

  override _flush(done: TransformCallback): void {
    this.#seal(this.#pending, true);
    done();
  }

  #seal(plaintext: Buffer, last: boolean): void {
    this.push(this.#suite.seal(this.#key, frameNonce(this.#suite, this.#frame, last), plaintext, this.#aad));
    this.#frame += 1;
  }
}

interface OpenedFile { readonly suite: CipherSuite; readonly key: Buffer; readonly aad: Buffer }

export class DecryptFrames extends Transform {
  readonly #find: (header: FileHeader) => RingKey;
  readonly #context: string;
  #opened: OpenedFile | undefined;
  #pending = Buffer.alloc(0);
  #frame = 0;

  constructor(find: (header: FileHeader) => RingKey, context: string) {
    super();
    this.#find = find;
    this.#context = context;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#pending = Buffer.concat([this.#pending, chunk]);
    this.#attempt(done, () => {
      this.#opened ??= this.#readHeader();
      if (!this.#opened) return;
      const size = FRAME_BYTES + this.#opened.suite.tagBytes;
      while (this.#pending.length > size) {
        this.#open(this.#opened, this.#pending.subarray(0, size), false);
        this.#pending = this.#pending.subarray(size);
      }
    });
  }

  override _flush(done: TransformCallback): void {
    this.#attempt(done, () => {
      if (!this.#opened) throw tampered('it ends inside its header');
      this.#open(this.#opened, this.#pending, true);
    });
  }

  #attempt(done: TransformCallback, step: () => void): void {
    try {
      step();
    } catch (error) {
      done(error as Error);
      return;
    }
    done();
  }

  #readHeader(): OpenedFile | undefined {
    const header = readFileHeader(this.#pending);
    if (!header) return undefined;
    const key = this.#find(header);
    this.#pending = this.#pending.subarray(header.bytes.length);
    return { suite: key.suite, key: fileKey(key, header.salt), aad: frameAad(header, this.#context) };
  }

  #open({ suite, key, aad }: OpenedFile, sealed: Buffer, last: boolean): void {
    let plaintext: Buffer;
    try {
      plaintext = suite.open(key, frameNonce(suite, this.#frame, last), sealed, aad);
    } catch {
      throw tampered(`frame ${this.#frame} is not what was written`);
    }
    this.#frame += 1;
    if (plaintext.length > 0) this.push(plaintext);
  }
}

function newHeader(key: RingKey): FileHeader {
  const salt = randomBytes(SALT_BYTES);
  const name = (text: string) => Buffer.concat([Buffer.from([text.length]), Buffer.from(text, 'latin1')]);
  return { suiteName: key.suite.name, keyId: key.id, salt, bytes: Buffer.concat([MAGIC, name(key.suite.name), name(key.id), salt]) };
}

function fileKey(key: RingKey, salt: Uint8Array): Buffer {
  return key.suite.derive(key.secret, 'hall/file', salt);
}

function frameAad(header: FileHeader, context: string): Buffer {
  return Buffer.concat([header.bytes, Buffer.from(context, 'utf8')]);
}

function frameNonce(suite: CipherSuite, frame: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(suite.nonceBytes);
  nonce.writeUInt32BE(frame, suite.nonceBytes - 5);
  nonce[suite.nonceBytes - 1] = last ? 1 : 0;
  return nonce;
}

function tampered(reason: string): CryptoError {
  return new CryptoError('CRYPTO_FILE_TAMPERED', `A stored file cannot be read: ${reason}.`);
}
