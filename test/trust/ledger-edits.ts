import { hash } from 'node:crypto';
import { canonicalJson } from '../../packages/shared/src/kernel/canonical-json.ts';
import { manifestText, type Manifest } from '../../packages/shared/src/ledger/checkpoint.rules.ts';
import { NO_ENTRY, entryText, type LedgerEntry } from '../../packages/shared/src/ledger/entry.rules.ts';
import { EMPTY_FRONTIER, grow, leafHash, rootOf } from '../../packages/shared/src/ledger/merkle.rules.ts';
import type { Chance } from './chance.ts';

export const digest = (text: string): string => hash('sha256', text);

/** What somebody did to a file, in words, and the file afterwards. */
export interface Edit { words: string; text: string }
type Edited = (lines: string[], chance: Chance) => Edit | null;

const joined = (lines: readonly string[]) => `${lines.join('\n')}\n`;
const SIGNS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_{}[]":, \t办';

/** Each leaves another file behind, whatever chance says; null where this file offers nothing to do. */
const EDITS: Record<string, Edited> = {
  'a sign is replaced': (lines, chance) => {
    const line = chance.upTo(lines.length);
    const text = lines[line]!;
    const at = chance.upTo(text.length);
    const sign = chance.pick([...SIGNS].filter((each) => each !== text[at]));
    return { words: `line ${line + 1}, sign ${at}: ${text[at]} becomes ${sign}`, text: joined(lines.with(line, `${text.slice(0, at)}${sign}${text.slice(at + 1)}`)) };
  },
  'a sign is taken out': (lines, chance) => {
    const line = chance.upTo(lines.length);
    const at = chance.upTo(lines[line]!.length);
    return { words: `line ${line + 1}, sign ${at} is gone`, text: joined(lines.with(line, lines[line]!.slice(0, at) + lines[line]!.slice(at + 1))) };
  },
  'a number is changed': (lines, chance) => {
    const line = chance.upTo(lines.length);
    const numbers = [...lines[line]!.matchAll(/(?<=[:[,])\d+/g)];
    if (numbers.length === 0) return null;
    const { 0: number, index } = chance.pick(numbers);
    const other = Number(number) + (chance.in(0.5) || number === '0' ? 1 : -1);
    return { words: `line ${line + 1}: ${number} becomes ${other}`, text: joined(lines.with(line, lines[line]!.slice(0, index) + other + lines[line]!.slice(index + number.length))) };
  },
  'a line is taken out': (lines, chance) => {
    const line = chance.upTo(lines.length);
    return { words: `line ${line + 1} is gone`, text: joined(lines.toSpliced(line, 1)) };
  },
  'lines are taken out': (lines, chance) => {
    const from = chance.upTo(lines.length);
    const count = 2 + chance.upTo(60);
    return { words: `${count} lines from ${from + 1} are gone`, text: joined(lines.toSpliced(from, count)) };
  },
  'two lines change places': (lines, chance) => {
    const [a, b] = [chance.upTo(lines.length), chance.upTo(lines.length)];
    return a === b ? null : { words: `lines ${a + 1} and ${b + 1} change places`, text: joined(lines.with(a, lines[b]!).with(b, lines[a]!)) };
  },
  'a line stands twice': (lines, chance) => {
    const [line, at] = [chance.upTo(lines.length), chance.upTo(lines.length + 1)];
    return { words: `line ${line + 1} stands again before ${at + 1}`, text: joined(lines.toSpliced(at, 0, lines[line]!)) };
  },
  'the end is cut off': (lines, chance) => {
    const whole = joined(lines);
    const length = chance.upTo(whole.length);
    return { words: `only the first ${length} signs are left`, text: whole.slice(0, length) };
  },
  'the end is cut off at a seal': (lines, chance) => {
    const seals = lines.flatMap((line, at) => (line.includes('"kind":"checkpoint"') && at < lines.length - 1 ? [at] : []));
    const at = chance.pick(seals);
    return { words: `cut off after the seal on line ${at + 1}`, text: joined(lines.slice(0, at + 1)) };
  },
  'something is told as if it had always been so': (lines, chance) => {
    const facts = lines.flatMap((line, at) => (line.includes('"kind":"fact"') ? [at] : []));
    const at = chance.pick(facts);
    return { words: `the time on line ${at + 1} and every hash after it are written anew`, text: joined(rechained(lines, at, (entry) => ({ ...entry, body: { ...entry.body, at: (entry.body.at as number) - 60_000 } }))) };
  },
  'something is left out as if it had never been': (lines, chance) => {
    const at = chance.pick(lines.flatMap((line, index) => (line.includes('"kind":"fact"') ? [index] : [])));
    return { words: `line ${at + 1} is gone, and every number and hash after it is written anew`, text: joined(rechained(lines, at, () => null)) };
  },
};

/** One edit, as chance will have it. */
export function editOf(text: string, chance: Chance): Edit {
  const lines = text.trimEnd().split('\n');
  for (;;) {
    const [name, edit] = chance.pick(Object.entries(EDITS));
    const edited = edit(lines, chance);
    if (edited && edited.text !== text) return { ...edited, words: `${name}: ${edited.words}` };
  }
}

/** Signs seals and the manifest; without one the old signatures stay, as for somebody who has no key. */
export type Signer = ((text: string) => string) & { publicKey: string };

/** Changes one entry, or leaves it out, and then writes whatever follows from it anew: numbers, hashes, roots. @param signsFrom the line from which the signer signs; what stands before keeps its signatures */
export function rechained(lines: readonly string[], at: number, change: (entry: LedgerEntry) => LedgerEntry | null, signer?: Signer, signsFrom = 0): string[] {
  let [seq, prev, tree] = [0, NO_ENTRY, EMPTY_FRONTIER];
  const rest = lines.slice(1).flatMap((line, index) => {
    const said = JSON.parse(line) as LedgerEntry;
    const wished = index + 1 === at ? change(said) : said;
    const signing = index + 1 >= signsFrom ? signer : undefined;
    if (wished === null) return [];
    // Who has no key the ledger knows cannot hand one over either.
    if (wished.kind === 'ledger.key' && signing && index + 1 !== at) return [];
    seq += 1;
    let { body } = wished;
    if (wished.kind === 'checkpoint') {
      const { ledger, day } = body as { ledger: string; day: string };
      const checkpoint = { ledger, day, size: tree.size, root: rootOf(digest, tree) };
      body = { ...body, ...checkpoint, ...(signing ? { key: signing.publicKey, signature: signing(canonicalJson(checkpoint)) } : {}) };
    }
    if (wished.kind === 'ledger.begun' && signing) body = { ...body, key: signing.publicKey };
    const written = entryText({ ...wished, body, seq, prev });
    prev = digest(written);
    tree = grow(digest, tree, leafHash(digest, prev));
    return [written];
  });
  const { signature, ...manifest } = JSON.parse(lines[0]!) as Manifest & { signature: string };
  const next: Manifest = { ...manifest, entries: seq, head: prev, ...(signer ? { key: signer.publicKey } : {}) };
  return [canonicalJson({ ...next, signature: signer ? signer(manifestText(next)) : signature }), ...rest];
}
