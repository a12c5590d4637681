import { keyChangeText } from '../ledger/checkpoint.rules.ts';
import type { KeyChange } from '../ledger/checkpoint.rules.ts';
import type { LedgerEntry } from '../ledger/entry.rules.ts';

/** A key and the day from which seals bear it. */
export interface LedgerKeySpan { key: string; from: string }

/**
 * The keys of a ledger as its entries hand them on: the first entry names the first, each change names the one before and is signed by both.
 * So whoever knows any one of them knows them all, and a key nobody handed over to signs nothing.
 */
export function keyChain(isSigned: (publicKey: string, text: string, signature: string) => boolean) {
  const spans: LedgerKeySpan[] = [];
  let ledger = '';

  function begin({ seq, day, body }: LedgerEntry): string | null {
    if (seq !== 1) return '账本只能启用一次，而且是第一条记录';
    ledger = String(body['ledger']);
    spans.push({ key: String(body['key']), from: day });
    return null;
  }

  function change({ day, body }: LedgerEntry): string | null {
    const said = body as unknown as KeyChange & { byOld: string; byNew: string };
    const text = keyChangeText({ ledger, old: said.old, key: said.key });
    if (said.ledger !== ledger || said.old !== spans.at(-1)?.key) return '更换签名密钥时，交出的不是当时在用的那一把';
    if (spans.some(({ key }) => key === said.key)) return '更换签名密钥时，换上的是用过的旧密钥';
    if (!isSigned(said.old, text, said.byOld)) return '更换签名密钥没有原密钥的签名：新密钥不可信';
    if (!isSigned(said.key, text, said.byNew)) return '更换签名密钥没有新密钥的签名：新密钥不可信';
    spans.push({ key: said.key, from: day });
    return null;
  }

  return {
    /** @returns what is wrong with it, or null. A change that is wrong changes nothing. */
    read: (entry: LedgerEntry): string | null => (entry.kind === 'ledger.begun' ? begin(entry) : change(entry)),
    /** What a seal must be signed with just now; null before the first entry. */
    present: (): string | null => spans.at(-1)?.key ?? null,
    all: (): readonly LedgerKeySpan[] => spans,
  };
}
