import { mkdtemp, readFile, readdir, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { aesSuite } from '../crypto/aes-suite.ts';
import { generateKeyRing, parseKeyRing } from '../crypto/key-ring.ts';
import { RingCrypto } from '../crypto/ring-crypto.ts';
import { DiskFileStorage } from './disk-file-storage.ts';

const RING = generateKeyRing(aesSuite);
const NOW = Date.UTC(2100, 0, 1);
const TEXT = Buffer.from('居民身份证 420606199001011239 '.repeat(9000));

let root: string;
const storageWith = (ring: string, now = NOW) => new DiskFileStorage({ root, crypto: new RingCrypto({ ring: parseKeyRing(ring, [aesSuite]) }), clock: { now: () => now } });
const onDisk = async () => (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
const collect = async <T>(items: AsyncIterable<T>) => {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
};

beforeEach(async () => { root = await mkdtemp(join(tmpdir(), 'hall-files-')); });
afterEach(() => rm(root, { recursive: true, force: true }));

it('a picture is given back as it was stored, and the disk never sees what is in it', async () => {
  const storage = storageWith(RING);
  const stored = await storage.save(TEXT);
  expect(stored).toMatchObject({ bytes: TEXT.length, id: expect.stringMatching(/^[0-9a-f]{32}$/), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect((await storage.read(stored.id)).equals(TEXT)).toBe(true);
  expect((await buffer(await storage.open(stored.id))).equals(TEXT)).toBe(true);
  const [path = ''] = await onDisk();
  expect(path).toBe(join(root, stored.id.slice(0, 2), stored.id.slice(2, 4), stored.id));
  expect((await readFile(path)).includes('420606199001011239')).toBe(false);
});

it('an upload that flows in by pieces is stored like one that comes at once', async () => {
  const storage = storageWith(RING);
  async function* pieces() { for (let at = 0; at < TEXT.length; at += 9_999) yield TEXT.subarray(at, at + 9_999); }
  const [flowed, whole] = [await storage.save(pieces()), await storage.save(TEXT)];
  expect(flowed).toMatchObject({ bytes: whole.bytes, sha256: whole.sha256 });
  expect(flowed.id).not.toBe(whole.id);
});

it('an upload that breaks off leaves nothing behind', async () => {
  const storage = storageWith(RING);
  async function* broken() { yield TEXT; throw new Error('the line was cut'); }
  await expect(storage.save(broken())).rejects.toThrow('the line was cut');
  expect(await onDisk()).toEqual([]);
});

it('what a crash left half written is not a file, and is swept away when it is old', async () => {
  const storage = storageWith(RING);
  const { id } = await storage.save(TEXT);
  await mkdir(join(root, 'unfinished'), { recursive: true });
  await writeFile(join(root, 'unfinished', `${'0'.repeat(32)}.abcd`), 'half');
  expect((await collect(storage.list())).map((file) => file.id)).toEqual([id]);
  expect(await storageWith(RING, 0).sweepUnfinished(60_000)).toBe(0);
  expect(await storage.sweepUnfinished(60_000)).toBe(1);
  expect(await collect(storage.list())).toHaveLength(1);
});

it('a removed file is gone, and removing it again is no error', async () => {
  const storage = storageWith(RING);
  const { id } = await storage.save(TEXT);
  expect(await storage.exists(id)).toBe(true);
  expect(await storage.remove(id)).toBe(true);
  expect(await storage.remove(id)).toBe(false);
  expect(await storage.exists(id)).toBe(false);
  await expect(storage.open(id)).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
});

it('a path in the place of an id reaches no file outside the store', async () => {
  const storage = storageWith(RING);
  const outside = join(root, '..', 'outside-the-store');
  await writeFile(outside, 'secret');
  try {
    for (const id of ['../outside-the-store', '../../etc/passwd', '', 'A'.repeat(32), `${'0'.repeat(32)}\n`]) {
      await expect(storage.read(id)).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
      await expect(storage.remove(id)).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
    }
    expect(await readFile(outside, 'utf8')).toBe('secret');
  } finally {
    await rm(outside);
  }
});

it('a file changed on disk, or exchanged for another, is refused', async () => {
  const storage = storageWith(RING);
  const [one, two] = [await storage.save(TEXT), await storage.save(Buffer.from('another'))];
  const path = (id: string) => join(root, id.slice(0, 2), id.slice(2, 4), id);
  const bytes = await readFile(path(one.id));
  bytes[bytes.length - 20] = (bytes.at(-20) ?? 0) ^ 1;
  await writeFile(path(one.id), bytes);
  await expect(storage.read(one.id)).rejects.toMatchObject({ code: 'CRYPTO_FILE_TAMPERED' });
  await writeFile(path(one.id), await readFile(path(two.id)));
  await expect(storage.read(one.id)).rejects.toMatchObject({ code: 'CRYPTO_FILE_TAMPERED' });
  expect((await storage.read(two.id)).toString()).toBe('another');
});

it('after the key was changed a file is written anew once, and reads the same', async () => {
  const { id } = await storageWith(RING).save(TEXT);
  const [, k1, index] = RING.split(' ');
  const k2 = generateKeyRing(aesSuite, 'k2').split(' ')[1];
  const later = storageWith(`active=k2 ${k1} ${k2} ${index}`);
  expect(await later.rotate(id)).toBe(true);
  expect(await later.rotate(id)).toBe(false);
  const withoutOld = storageWith(`active=k2 ${k2} ${index}`);
  expect((await withoutOld.read(id)).equals(TEXT)).toBe(true);
  await expect(storageWith(RING).read(id)).rejects.toMatchObject({ code: 'CRYPTO_KEY_UNKNOWN' });
});

it('a store that cannot be written says so in words for the resident', async () => {
  const blocked = join(root, 'a-file-where-the-directory-should-be');
  await writeFile(blocked, '');
  const storage = new DiskFileStorage({ root: blocked, crypto: new RingCrypto({ ring: parseKeyRing(RING, [aesSuite]) }), clock: { now: () => NOW } });
  await expect(storage.save(TEXT)).rejects.toMatchObject({ code: 'FILE_STORE_FAILED', title: '文件没有保存成功，请稍后再试' });
});
