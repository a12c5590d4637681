import { isCanonical } from '../kernel/canonical-json.ts';
import { addDays } from '../kernel/day.ts';
import { checkpointText, manifestText, readShortCode, shortCode } from '../ledger/checkpoint.rules.ts';
import type { Checkpoint, Manifest } from '../ledger/checkpoint.rules.ts';
import { ENTRY_NAMES, NO_ENTRY, isLedgerKind } from '../ledger/entry.rules.ts';
import type { LedgerEntry, LedgerKind } from '../ledger/entry.rules.ts';
import { keyChain } from './key-chain.ts';
import type { LedgerKeySpan } from './key-chain.ts';
import { EMPTY_FRONTIER, grow, leafHash, rootOf } from '../ledger/merkle.rules.ts';
import type { Digest } from '../ledger/merkle.rules.ts';

/** Something that recomputes one kind of published number as the entries go by. */
export interface Book { read(entry: LedgerEntry): string | null }

export interface AuditorTools {
  digest: Digest;
  /** Ed25519 over the UTF-8 text. */
  isSigned: (publicKey: string, text: string, signature: string) => boolean;
  /** From elsewhere than the file, such as the hall's wall: any of the keys the ledger was signed with, one after the other. Without it the file's own first key is believed, and the report says so. */
  publicKey?: string;
  /** From a slip or the hall screen: one of the checkpoints must bear it. */
  shortCode?: string;
  books: readonly Book[];
}

/** A finding, with the line of the file it was found in (1 is the manifest). */
export interface Finding { line: number; words: string }
export interface AuditReport {
  sound: boolean;
  findings: readonly Finding[];
  entries: number;
  checkpoints: number;
  manifest: Manifest | null;
  /** The day up to which the ledger is sealed. */
  sealedTo: string | null;
  keyFrom: 'outside' | 'file';
  /** The keys it was signed with, each handed over to the next by the one before. */
  keys: readonly LedgerKeySpan[];
  shortCodeSeen: boolean | null;
  /** The day whose seal bears the short code that was asked for. */
  shortCodeDay: string | null;
  /** The short code of the last seal. */
  lastShortCode: string | null;
}

/** Whatever others are judged by counts from the day it was said: said under a day that is sealed already, it would reach back to what everybody knows. */
const RULES_SAID: readonly LedgerKind[] = ['commitment.published', 'commitment.withdrawn', 'flag.formula', 'assessment.formula', 'star.committed'];
const OF_A_MANIFEST = 7;

/** After this many findings reading on tells nothing more. */
const ENOUGH = 20;

/**
 * Checks an exported ledger line by line, with nothing but the file: every line in its one right writing, every entry naming the one before,
 * every seal over all entries up to it, and every published number by its book.
 */
export function auditor({ digest, isSigned, publicKey, shortCode: asked, books }: AuditorTools) {
  const findings: Finding[] = [];
  let line = 0;
  let manifest: Manifest | null = null;
  let prev = NO_ENTRY;
  let seq = 0;
  let tree = EMPTY_FRONTIER;
  let sealed: Checkpoint | null = null;
  let checkpoints = 0;
  let begunOn = '';
  let lastKind = '';
  const wanted = asked === undefined ? undefined : readShortCode(asked);
  let seenOn: string | null = null;
  const keys = keyChain(isSigned);
  const find = (words: string): void => { findings.push({ line, words }); };

  function readManifest(text: string): void {
    const said = parsed(text) as (Manifest & { signature: string }) | null;
    if (!said || typeof said !== 'object' || said.format !== 1 || Object.keys(said).length !== OF_A_MANIFEST || !isCanonical(text, said)) return find('第一行不是账本的说明行');
    const { signature, ...rest } = said;
    if (!isSigned(rest.key, manifestText(rest), signature)) return find('说明行的签名不对');
    manifest = rest;
  }

  function readEntry(text: string): void {
    const entry = parsed(text) as LedgerEntry | null;
    if (!entry || typeof entry !== 'object' || typeof entry.body !== 'object' || entry.body === null || !isLedgerKind(String(entry.kind))) return find('这一行不是账本的记录');
    if (Object.keys(entry).join() !== ENTRY_NAMES || !isCanonical(text, entry)) return find('这一行的写法被改动过');
    if (entry.seq !== seq + 1) find(`序号应为 ${seq + 1}，这里是 ${entry.seq}：有记录被删除、插入或调换`);
    if (entry.prev !== prev) find('与上一条记录接不上：上一条或这一条被改动、删除或调换');
    if (sealed && entry.day <= sealed.day && RULES_SAID.includes(entry.kind)) find('日期写在已经封过账的日子：把后来定的说成了从前定的');
    if (seq === 0) begunOn = entry.day;
    if (entry.kind === 'ledger.begun' || entry.kind === 'ledger.key') readSoundly(() => keys.read(entry));
    if (entry.kind === 'checkpoint') readSoundly(() => { readSeal(entry); return null; });
    seq = entry.seq;
    prev = digest(text);
    tree = grow(digest, tree, leafHash(digest, prev));
    lastKind = entry.kind;
    for (const book of books) readSoundly(() => book.read(entry));
  }

  /** An entry that says something no book foresees was not written by a hall: that is a finding, and not the end of the reading. */
  function readSoundly(read: () => string | null): void {
    try {
      const words = read();
      if (words !== null) find(words);
    } catch {
      find('这一行的内容不成样子，无法核对');
    }
  }

  function readSeal({ body, day: said }: LedgerEntry): void {
    const { ledger, day, size, root, key, signature } = body as unknown as Checkpoint & { key: string; signature: string };
    checkpoints += 1;
    if (size !== tree.size || root !== rootOf(digest, tree)) find(`${day} 的封账与它之前的记录不符`);
    if (key !== keys.present() || !isSigned(key, checkpointText({ ledger, day, size, root }), signature)) find(`${day} 封账的签名不对`);
    if (manifest && ledger !== manifest.ledger) find(`${day} 的封账属于另一本账`);
    if (day !== said || day !== (sealed ? addDays(sealed.day, 1) : begunOn)) find(`${day} 的封账次序不对：每天都要封账，一天也不能少`);
    sealed = { ledger, day, size, root };
    if (wanted !== undefined && shortCode(root) === wanted) seenOn = day;
  }

  return {
    /** @param text one line without its end */
    line(text: string): void {
      line += 1;
      if (findings.length >= ENOUGH) return;
      if (line === 1) readManifest(text);
      else readEntry(text);
    },
    /** @param torn whether the file ends within a line */
    end(torn = false): AuditReport {
      if (findings.length < ENOUGH) {
        if (torn) find('最后一行没有写完：文件没有下载完整，或尾部被截断');
        if (manifest === null && findings.length === 0) find('文件是空的');
        if (manifest !== null && (manifest.entries !== seq || manifest.head !== prev)) find(`说明行写着 ${manifest.entries} 条记录，文件里到第 ${seq} 条：尾部被截断或添加`);
        if (manifest !== null && lastKind !== 'checkpoint') find('账本没有停在一次封账上');
        if (manifest !== null && manifest.key !== keys.present()) find('说明行的公钥不是账本现用的那一把');
        if (publicKey !== undefined && !keys.all().some(({ key }) => key === publicKey)) find('签名用的不是您给出的公钥');
        if (wanted === null) find('短码的写法不对，应像 7K3M-02QX-9FTD');
        if (typeof wanted === 'string' && seenOn === null) find('没有哪一天的封账是您手里的短码：文件不是那本账，或那天之前的记录被改过');
      }
      const last = sealed as Checkpoint | null;
      return {
        sound: findings.length === 0, findings, entries: seq, checkpoints, manifest, sealedTo: last?.day ?? null, keyFrom: publicKey === undefined ? 'file' : 'outside', keys: keys.all(),
        shortCodeSeen: wanted === undefined ? null : seenOn !== null, shortCodeDay: seenOn, lastShortCode: last && shortCode(last.root),
      };
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
