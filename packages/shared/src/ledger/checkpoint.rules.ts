import { canonicalJson } from '../kernel/canonical-json.ts';
import type { Day } from '../kernel/day.ts';

/**
 * A day sealed: the root of the Merkle tree over the hashes of the first `size` entries. It is itself the entry `size + 1`.
 * `ledger` is the ledger's own random name, so that a checkpoint of one hall never passes for another's.
 */
export interface Checkpoint { ledger: string; day: Day; size: number; root: string }

/** What is signed. */
export const checkpointText = ({ ledger, day, size, root }: Checkpoint): string => canonicalJson({ ledger, day, size, root });

/** What stands above an export, signed as well: without it a file cut off at an earlier checkpoint would look whole. */
export interface Manifest { format: 1; ledger: string; hall: string; key: string; entries: number; head: string }
export const manifestText = ({ format, ledger, hall, key, entries, head }: Manifest): string => canonicalJson({ format, ledger, hall, key, entries, head });

/** A new key takes over from the one before. Both sign it: the old one hands over, the new one shows that somebody holds it. */
export interface KeyChange { ledger: string; old: string; key: string }
export const keyChangeText = ({ ledger, old, key }: KeyChange): string => canonicalJson({ change: 'key', key, ledger, old });

/** Letters and digits nobody mistakes for each other (Crockford's base 32). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 3;
const GROUP = 4;

/** The first 60 bits of a root as people write it down: `7K3M-02QX-9FTD`. On the hall screen each day and on every slip. */
export function shortCode(root: string): string {
  // By bits as text: the oldest phones know no whole numbers of sixty bits.
  const bits = [...root.slice(0, 15)].map((digit) => parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
  const signs = Array.from({ length: GROUPS * GROUP }, (_, at) => SIGNS[parseInt(bits.slice(5 * at, 5 * at + 5), 2)]!).join('');
  return Array.from({ length: GROUPS }, (_, at) => signs.slice(at * GROUP, (at + 1) * GROUP)).join('-');
}

/** A short code as somebody typed it: small letters, no dashes, O for 0, I and L for 1. Null when it cannot be one. */
export function readShortCode(typed: string): string | null {
  const signs = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  if (signs.length !== GROUPS * GROUP || [...signs].some((sign) => !SIGNS.includes(sign))) return null;
  return Array.from({ length: GROUPS }, (_, at) => signs.slice(at * GROUP, (at + 1) * GROUP)).join('-');
}
