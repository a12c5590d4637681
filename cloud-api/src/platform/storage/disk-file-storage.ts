import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, opendir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { CryptoPort } from '../crypto/crypto.port.ts';
import { FileStorage, storageErrors } from './file-storage.ts';
import type { Keeping, StoredFile } from './file-storage.ts';

const FILE_ID = /^[0-9a-f]{32}$/;
const UNFINISHED = 'unfinished';

/**
 * Encrypted files below one directory: `ab/cd/abcd…`, two levels so that no directory grows large. A file is written
 * beside them, flushed, and only then renamed into its place: after a crash it is there whole or not at all.
 */
export class DiskFileStorage extends FileStorage {
  readonly #root: string;
  readonly #crypto: CryptoPort;
  readonly #clock: { now(): number };

  constructor(options: { root: string; crypto: CryptoPort; clock: { now(): number } }) {
    super();
    this.#root = options.root;
    this.#crypto = options.crypto;
    this.#clock = options.clock;
  }

  async save(content: Uint8Array | AsyncIterable<Uint8Array>, { claimedAt }: Keeping = {}): Promise<StoredFile> {
    const id = randomBytes(16).toString('hex');
    const digest = createHash('sha256');
    let bytes = 0;
    const source = content instanceof Uint8Array ? [content] : content;
    async function* counted() {
      for await (const piece of source) {
        bytes += piece.length;
        digest.update(piece);
        yield piece;
      }
    }
    await this.#write(id, Readable.from(counted()));
    if (claimedAt !== undefined) await this.#claim(id, claimedAt);
    return { id, bytes, sha256: digest.digest('hex') };
  }

  async open(id: string): Promise<Readable> {
    const path = this.#path(id);
    if (!(await this.exists(id))) throw notFound();
    const decrypt = this.#crypto.decryptStream(contextOf(id));
    const source = createReadStream(path);
    source.on('error', (error) => decrypt.destroy(error));
    decrypt.on('close', () => source.destroy());
    return source.pipe(decrypt);
  }

  async read(id: string): Promise<Buffer> {
    return buffer(await this.open(id));
  }

  async exists(id: string): Promise<boolean> {
    return stat(this.#path(id)).then((found) => found.isFile(), ignoreMissing(false));
  }

  async remove(id: string): Promise<boolean> {
    const path = this.#path(id);
    const removed = await rm(path).then(() => true, ignoreMissing(false));
    if (removed) await flushDirectory(dirname(path));
    return removed;
  }

  async *list(): AsyncIterable<{ id: string; storedAt: number }> {
    for await (const path of filesBelow(this.#root)) {
      const id = path.slice(path.lastIndexOf('/') + 1);
      if (!FILE_ID.test(id)) continue;
      const found = await stat(path).catch(ignoreMissing(undefined));
      if (found) yield { id, storedAt: Math.floor(found.mtimeMs) };
    }
  }

  async sweepUnfinished(olderThanMs: number): Promise<number> {
    let removed = 0;
    for await (const path of filesBelow(join(this.#root, UNFINISHED))) {
      const found = await stat(path).catch(ignoreMissing(undefined));
      if (!found || found.mtimeMs > this.#clock.now() - olderThanMs) continue;
      await rm(path, { force: true });
      removed += 1;
    }
    return removed;
  }

  async rotate(id: string): Promise<boolean> {
    const path = this.#path(id);
    const file = await open(path).catch(() => { throw notFound(); });
    const head = Buffer.alloc(this.#crypto.fileHeaderBytes);
    const { bytesRead } = await file.read(head, 0, head.length, 0).finally(() => file.close());
    if (!this.#crypto.fileNeedsRotation(head.subarray(0, bytesRead))) return false;
    // Read to its end first: a damaged original must not be replaced by half of itself.
    await this.#write(id, Readable.from([await this.read(id)]));
    return true;
  }

  async #write(id: string, plaintext: Readable): Promise<void> {
    const path = this.#path(id);
    const unfinished = join(this.#root, UNFINISHED, `${id}.${randomBytes(4).toString('hex')}`);
    try {
      await mkdir(dirname(unfinished), { recursive: true });
      const file = await open(unfinished, 'wx', 0o600);
      try {
        await pipeline(plaintext, this.#crypto.encryptStream(contextOf(id)), async (sealed: AsyncIterable<Buffer>) => {
          for await (const piece of sealed) await file.writeFile(piece);
        });
        await file.sync();
      } finally {
        await file.close();
      }
      await this.#makeDirectory(dirname(path));
      await rename(unfinished, path);
      await flushDirectory(dirname(path));
    } catch (error) {
      await rm(unfinished, { force: true }).catch(() => undefined);
      throw asStorageError(error);
    }
  }

  /** A folder remembers when something came into it, so each on the way claims the same instant as the file. */
  async #claim(id: string, at: number): Promise<void> {
    const path = this.#path(id);
    for (const each of [path, dirname(path), dirname(dirname(path)), this.#root, join(this.#root, UNFINISHED)]) await utimes(each, at / 1000, at / 1000);
  }

  /** New directories are flushed into their parents as well, or a power cut could take them with the file inside. */
  async #makeDirectory(directory: string): Promise<void> {
    if ((await mkdir(directory, { recursive: true })) === undefined) return;
    await flushDirectory(dirname(directory));
    await flushDirectory(this.#root);
  }

  /** Anything but an id of our own making is answered as a missing file, so no path can be smuggled in. */
  #path(id: string): string {
    if (!FILE_ID.test(id)) throw notFound();
    return join(this.#root, id.slice(0, 2), id.slice(2, 4), id);
  }
}

function contextOf(id: string): string {
  return `file:${id}`;
}

async function flushDirectory(path: string): Promise<void> {
  // Windows has no handle for a directory; there the rename alone is what the file system offers.
  if (process.platform === 'win32') return;
  const directory = await open(path, 'r');
  await directory.sync().finally(() => directory.close());
}

async function* filesBelow(directory: string): AsyncIterable<string> {
  const entries = await opendir(directory).catch(ignoreMissing(undefined));
  if (!entries) return;
  for await (const entry of entries) {
    if (entry.isDirectory()) yield* filesBelow(`${directory}/${entry.name}`);
    else if (entry.isFile()) yield `${directory}/${entry.name}`;
  }
}

function ignoreMissing<T>(answer: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT') return answer;
    throw error;
  };
}

function notFound(): Error {
  return storageErrors.FILE_NOT_FOUND();
}

/** What the file system refused is told in the hall's words; what the source of the bytes threw goes on unchanged. */
function asStorageError(error: unknown): unknown {
  const reason = (error as NodeJS.ErrnoException).code ?? '';
  if (reason === 'ENOSPC' || reason === 'EDQUOT') return withCause(storageErrors.FILE_STORE_FULL(), error);
  return /^E[A-Z]+$/.test(reason) ? withCause(storageErrors.FILE_STORE_FAILED(), error) : error;
}

function withCause(refusal: Error, cause: unknown): Error {
  refusal.cause = cause;
  return refusal;
}
