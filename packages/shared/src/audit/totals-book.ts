import type { Day } from '../kernel/day.ts';
import { dayOf } from '../kernel/day.ts';
import type { LedgerEntry } from '../ledger/entry.rules.ts';

interface ClassTotals { cls: string; last: number; served: number; left: number; unserved: number; open: number }
/** What the facts say of one visit. */
interface Visit { cls: string; called: boolean; ended: Ending | null }

const ENDINGS = { 'visit.served': 'served', 'visit.left': 'left', 'visit.unserved': 'unserved' } as const;
type Ending = (typeof ENDINGS)[keyof typeof ENDINGS];
const ENDING_WORDS: Record<Ending, string> = { served: '办结', left: '离开', unserved: '未办' };

/** Visits that must be found again in the control totals of their day. */
export interface TotalsBook { read(entry: LedgerEntry): string | null; readonly days: number }

/**
 * Numbers are given without a gap, so the last number of a day says how many came. Whoever came must stand in the facts with how it ended, and
 * whoever was served must have been called, or nobody could tell how long it took. Once a day was added up, nobody is added to it any more:
 * visits made up afterwards would make a rate look better.
 */
export function totalsBook(): TotalsBook {
  const visits = new Map<string, Visit>();
  const taken = new Map<Day, Visit[]>();
  const told = new Set<Day>();
  let days = 0;

  function fact(s: string, event: string, at: number, cls: string): string | null {
    if (event === 'visit.taken') {
      const day = dayOf(at);
      if (visits.has(s)) return '同一次来访取了两次号';
      if (told.has(day)) return `${day} 的号票总数已经公布，后来又添了一次来访`;
      const visit: Visit = { cls, called: false, ended: null };
      visits.set(s, visit);
      const came = taken.get(day);
      if (came) came.push(visit);
      else taken.set(day, [visit]);
      return null;
    }
    const visit = visits.get(s);
    if (visit === undefined) return null;
    if (event === 'visit.called') visit.called = true;
    visit.ended = ENDINGS[event as keyof typeof ENDINGS] ?? visit.ended;
    return null;
  }

  function wrongIn(day: Day, classes: readonly ClassTotals[]): string | null {
    const came = taken.get(day) ?? [];
    if (told.has(day)) return `${day} 的号票总数公布了两次`;
    told.add(day);
    for (const { cls, last, served, left, unserved, open } of classes) {
      const found = came.filter((visit) => visit.cls === cls);
      if (served + left + unserved + open !== last) return `${day} 的号票总数对不上：发到 ${last} 号，只有 ${served + left + unserved + open} 个结果`;
      if (found.length !== last) return `${day} 的号票对不上：发到 ${last} 号，账上只有 ${found.length} 次取号`;
      for (const [ending, count] of [['served', served], ['left', left], ['unserved', unserved]] as const) {
        const ended = found.filter((visit) => visit.ended === ending).length;
        // A hall that was closed late, after its server had been away, tells of those who were not served a moment after the day was added up.
        if (ended > count || (ending === 'served' && ended < count)) return `${day} 的号票对不上：公布${ENDING_WORDS[ending]} ${count} 个，账上有 ${ended} 个`;
      }
      if (found.some((visit) => visit.ended === 'served' && !visit.called)) return `${day} 有一次来访办结了却没有叫号，算不出用时`;
    }
    return came.every((visit) => classes.some(({ cls }) => cls === visit.cls)) ? null : `${day} 有来访没有算进号票总数`;
  }

  return {
    read({ kind, body, day }) {
      if (kind === 'fact') return fact(String(body.s), String(body.event), body.at as number, String((body.of as { cls?: string }).cls));
      if (kind === 'checkpoint') {
        taken.delete(day);
        return told.has(day) ? null : `${day} 封了账，却没有公布号票总数`;
      }
      if (kind !== 'day.totals') return null;
      if (body.day !== day) return `${String(body.day)} 的号票总数写在了别的日子`;
      days += 1;
      return wrongIn(day, body.classes as unknown as ClassTotals[]);
    },
    get days() { return days; },
  };
}
