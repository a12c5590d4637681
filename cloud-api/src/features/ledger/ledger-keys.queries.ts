import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { LedgerKeyRoomView, LedgerKeyView } from './ledger.dto.ts';
import { LedgerBook, LedgerCheckpoint, LedgerKey } from './ledger.entity.ts';

/** What the security administrator sees of the keys a ledger is signed with. */
@Injectable()
export class LedgerKeyQueries {
  constructor(private readonly dataSource: DataSource) {}

  async room(hallId: string): Promise<LedgerKeyRoomView> {
    const { manager } = this.dataSource;
    const [book, keys, last, counts] = await Promise.all([
      manager.findOneBy(LedgerBook, { id: hallId }), manager.find(LedgerKey, { where: { hallId }, order: { madeAt: 'DESC', id: 'DESC' } }), manager.findOne(LedgerCheckpoint, { where: { hallId }, order: { day: 'DESC' } }),
      this.dataSource.query<{ key_id: string; seals: number | string }[]>('SELECT key_id, COUNT(*) AS seals FROM ledger_checkpoint WHERE hall_id = ? GROUP BY key_id', [hallId]),
    ]);
    const waits = keys.some(({ retiredAt, privateKeyCipher }) => retiredAt !== null && privateKeyCipher !== '');
    const stateOf = ({ retiredAt, privateKeyCipher }: LedgerKey): LedgerKeyView['state'] => (retiredAt === null ? (waits ? 'next' : 'in-use') : privateKeyCipher === '' ? 'destroyed' : 'last-seal');
    return {
      ledger: book?.name ?? null, sealedTo: last?.day ?? null, mayChange: book !== null && !waits,
      keys: keys.map((key) => ({ publicKey: key.publicKey, madeAt: key.madeAt, retiredAt: key.retiredAt, seals: Number(counts.find(({ key_id: id }) => id === key.id)?.seals ?? 0), state: stateOf(key) })),
    };
  }
}
