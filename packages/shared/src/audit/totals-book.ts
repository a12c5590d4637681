import type { Day } from '../kernel/day.ts';
import { dayOf } from '../kernel/day.ts';
import type { LedgerEntry } from '../ledger/entry.rules.ts';

interface ClassTotals { cls: string; last: number; served: number; left: number; unserved: number; open: number }

/** Visits that must be found again in the control totals of their day. */
export interface TotalsBook { read(entry: LedgerEntry): string | null; readonly days: number }

/**
 * Numbers are given without a gap, so the last number of a day says how many came. Whoever came must stand in the facts, and every number must
 * have ended somehow; else somebody was left out.
 */
export function totalsBook(): TotalsBook {
  const taken = new Map<Day, Map<string, Set<string>>>();
  let days = 0;
  return {
    read({ kind, body }) {
      if (kind === 'fact' && body.event === 'visit.taken') {
        const day = dayOf(body.at as number);
        const cls = String((body.of as { cls?: string }).cls);
        const classes = taken.get(day) ?? new Map<string, Set<string>>();
        taken.set(day, classes.set(cls, (classes.get(cls) ?? new Set()).add(String(body.s))));
      }
      if (kind !== 'day.totals') return null;
      days += 1;
      for (const { cls, last, served, left, unserved, open } of body.classes as unknown as ClassTotals[]) {
        const found = taken.get(String(body.day))?.get(cls)?.size ?? 0;
        if (served + left + unserved + open !== last) return `${String(body.day)} 的号票总数对不上：发到 ${last} 号，只有 ${served + left + unserved + open} 个结果`;
        if (found !== last) return `${String(body.day)} 的号票对不上：发到 ${last} 号，账上只有 ${found} 次取号`;
      }
      return null;
    },
    get days() { return days; },
  };
}
