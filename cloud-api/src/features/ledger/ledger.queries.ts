import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThan, MoreThan, Not, type FindOptionsWhere } from 'typeorm';
import { manifestText, shortCode, type Manifest } from '@hall/shared/ledger/checkpoint.rules';
import { LEDGER_KINDS, NO_ENTRY, isLedgerKind } from '@hall/shared/ledger/entry.rules';
import { canonicalJson } from '@hall/shared/kernel/canonical-json';
import { Clock } from '../../platform/clock/clock.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { signText } from '../../platform/crypto/signing.ts';
import { Halls } from '../hall/halls.ts';
import type { LedgerCheckpointView, LedgerPage, LedgerStateView } from './ledger.dto.ts';
import { LedgerBook, LedgerCheckpoint, LedgerKey, LedgerLine } from './ledger.entity.ts';
import { Ledger } from './ledger.ts';
import { lineText } from './line-text.ts';

const PAGE = 30;
const READ_AT_ONCE = 2_000;

export const checkpointView = ({ day, size, root, signature }: LedgerCheckpoint): LedgerCheckpointView => ({ day, size, root, shortCode: shortCode(root), signature });

/** The ledger as everybody may read it. */
@Injectable()
export class LedgerQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly halls: Halls,
    private readonly ledger: Ledger,
    private readonly crypto: CryptoPort,
    private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND when there is no such hall */
  async state(wished?: string): Promise<LedgerStateView> {
    const { id: hallId, name: hall } = await this.halls.hall(wished ?? (await this.halls.defaultHallId()));
    const last = await this.lastCheckpoint(hallId);
    const [book, key, waiting, lag] = await Promise.all([
      this.dataSource.manager.findOneBy(LedgerBook, { id: hallId }),
      this.keyOf(hallId, last),
      this.dataSource.manager.countBy(LedgerLine, { hallId, seq: IsNull(), forSeal: false }),
      this.ledger.lag(hallId, this.clock.now()),
    ]);
    return {
      begun: book !== null, ledger: book?.name ?? null, hall, begunOn: book?.begunOn ?? null, entries: book?.lastSeq ?? 0, publicKey: key?.publicKey ?? null,
      waiting, lagSeconds: Math.round(lag / 1_000), checkpoint: last && checkpointView(last),
    };
  }

  /** The newest first. An unknown kind finds nothing. @throws NOT_FOUND when there is no such hall */
  async page(wished: string | undefined, before: number | undefined, kind: string | undefined): Promise<LedgerPage> {
    const { id: hallId } = await this.halls.hall(wished ?? (await this.halls.defaultHallId()));
    if (kind !== undefined && !isLedgerKind(kind)) return { items: [], next: null };
    const where: FindOptionsWhere<LedgerLine> = { hallId, seq: before === undefined ? Not(IsNull()) : LessThan(before), ...(kind === undefined ? {} : { kind }) };
    const rows = await this.dataSource.manager.find(LedgerLine, { where, order: { seq: 'DESC' }, take: PAGE + 1 });
    const items = rows.slice(0, PAGE).map((row) => ({ seq: row.seq!, kind: row.kind, kindLabel: LEDGER_KINDS[row.kind], day: row.day, body: JSON.parse(row.body) as Record<string, unknown>, hash: row.hash! }));
    return { items, next: rows.length > PAGE ? items.at(-1)!.seq : null };
  }

  /** The newest first. @throws NOT_FOUND when there is no such hall */
  async checkpoints(wished?: string): Promise<LedgerCheckpointView[]> {
    const { id: hallId } = await this.halls.hall(wished ?? (await this.halls.defaultHallId()));
    return (await this.dataSource.manager.find(LedgerCheckpoint, { where: { hallId }, order: { day: 'DESC' }, take: 400 })).map(checkpointView);
  }

  /**
   * The whole ledger up to its last checkpoint as lines of canonical JSON, the signed manifest first. The same checkpoint gives the same
   * bytes. @throws NOT_FOUND when there is no such hall; null before the first day was sealed
   */
  async export(wished?: string): Promise<{ name: string; lines: AsyncGenerator<string> } | null> {
    const { id: hallId, name: hall } = await this.halls.hall(wished ?? (await this.halls.defaultHallId()));
    const last = await this.lastCheckpoint(hallId);
    const [book, key] = await Promise.all([this.dataSource.manager.findOneBy(LedgerBook, { id: hallId }), this.keyOf(hallId, last)]);
    if (!book || !key || !last) return null;
    const head = (await this.dataSource.manager.findOneByOrFail(LedgerLine, { hallId, seq: last.seq })).hash!;
    const manifest: Manifest = { format: 1, ledger: book.name, hall, key: key.publicKey, entries: last.seq, head };
    const signature = signText(this.crypto.decryptField(key.privateKeyCipher, `ledger-key.private:${key.id}`), manifestText(manifest));
    return { name: `ledger-${last.day}.jsonl`, lines: this.lines(hallId, last.seq, canonicalJson({ ...manifest, signature })) };
  }

  private async *lines(hallId: string, until: number, manifest: string): AsyncGenerator<string> {
    yield `${manifest}\n`;
    let prev = NO_ENTRY;
    for (let seq = 0; seq < until;) {
      const rows = await this.dataSource.manager.find(LedgerLine, { where: { hallId, seq: MoreThan(seq) }, order: { seq: 'ASC' }, take: Math.min(READ_AT_ONCE, until - seq) });
      let text = '';
      for (const row of rows) {
        text += `${lineText({ ...row, seq: row.seq!, prev })}\n`;
        prev = row.hash!;
        seq = row.seq!;
      }
      yield text;
    }
  }

  /** What the last seal was signed with, so that the file and what is shown of it agree; a key that is newer is told with the next seal. */
  private keyOf(hallId: string, last: LedgerCheckpoint | null): Promise<LedgerKey | null> {
    return this.dataSource.manager.findOneBy(LedgerKey, last ? { id: last.keyId } : { hallId, retiredAt: IsNull() });
  }

  private lastCheckpoint(hallId: string): Promise<LedgerCheckpoint | null> {
    return this.dataSource.manager.findOne(LedgerCheckpoint, { where: { hallId }, order: { day: 'DESC' } });
  }
}
