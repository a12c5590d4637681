import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, MoreThan, MoreThanOrEqual } from 'typeorm';
import { canonicalJson, type Json } from '@hall/shared/kernel/canonical-json';
import { dayOf, type Day } from '@hall/shared/kernel/day';
import { shortCode } from '@hall/shared/ledger/checkpoint.rules';
import { NO_ENTRY, type LedgerKind } from '@hall/shared/ledger/entry.rules';
import type { ProofStep } from '@hall/shared/ledger/merkle.rules';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { newId, newRandomId } from '../../platform/persistence/new-id.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { LedgerCheckpoint, LedgerCode, LedgerLine } from './ledger.entity.ts';
import { LedgerTree } from './ledger-tree.ts';
import { lineText } from './line-text.ts';

export interface Saying {
  hallId: string;
  /** Names the fact for ever: what is said again under it is not written again. */
  key: string;
  kind: LedgerKind;
  /** Canonical JSON can hold it: no fractions. Nothing personal, nothing that tells more than everybody may know. */
  body: { readonly [name: string]: Json };
  /** The day it belongs to; without one, the day it is said. */
  day?: Day;
  /** It gets its place when the day is sealed, among all others of its like: standing between what is told by the second, it would be told by the second too. */
  forSeal?: boolean;
}

/** An entry with all that shows that it stands in the ledger; the rest of the proof is there once its day was sealed. */
export interface PlacedEntry {
  seq: number;
  line: string;
  checkpoint: { day: Day; shortCode: string; root: string } | null;
  steps: ProofStep[];
}

/** Called when a day is about to be sealed: the last chance to say what belongs to it. It must be idempotent, as its sayings are. */
export type DayClosing = (work: Work, hallId: string, day: Day) => Promise<void>;

/** A body longer than this does not fit its column on MySQL. */
const LONGEST_BODY = 60_000;
const KEYS_AT_ONCE = 400;

/** The public ledger, as every other room may use it: say what is true, under names that tell nobody anything. */
@Injectable()
export class Ledger {
  private readonly closings: DayClosing[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly crypto: CryptoPort,
    private readonly tree: LedgerTree,
  ) {}

  /** Writes it down in the caller's unit of work. It gets its place in the ledger after the commit. @returns whether it was new */
  async say(work: Work, { hallId, key, kind, body, day, forSeal = false }: Saying): Promise<boolean> {
    const text = canonicalJson(body);
    if (text.length > LONGEST_BODY) throw new Error(`${kind} is too long for one entry: split it`);
    const { affected } = await work.sql.insertIfAbsent('ledger_line (id, hall_id, fact_key, kind, day, body, written_at, for_seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?)', [newId(), hallId, key, kind, day ?? dayOf(work.now), text, work.now, forSeal ? 1 : 0]);
    return affected === 1;
  }

  /** Holds the ledger until this unit of work ends: whatever figures depend on is changed under it, so that no figure is said in between. */
  async hold(work: Work, hallId: string): Promise<void> {
    if (work.sql.forUpdate !== '') await work.rows(`SELECT id FROM ledger_book WHERE id = ?${work.sql.forUpdate}`, [hallId]);
  }

  /** The random name this subject bears in the ledger; made at the first asking. */
  async codeOf(work: Work, hallId: string, kind: string, subjectId: string): Promise<string> {
    return (await this.nameOf(work, hallId, kind, subjectId)).code;
  }

  /** The same for several at once, in the order asked for. */
  async codesOf(work: Work, hallId: string, named: readonly (readonly [kind: string, subjectId: string])[]): Promise<string[]> {
    const known = await work.rows<{ kind: string; subject_id: string; code: string }>(`SELECT kind, subject_id, code FROM ledger_code WHERE hall_id = ? AND (${named.map(() => '(kind = ? AND subject_id = ?)').join(' OR ')})`, [hallId, ...named.flat()]);
    const codes: string[] = [];
    for (const [kind, subjectId] of named) codes.push(known.find((row) => row.kind === kind && row.subject_id === subjectId)?.code ?? (await this.codeOf(work, hallId, kind, subjectId)));
    return codes;
  }

  /** A digest of something about this subject that only who is told the salt can recompute. */
  async seal(work: Work, hallId: string, kind: string, subjectId: string, content: Json): Promise<string> {
    const { salt } = await this.nameOf(work, hallId, kind, subjectId);
    return this.crypto.hash(`${salt}|${canonicalJson(content)}`);
  }

  /** The names of many subjects, as far as they have one. */
  async codes(hallId: string, kind: string, subjectIds: readonly string[]): Promise<Map<string, LedgerCode>> {
    if (subjectIds.length === 0) return new Map();
    const rows = await this.dataSource.manager.find(LedgerCode, { where: { hallId, kind, subjectId: In([...subjectIds]) } });
    return new Map(rows.map((row) => [row.subjectId, row]));
  }

  /** Whose name this is; null when nobody's, or no longer. */
  async subjectOf(hallId: string, kind: string, code: string): Promise<string | null> {
    return (await this.dataSource.manager.findOneBy(LedgerCode, { hallId, kind, code }))?.subjectId ?? null;
  }

  /** Cuts the tie for ever. The ledger stays whole, and its entries belong to nobody any more. */
  async forget(work: Work, kind: string, subjectId: string): Promise<void> {
    await work.execute('DELETE FROM ledger_code WHERE kind = ? AND subject_id = ?', [kind, subjectId]);
    work.audit('ledger.forget', subjectId, { kind });
  }

  /** The bodies of one kind that have been said of this hall, the oldest first. */
  async said<B>(hallId: string, kind: LedgerKind): Promise<B[]> {
    const rows = await this.dataSource.manager.find(LedgerLine, { where: { hallId, kind }, select: { body: true }, order: { id: 'ASC' } });
    return rows.map(({ body }) => JSON.parse(body) as B);
  }

  /** The bodies said under these keys, whether they have their place yet or not. */
  async saidUnder<B>(hallId: string, keys: readonly string[]): Promise<B[]> {
    const rows = await this.dataSource.manager.find(LedgerLine, { where: { hallId, factKey: In([...keys]) }, select: { body: true }, order: { id: 'ASC' } });
    return rows.map(({ body }) => JSON.parse(body) as B);
  }

  /** Where something said under this key stands; null while it has no place. */
  async placeOf(hallId: string, key: string): Promise<{ seq: number; hash: string; writtenAt: number } | null> {
    const line = await this.dataSource.manager.findOne(LedgerLine, { where: { hallId, factKey: key }, select: { seq: true, hash: true, writtenAt: true } });
    return line?.seq == null ? null : { seq: line.seq, hash: line.hash!, writtenAt: line.writtenAt };
  }

  /** The short code of the first seal over this entry; null while it is not sealed. */
  async sealOver(hallId: string, seq: number): Promise<string | null> {
    const seal = await this.dataSource.manager.findOne(LedgerCheckpoint, { where: { hallId, seq: MoreThan(seq) }, order: { seq: 'ASC' } });
    return seal && shortCode(seal.root);
  }

  /** The entry that was said under this key, as it stands in the first sealed day that holds it. Null while it waits for its place. */
  async placed(hallId: string, key: string): Promise<PlacedEntry | null> {
    const row = await this.dataSource.manager.findOneBy(LedgerLine, { hallId, factKey: key });
    if (!row || row.seq === null) return null;
    const [before, seal] = await Promise.all([
      row.seq === 1 ? null : this.dataSource.manager.findOneBy(LedgerLine, { hallId, seq: row.seq - 1 }),
      this.dataSource.manager.findOne(LedgerCheckpoint, { where: { hallId, size: MoreThanOrEqual(row.seq) }, order: { day: 'ASC' } }),
    ]);
    return {
      seq: row.seq, line: lineText({ ...row, seq: row.seq, prev: before?.hash ?? NO_ENTRY }),
      checkpoint: seal && { day: seal.day, shortCode: shortCode(seal.root), root: seal.root }, steps: seal ? await this.tree.proof(hallId, row.seq, seal.size) : [],
    };
  }

  /** The last day that was sealed, and the short code people compare with; null before the first. */
  async lastSeal(hallId: string): Promise<{ day: Day; shortCode: string } | null> {
    const last = await this.dataSource.manager.findOne(LedgerCheckpoint, { where: { hallId }, order: { day: 'DESC' } });
    return last && { day: last.day, shortCode: shortCode(last.root) };
  }

  /** The first and the last place of what was said under these keys; null while none of it has one. */
  async spanOf(hallId: string, keys: readonly string[]): Promise<{ first: number; last: number } | null> {
    const found: number[] = [];
    for (let at = 0; at < keys.length; at += KEYS_AT_ONCE) {
      const some = keys.slice(at, at + KEYS_AT_ONCE);
      const [span] = await this.dataSource.query<{ lowest: number | string | null; highest: number | string | null }[]>(`SELECT MIN(seq) AS lowest, MAX(seq) AS highest FROM ledger_line WHERE hall_id = ? AND fact_key IN (${some.map(() => '?').join(', ')})`, [hallId, ...some]);
      if (span!.lowest !== null) found.push(Number(span!.lowest), Number(span!.highest));
    }
    return found.length === 0 ? null : { first: Math.min(...found), last: Math.max(...found) };
  }

  /** How long the oldest entry has been waiting for its place, in milliseconds; what waits for the seal is not late. */
  async lag(hallId: string, now: number): Promise<number> {
    const oldest = await this.dataSource.manager.findOne(LedgerLine, { where: { hallId, seq: IsNull(), forSeal: false }, select: { writtenAt: true }, order: { id: 'ASC' } });
    return oldest ? Math.max(0, now - oldest.writtenAt) : 0;
  }

  beforeSealing(closing: DayClosing): void {
    this.closings.push(closing);
  }

  dayClosings(): readonly DayClosing[] {
    return this.closings;
  }

  private async nameOf(work: Work, hallId: string, kind: string, subjectId: string): Promise<LedgerCode> {
    const known = await work.findOne(LedgerCode, { hallId, kind, subjectId });
    if (known) return known;
    const made = { id: newRandomId(), hallId, kind, subjectId, code: this.crypto.randomToken(16), salt: this.crypto.randomToken(16) };
    const { affected } = await work.sql.insertIfAbsent('ledger_code (id, hall_id, kind, subject_id, code, salt) VALUES (?, ?, ?, ?, ?, ?)', [made.id, hallId, kind, subjectId, made.code, made.salt]);
    if (affected === 1) return made;
    // A colleague may have named it at the same moment; inside a snapshot only a locking read sees that.
    const [row] = await work.rows<{ code: string; salt: string }>(`SELECT code, salt FROM ledger_code WHERE hall_id = ? AND kind = ? AND subject_id = ?${work.sql.forUpdate}`, [hallId, kind, subjectId]);
    return { ...row!, hallId, kind, subjectId } as LedgerCode;
  }
}
