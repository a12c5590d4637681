import { createHash } from 'node:crypto';

/** Choices that look random and are the same for the same seed, on every machine. */
export class Chance {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(seed: string) {
    this.#bytes = Buffer.concat([0, 1, 2, 3].map((part) => createHash('sha256').update(`${part} ${seed}`).digest()));
  }

  /** 0 ≤ value < 1 */
  next(): number {
    const value = this.#bytes.readUInt16BE(this.#at % (this.#bytes.length - 1));
    this.#at += 2;
    return value / 65_536;
  }

  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  pick<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.next() * choices.length)] as T;
  }
}
