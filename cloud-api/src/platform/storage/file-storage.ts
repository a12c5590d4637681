import type { Readable } from 'node:stream';
import { defineErrors } from '../errors/domain-error.ts';

/** What is known of a file once every byte of it is safely on disk. */
export interface StoredFile {
  /** 32 lower-case hex digits, random: nothing about the person or the case can be read from it. */
  readonly id: string;
  /** Plaintext length. */
  readonly bytes: number;
  /** Of the plaintext, 64 lower-case hex digits. */
  readonly sha256: string;
}

export interface Keeping {
  /** The instant the file, and the folders it lies in, claim to be written at: for what nobody may put in order. */
  claimedAt?: number;
}

/** Where pictures and papers are kept. Only encrypted bytes reach the medium. */
export abstract class FileStorage {
  /** Resolves only when the file survives a power cut. @throws DomainError `FILE_STORE_FULL` or `FILE_STORE_FAILED` */
  abstract save(content: Uint8Array | AsyncIterable<Uint8Array>, how?: Keeping): Promise<StoredFile>;
  /**
   * A stream of the plaintext; it fails with `CRYPTO_FILE_TAMPERED` when the file was changed on disk.
   * @throws DomainError `FILE_NOT_FOUND`
   */
  abstract open(id: string): Promise<Readable>;
  /** The whole plaintext, checked to its last byte. @throws DomainError `FILE_NOT_FOUND`, CryptoError `CRYPTO_FILE_TAMPERED` */
  abstract read(id: string): Promise<Buffer>;
  abstract exists(id: string): Promise<boolean>;
  /** @returns false when there was no such file; removing twice is no error */
  abstract remove(id: string): Promise<boolean>;
  /** Every stored file with the instant of its last writing, for the sweep of files no row names any more. */
  abstract list(): AsyncIterable<{ readonly id: string; readonly storedAt: number }>;
  /** Removes what interrupted writings left behind. @returns how many */
  abstract sweepUnfinished(olderThanMs: number): Promise<number>;
  /** Writes the file anew under the active key when it is under an older one. @returns whether it was */
  abstract rotate(id: string): Promise<boolean>;
}

export const storageErrors = defineErrors({
  FILE_NOT_FOUND: { status: 404, title: '文件不存在或已删除' },
  FILE_STORE_FULL: { status: 503, title: '文件存储空间已满，请联系大厅工作人员' },
  FILE_STORE_FAILED: { status: 503, title: '文件没有保存成功，请稍后再试' },
});
