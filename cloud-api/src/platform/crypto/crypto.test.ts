import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { aesSuite } from './aes-suite.ts';
import type { CipherSuite } from './cipher-suite.ts';
import { generateKeyRing, parseKeyRing } from './key-ring.ts';
import { RingCrypto } from './ring-crypto.ts';

const CITIZEN = '420606199001011239';
const PLACE = 'resident.citizen_id:42';

/** Stands for a suite that arrives later: the same arithmetic under another name is enough to show that the name decides. */
const laterSuite: CipherSuite = { ...aesSuite, name: 'sm4gcm' };
const SUITES = [aesSuite, laterSuite];

const cryptoOf = (ring: string) => new RingCrypto({ ring: parseKeyRing(ring, SUITES) });
const code = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'nothing was refused';
};
const flip = (text: string, at: number) => text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);

/** Splits the bytes so that frames and chunks never line up. */
const inPieces = (bytes: Buffer, size: number) => Readable.from(Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size)));
const through = (bytes: Buffer, transform: ReturnType<RingCrypto['encryptStream']>, size = 10_000) => {
  const source = inPieces(bytes, size);
  source.on('error', (error) => transform.destroy(error));
  return buffer(source.pipe(transform));
};

describe('fields at rest', () => {
  const crypto = cryptoOf(generateKeyRing(aesSuite));

  it('an ID number is read back in its own row and nowhere else', () => {
    const text = crypto.encryptField(CITIZEN, PLACE);
    expect(text).toMatch(/^aes256gcm\.k1\.[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(text).not.toContain(CITIZEN);
    expect(crypto.decryptField(text, PLACE)).toBe(CITIZEN);
    expect(code(() => crypto.decryptField(text, 'resident.citizen_id:43'))).toBe('CRYPTO_TEXT_TAMPERED');
    expect(code(() => crypto.decryptField(text, 'resident.phone:42'))).toBe('CRYPTO_TEXT_TAMPERED');
  });

  it('every text comes back whole, and the same text never looks the same twice', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string(), (plain, context) => {
      const one = crypto.encryptField(plain, context);
      expect(crypto.decryptField(one, context)).toBe(plain);
      expect(crypto.encryptField(plain, context)).not.toBe(one);
    }));
  });

  it('a single changed character in nonce, ciphertext or tag is noticed', () => {
    const text = crypto.encryptField(CITIZEN, PLACE);
    const starts = text.split('.').slice(0, -1).map((_, i, parts) => parts.slice(0, i + 1).join('.').length + 1).slice(1);
    expect(starts).toHaveLength(3);
    for (const at of starts) expect(code(() => crypto.decryptField(flip(text, at), PLACE))).toBe('CRYPTO_TEXT_TAMPERED');
  });

  it('text that never was a ciphertext is refused without being shown', () => {
    expect(code(() => crypto.decryptField(CITIZEN, PLACE))).toBe('CRYPTO_TEXT_MALFORMED');
    expect(code(() => crypto.decryptField('aes256gcm.k1.AA.AA.AA', PLACE))).toBe('CRYPTO_TEXT_MALFORMED');
    expect(() => crypto.decryptField(CITIZEN, PLACE)).toThrow(expect.objectContaining({ message: expect.not.stringContaining(CITIZEN) }));
  });
});

describe('rotation', () => {
  const first = generateKeyRing(aesSuite, 'k1');
  const [, k1 = '', index = ''] = first.split(' ');
  const [, k2 = ''] = generateKeyRing(laterSuite, 'k2').split(' ');
  const before = cryptoOf(first);
  const after = cryptoOf(['active=k2', k1, k2, index].join(' '));

  it('after a new key is made active, old texts still open and ask to be rewritten', () => {
    const old = before.encryptField(CITIZEN, PLACE);
    expect(before.needsRotation(old)).toBe(false);
    expect(after.needsRotation(old)).toBe(true);
    const fresh = after.encryptField(after.decryptField(old, PLACE), PLACE);
    expect(fresh).toMatch(/^sm4gcm\.k2\./);
    expect(after.needsRotation(fresh)).toBe(false);
  });

  it('a key taken out of the ring opens nothing any more', () => {
    const old = before.encryptField(CITIZEN, PLACE);
    const without = cryptoOf(['active=k2', k2, index].join(' '));
    expect(code(() => without.decryptField(old, PLACE))).toBe('CRYPTO_KEY_UNKNOWN');
  });

  it('blind indexes survive a change of the encryption key', () => {
    expect(after.blindIndex('citizen', CITIZEN)).toBe(before.blindIndex('citizen', CITIZEN));
  });
});

describe('blind indexes, digests and random values', () => {
  const crypto = cryptoOf(generateKeyRing(aesSuite));
  const other = cryptoOf(generateKeyRing(aesSuite));

  it('the same ID gives the same index for one purpose, another for another purpose, another under another key', () => {
    const index = crypto.blindIndex('citizen', CITIZEN);
    expect(index).toMatch(/^[0-9a-f]{64}$/);
    expect(crypto.blindIndex('citizen', CITIZEN)).toBe(index);
    expect(crypto.blindIndex('phone', CITIZEN)).not.toBe(index);
    expect(crypto.mac('citizen', CITIZEN)).not.toBe(index);
    expect(other.blindIndex('citizen', CITIZEN)).not.toBe(index);
  });

  it('a signed link is accepted as signed and refused when anything in it changed', () => {
    const mac = crypto.mac('link', 'file-7 until 1790000000000');
    expect(crypto.verifyMac('link', 'file-7 until 1790000000000', mac)).toBe(true);
    expect(crypto.verifyMac('link', 'file-8 until 1790000000000', mac)).toBe(false);
    expect(crypto.verifyMac('slip', 'file-7 until 1790000000000', mac)).toBe(false);
    expect(crypto.verifyMac('link', 'file-7 until 1790000000000', mac.slice(1))).toBe(false);
  });

  it('the digest is SHA-256, so that others can compute it', () => {
    expect(crypto.hash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(crypto.hash(Buffer.from('abc'))).toBe(crypto.hash('abc'));
  });

  it('codes have all their digits and use every digit', () => {
    const codes = Array.from({ length: 300 }, () => crypto.randomDigits(6));
    expect(codes.every((text) => /^\d{6}$/.test(text))).toBe(true);
    expect(new Set(codes.join(''))).toHaveProperty('size', 10);
    expect(codes.some((text) => text.startsWith('0'))).toBe(true);
    expect(crypto.randomToken(16)).toMatch(/^[\w-]{22}$/);
    expect(crypto.randomToken()).not.toBe(crypto.randomToken());
  });
});

describe('files at rest', () => {
  const ring = generateKeyRing(aesSuite);
  const crypto = cryptoOf(ring);
  const frame = 64 * 1024;
  const picture = (bytes: number) => Buffer.from(Array.from({ length: bytes }, (_, i) => (i * 31 + (i >> 8)) & 255));

  it.each([0, 1, frame - 1, frame, frame + 1, 3 * frame, 200_001])('a file of %i bytes comes back byte for byte', async (bytes) => {
    const plain = picture(bytes);
    const sealed = await through(plain, crypto.encryptStream('file:a'));
    // A byte or two may stand in any ciphertext by chance.
    expect(bytes >= 64 && sealed.includes(plain.subarray(0, 64))).toBe(false);
    expect((await through(sealed, crypto.decryptStream('file:a'), 7_777)).equals(plain)).toBe(true);
    expect(crypto.fileNeedsRotation(sealed.subarray(0, crypto.fileHeaderBytes))).toBe(false);
  });

  it('a file shortened at a frame, at a byte, or with frames exchanged is refused', async () => {
    const sealed = await through(picture(3 * frame), crypto.encryptStream('file:a'));
    const header = sealed.length - 3 * (frame + 16);
    const part = (i: number) => sealed.subarray(header + i * (frame + 16), header + (i + 1) * (frame + 16));
    const hostile = {
      'two frames left': sealed.subarray(0, header + 2 * (frame + 16)),
      'one byte less': sealed.subarray(0, -1),
      'only the header': sealed.subarray(0, header),
      'half a header': sealed.subarray(0, 12),
      nothing: Buffer.alloc(0),
      'frames exchanged': Buffer.concat([sealed.subarray(0, header), part(1), part(0), part(2)]),
      'not ours': Buffer.from('<html><script>alert(1)</script>'),
      'one byte more': Buffer.concat([sealed, Buffer.from([0])]),
    };
    for (const [name, bytes] of Object.entries(hostile)) {
      const outcome = through(bytes, crypto.decryptStream('file:a')).then(() => `${name} was read`, (error: { code: string }) => error.code);
      await expect(outcome).resolves.toBe('CRYPTO_FILE_TAMPERED');
    }
    await expect(through(sealed, crypto.decryptStream('file:a'))).resolves.toHaveLength(3 * frame);
  });

  it('a file put in the place of another does not open', async () => {
    const sealed = await through(picture(100), crypto.encryptStream('file:a'));
    await expect(through(sealed, crypto.decryptStream('file:b'))).rejects.toMatchObject({ code: 'CRYPTO_FILE_TAMPERED' });
  });

  it('a file under an older key still opens and asks to be rewritten', async () => {
    const [, k1 = '', index = ''] = ring.split(' ');
    const [, k2 = ''] = generateKeyRing(aesSuite, 'k2').split(' ');
    const after = cryptoOf(['active=k2', k1, k2, index].join('\n'));
    const sealed = await through(picture(100), crypto.encryptStream('file:a'));
    expect(after.fileNeedsRotation(sealed.subarray(0, after.fileHeaderBytes))).toBe(true);
    expect((await through(sealed, after.decryptStream('file:a'))).equals(picture(100))).toBe(true);
  });
});

describe('the key ring setting', () => {
  const good = generateKeyRing(aesSuite);
  const [active = '', key = '', index = ''] = good.split(' ');

  it.each([
    ['empty', ''],
    ['no active key', `${key} ${index}`],
    ['active key not in the ring', `active=k9 ${key} ${index}`],
    ['the index key as active key', `active=index ${key} ${index}`],
    ['no index key', `${active} ${key}`],
    ['a key given twice', `${good} ${key}`],
    ['an unknown suite', `${active} ${key.replace('aes256gcm', 'rot13')} ${index}`],
    ['a short key', `${active} ${key.slice(0, -4)} ${index}`],
    ['a key of zeros', `${active} k1=aes256gcm.${Buffer.alloc(32).toString('base64url')} ${index}`],
    ['one secret for both', `${active} ${key} index=${key.slice(3)}`],
    ['no equals sign', `${good} oops`],
  ])('with %s is refused, and the refusal shows no secret', (_, text) => {
    expect(code(() => parseKeyRing(text, SUITES))).toBe('CRYPTO_KEY_RING_INVALID');
    expect(() => parseKeyRing(text, SUITES)).toThrow(expect.objectContaining({ message: expect.not.stringContaining(key.slice(15, 35)) }));
  });

  it('as generated is accepted', () => {
    expect(parseKeyRing(good, SUITES)).toMatchObject({ active: { id: 'k1' }, index: { id: 'index' } });
  });
});
