import { flagResult, tallyWindows } from '../assessment/red-flag.rules.ts';
import type { FlagFormula, FlagResult } from '../assessment/red-flag.rules.ts';
import { beginsInTime, formulaFor } from '../assessment/weights.rules.ts';
import type { Month } from '../assessment/weights.rules.ts';
import { daysOf, monthOf, nextMonth } from '../commitment/figures.rules.ts';
import { MOST_FACTS } from '../commitment/fulfilment.rules.ts';
import type { Fact } from '../commitment/fulfilment.rules.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { dayOf } from '../kernel/day.ts';
import type { LedgerEntry } from '../ledger/entry.rules.ts';

export interface FlagBook { read(entry: LedgerEntry): string | null; /** How many months were recomputed and agreed. */ readonly months: number }

/**
 * Finds every month's red-flag windows anew, from the visits that stand before the result and the formula that was published before the month
 * began. A month under a formula must not be left out either.
 */
export function flagBook(): FlagBook {
  const formulas: FlagFormula[] = [];
  const visits = new Map<Month, Map<string, Fact[]>>();
  const said = new Set<Month>();
  let months = 0;

  const READERS: Partial<Record<LedgerEntry['kind'], (entry: LedgerEntry) => string | null>> = {
    'flag.formula': ({ body, day }) => {
      const formula = body as unknown as FlagFormula;
      if (!beginsInTime(formula.from, day)) return '红旗窗口的办法公布得比它开始的月份还晚';
      formulas.push(formula);
      return null;
    },
    fact: ({ body }) => {
      const { s, event, at, of } = body as unknown as { s: string; event: Fact['event']; at: number; of: Fact['attributes'] };
      if (formulas.length === 0 || !event.startsWith('visit.')) return null;
      const month = monthOf(dayOf(at));
      // Months before the first formula are judged by nobody. One that has not begun may still get a formula.
      if (formulaFor(formulas, month) === null) return null;
      const known = visits.get(month) ?? new Map<string, Fact[]>();
      const facts = known.get(s) ?? [];
      if (facts.length < MOST_FACTS) facts.push({ event, at, attributes: of });
      visits.set(month, known.set(s, facts));
      return null;
    },
    'flag.result': ({ body, day }) => {
      const { month } = body as unknown as FlagResult;
      const formula = formulaFor(formulas, month);
      if (!formula) return '公布了没有办法的月份的红旗窗口';
      if (said.has(month)) return `${month} 的红旗窗口公布了两次`;
      if (day !== lastDayOf(month)) return `${month} 的红旗窗口不是月底公布的`;
      said.add(month);
      const found = flagResult(formula, month, tallyWindows((visits.get(month) ?? new Map<string, Fact[]>()).values()));
      visits.delete(month);
      if (canonicalJson(found as unknown as Json) !== canonicalJson(body)) return `${month} 的红旗窗口与账上的办事记录和事先公布的办法不符`;
      months += 1;
      return null;
    },
    checkpoint: ({ day }) => {
      const month = monthOf(day);
      return day === lastDayOf(month) && formulaFor(formulas, month) !== null && !said.has(month) ? `${month} 有红旗窗口的办法，却没有公布结果` : null;
    },
  };

  return { read: (entry) => READERS[entry.kind]?.(entry) ?? null, get months() { return months; } };
}

/** Any day after the month will do to ask for its end. */
const lastDayOf = (month: Month): string => daysOf(month, `${nextMonth(month)}-28`).last;
