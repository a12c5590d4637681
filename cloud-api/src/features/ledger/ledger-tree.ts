import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { leafHash, merkleRoot, nodeHash, proofOf, type ProofStep } from '@hall/shared/ledger/merkle.rules';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { LedgerNode } from './ledger.entity.ts';

/** Subtrees are kept from this level on: a proof reads at most two blocks of leaves, however long the ledger is. */
const BLOCK_LEVEL = 8;
const BLOCK = 2 ** BLOCK_LEVEL;

/** The inner nodes of the ledger's tree, for proofs that do not read the whole ledger. */
@Injectable()
export class LedgerTree {
  constructor(
    private readonly dataSource: DataSource,
    private readonly crypto: CryptoPort,
  ) {}

  private readonly digest = (text: string): string => this.crypto.hash(text);

  /** Keeps every full subtree over the first `size` entries that is not kept yet. */
  async extend(work: Work, hallId: string, size: number): Promise<void> {
    const [kept] = await work.rows<{ n: number | string }>('SELECT COUNT(*) AS n FROM ledger_node WHERE hall_id = ? AND level = ?', [hallId, BLOCK_LEVEL]);
    for (let block = Number(kept!.n); (block + 1) * BLOCK <= size; block += 1) {
      const lines = await work.rows<{ hash: string }>('SELECT hash FROM ledger_line WHERE hall_id = ? AND seq > ? AND seq <= ? ORDER BY seq', [hallId, block * BLOCK, (block + 1) * BLOCK]);
      let hash = merkleRoot(this.digest, lines.map((line) => leafHash(this.digest, line.hash)));
      await work.add(LedgerNode, { hallId, level: BLOCK_LEVEL, position: block, hash });
      for (let [level, position] = [BLOCK_LEVEL, block]; position % 2 === 1; level += 1, position = (position - 1) / 2) {
        const left = (await work.findOne(LedgerNode, { hallId, level, position: position - 1 }))!;
        hash = nodeHash(this.digest, left.hash, hash);
        await work.add(LedgerNode, { hallId, level: level + 1, position: (position - 1) / 2, hash });
      }
    }
  }

  /** The neighbours that lead from entry `seq` to the root over the first `size` entries. */
  proof(hallId: string, seq: number, size: number): Promise<ProofStep[]> {
    return this.path(hallId, 0, size, seq - 1);
  }

  private async path(hallId: string, from: number, count: number, index: number): Promise<ProofStep[]> {
    if (count <= BLOCK) return proofOf(this.digest, await this.leaves(hallId, from, count), index);
    const split = splitOf(count);
    return index < split
      ? [...await this.path(hallId, from, split, index), { side: 'right', hash: await this.root(hallId, from + split, count - split) }]
      : [...await this.path(hallId, from + split, count - split, index - split), { side: 'left', hash: await this.root(hallId, from, split) }];
  }

  private async root(hallId: string, from: number, count: number): Promise<string> {
    const level = Math.log2(count);
    const kept = Number.isInteger(level) && level >= BLOCK_LEVEL ? await this.dataSource.manager.findOneBy(LedgerNode, { hallId, level, position: from / count }) : null;
    if (kept) return kept.hash;
    if (count <= BLOCK) return merkleRoot(this.digest, await this.leaves(hallId, from, count));
    const split = splitOf(count);
    return nodeHash(this.digest, await this.root(hallId, from, split), await this.root(hallId, from + split, count - split));
  }

  private async leaves(hallId: string, from: number, count: number): Promise<string[]> {
    const lines = await this.dataSource.query<{ hash: string }[]>('SELECT hash FROM ledger_line WHERE hall_id = ? AND seq > ? AND seq <= ? ORDER BY seq', [hallId, from, from + count]);
    return lines.map(({ hash }) => leafHash(this.digest, hash));
  }
}

/** The largest power of two below. */
const splitOf = (count: number): number => 2 ** Math.floor(Math.log2(count - 1));
