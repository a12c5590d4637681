import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, Not } from 'typeorm';
import { NO_ENTRY } from '@hall/shared/ledger/entry.rules';
import { EMPTY_FRONTIER, grow, leafHash, rootOf } from '@hall/shared/ledger/merkle.rules';
import { checkpointText, keyChangeText } from '@hall/shared/ledger/checkpoint.rules';
import { addDays, dayOf, startOfDay, type Day } from '@hall/shared/kernel/day';
import { system, type StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { newSigningPair, signText } from '../../platform/crypto/signing.ts';
import { Relay } from '../../platform/events/relay.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Halls } from '../hall/halls.ts';
import { LedgerBook, LedgerCheckpoint, LedgerKey } from './ledger.entity.ts';
import { ledgerErrors } from './ledger.errors.ts';
import { Ledger } from './ledger.ts';
import { LedgerTree } from './ledger-tree.ts';
import { lineText } from './line-text.ts';

const clockwork = system('ledger.sequencer');
const AT_ONCE = 500;

interface Waiting {
  id: string;
  kind: string;
  day: string;
  body: string;
}

/**
 * Gives every entry its place: one after the other, each naming the one before. It runs under one lease, and the book's
 * row is held while it works, so that two processes that both believe they have the lease still make one chain.
 */
@Injectable()
export class LedgerSequencer {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly tree: LedgerTree,
    private readonly halls: Halls,
    private readonly crypto: CryptoPort,
    private readonly clock: Clock,
    private readonly relay: Relay,
  ) {}

  /** @returns how many entries got their place */
  async sequence(): Promise<number> {
    let placed = 0;
    for (const { id: hallId } of await this.halls.all()) {
      await this.begin(hallId);
      for (let batch = AT_ONCE; batch === AT_ONCE; placed += batch) batch = await this.unitOfWork.run(clockwork, (work) => this.append(work, hallId));
    }
    return placed;
  }

  /**
   * Seals every day that is over and not sealed yet. What happened on it must have been told first: a visit that becomes known after its day was
   * added up would read like a forgery. A listener that keeps failing holds yesterday up, and nothing older.
   * @returns how many
   */
  async seal(): Promise<number> {
    let sealed = 0;
    const yesterday = addDays(dayOf(this.clock.now()), -1);
    for (const { id: hallId } of await this.halls.all()) {
      const book = await this.begin(hallId);
      for (let day = book.sealedTo === null ? book.begunOn : addDays(book.sealedTo, 1); day <= yesterday; day = addDays(day, 1), sealed += 1) {
        if (day === yesterday && !(await this.relay.hasTold(startOfDay(addDays(day, 1))))) break;
        await this.sealDay(hallId, day);
      }
    }
    return sealed;
  }

  /**
   * One transaction that holds the book: all that was said before gets its place, then what belongs to the day is said and
   * placed, then the seal. Nothing can come in between, so a figure is exactly what the entries before it say.
   */
  private async sealDay(hallId: string, day: Day): Promise<void> {
    await this.unitOfWork.run(clockwork, async (work) => {
      let book = await work.lock(LedgerBook, hallId);
      if (book.sealedTo !== null && book.sealedTo >= day) return;
      book = await this.placeAll(work, book);
      book = await this.placeForSeal(work, book);
      for (const closing of this.ledger.dayClosings()) await closing(work, hallId, day);
      book = await this.placeAll(work, book);
      const key = (await work.findOne(LedgerKey, { hallId, retiredAt: IsNull() }))!;
      const checkpoint = { ledger: book.name, day, size: book.lastSeq, root: rootOf((text) => this.crypto.hash(text), book.frontier) };
      const signature = signText(this.privateHalf(key), checkpointText(checkpoint));
      await this.ledger.say(work, { hallId, key: `checkpoint:${day}`, kind: 'checkpoint', day, body: { ...checkpoint, key: key.publicKey, signature } });
      await this.placeAll(work, book, { sealedTo: day });
      await this.tree.extend(work, hallId, checkpoint.size);
      await work.add(LedgerCheckpoint, { id: newId(), hallId, day, size: checkpoint.size, root: checkpoint.root, seq: checkpoint.size + 1, signature, keyId: key.id });
      // Whoever finds a key that was retired finds nothing to sign with: the export names the new one from this seal on.
      await work.execute("UPDATE ledger_key SET private_key_cipher = '' WHERE hall_id = ? AND retired_at IS NOT NULL AND private_key_cipher <> ''", [hallId]);
      work.audit('ledger.seal', hallId, { day, size: checkpoint.size });
    });
  }

  /**
   * The key in use hands over to a new one, in the ledger itself and signed by both; seals bear the new one from the next on.
   * Once between two seals, so that each key has signed something. @param seen the public key the administrator was shown
   * @throws LEDGER_NOT_BEGUN, LEDGER_KEY_UNSEALED, LEDGER_KEY_CHANGED
   */
  async changeKey(actor: StaffActor, reason: string, seen: string): Promise<void> {
    const { hallId } = actor;
    await this.unitOfWork.run(actor, async (work) => {
      if (!(await work.findOne(LedgerBook, { id: hallId }))) throw ledgerErrors.LEDGER_NOT_BEGUN();
      const book = await this.placeAll(work, await work.lock(LedgerBook, hallId));
      const old = (await work.findOne(LedgerKey, { hallId, retiredAt: IsNull() }))!;
      if ((await work.find(LedgerKey, { hallId, retiredAt: Not(IsNull()), privateKeyCipher: Not('') })).length > 0) throw ledgerErrors.LEDGER_KEY_UNSEALED();
      if (old.publicKey !== seen) throw ledgerErrors.LEDGER_KEY_CHANGED();
      await work.execute('UPDATE ledger_key SET retired_at = ? WHERE id = ?', [work.now, old.id]);
      const fresh = await this.newKey(work, hallId);
      const change = { ledger: book.name, old: old.publicKey, key: fresh.publicKey };
      const [byOld, byNew] = [old, fresh].map((key) => signText(this.privateHalf(key), keyChangeText(change)));
      await this.ledger.say(work, { hallId, key: `key:${fresh.id}`, kind: 'ledger.key', body: { ...change, byOld: byOld!, byNew: byNew! } });
      await this.placeAll(work, book);
      work.audit('ledger.change-key', hallId, { reason: reason.trim(), key: fresh.publicKey });
    });
  }

  private privateHalf({ id, privateKeyCipher }: LedgerKey): string {
    return this.crypto.decryptField(privateKeyCipher, `ledger-key.private:${id}`);
  }

  private async append(work: Work, hallId: string): Promise<number> {
    const book = await work.lock(LedgerBook, hallId);
    const waiting = await this.waiting(work, hallId);
    if (waiting.length > 0) await this.place(work, book, waiting);
    return waiting.length;
  }

  private async placeAll(work: Work, from: LedgerBook, more: Partial<LedgerBook> = {}): Promise<LedgerBook> {
    let book = from;
    for (let lines = await this.waiting(work, book.id); lines.length > 0; lines = await this.waiting(work, book.id)) book = await this.place(work, book, lines, more);
    return book;
  }

  private waiting(work: Work, hallId: string): Promise<Waiting[]> {
    return work.rows<Waiting>(`SELECT id, kind, day, body FROM ledger_line WHERE hall_id = ? AND seq IS NULL AND for_seal = 0 ORDER BY id LIMIT ${AT_ONCE}`, [hallId]);
  }

  /** In an order that tells nothing: by what they say, which ends with a random name. Facts go first, since others are about them. */
  private async placeForSeal(work: Work, from: LedgerBook): Promise<LedgerBook> {
    const lines = await work.rows<Waiting>("SELECT id, kind, day, body FROM ledger_line WHERE hall_id = ? AND seq IS NULL AND for_seal = 1 ORDER BY CASE WHEN kind = 'fact' THEN 0 ELSE 1 END, body", [from.id]);
    return lines.length === 0 ? from : this.place(work, from, lines);
  }

  private async place(work: Work, book: LedgerBook, lines: readonly Waiting[], more: Partial<LedgerBook> = {}): Promise<LedgerBook> {
    const digest = (text: string) => this.crypto.hash(text);
    let { lastSeq, lastHash, frontier } = book;
    for (const line of lines) {
      lastSeq += 1;
      lastHash = digest(lineText({ ...line, seq: lastSeq, prev: lastHash }));
      frontier = grow(digest, frontier, leafHash(digest, lastHash));
      await work.execute('UPDATE ledger_line SET seq = ?, hash = ? WHERE id = ?', [lastSeq, lastHash, line.id]);
    }
    return work.change(LedgerBook, book, { lastSeq, lastHash, frontier, ...more });
  }

  private async begin(hallId: string): Promise<LedgerBook> {
    const standing = await this.dataSource.manager.findOneBy(LedgerBook, { id: hallId });
    if (standing) return standing;
    const { name: hall } = await this.halls.hall(hallId);
    return this.unitOfWork.run(clockwork, async (work) => {
      // Another job or process may begin it at this very moment; then this waits for it, and finds it begun.
      const { affected } = await work.sql.insertIfAbsent('ledger_book (id, name, last_seq, last_hash, frontier, begun_on, sealed_to, version) VALUES (?, ?, 0, ?, ?, ?, NULL, 1)', [hallId, this.crypto.randomToken(16), NO_ENTRY, JSON.stringify(EMPTY_FRONTIER), dayOf(work.now)]);
      const book = await work.get(LedgerBook, hallId);
      if (affected === 0) return book;
      const key = await this.newKey(work, hallId);
      await this.ledger.say(work, { hallId, key: 'begun', kind: 'ledger.begun', body: { format: 1, ledger: book.name, hall, key: key.publicKey } });
      // What was said before the ledger began is older than its first entry and must not come before it.
      const [own] = await work.rows<Waiting>('SELECT id, kind, day, body FROM ledger_line WHERE hall_id = ? AND fact_key = ?', [hallId, 'begun']);
      await this.place(work, book, [own!]);
      work.audit('ledger.begin', hallId);
      return book;
    });
  }

  private newKey(work: Work, hallId: string): Promise<LedgerKey> {
    const { publicKey, privateKey } = newSigningPair();
    const id = newId();
    return work.add(LedgerKey, { id, hallId, publicKey, privateKeyCipher: this.crypto.encryptField(privateKey, `ledger-key.private:${id}`), madeAt: work.now, retiredAt: null });
  }
}
