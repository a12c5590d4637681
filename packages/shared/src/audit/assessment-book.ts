import type { AssessmentFormula } from '../assessment/scorecard.rules.ts';
import { beginsInTime, formulaFor } from '../assessment/weights.rules.ts';
import type { Month } from '../assessment/weights.rules.ts';
import { daysOf, monthOf, nextMonth } from '../commitment/figures.rules.ts';
import type { LedgerEntry } from '../ledger/entry.rules.ts';

/** `cards` name nobody: each is a random name and a salted digest that only the person can open. */
export interface AssessmentSealed { month: Month; corrected: boolean; cards: readonly { c: string; seal: string }[] }
export interface AssessmentBook { read(entry: LedgerEntry): string | null; /** How many months were sealed as they must be. */ readonly months: number }

/** What is on a card stays between the hall and the person; that the formula came first, and that no card was exchanged silently, anybody can see. */
export function assessmentBook(): AssessmentBook {
  const formulas: AssessmentFormula[] = [];
  const sealed = new Map<Month, Set<string>>();

  const READERS: Partial<Record<LedgerEntry['kind'], (entry: LedgerEntry) => string | null>> = {
    'assessment.formula': ({ body, day }) => {
      const formula = body as unknown as AssessmentFormula;
      formulas.push(formula);
      return beginsInTime(formula.from, day) ? null : '考核办法公布得比它开始的月份还晚';
    },
    'assessment.sealed': ({ body, day }) => {
      const { month, corrected, cards } = body as unknown as AssessmentSealed;
      const known = sealed.get(month);
      if (corrected) return known && cards.every(({ c }) => known.has(c)) ? null : '更正了一张没有封存过的考核表';
      if (known) return `${month} 的考核结果封存了两次`;
      sealed.set(month, new Set(cards.map(({ c }) => c)));
      if (!formulaFor(formulas, month)) return `封存了没有办法的月份 ${month} 的考核结果`;
      return day === daysOf(month, `${nextMonth(month)}-28`).last ? null : `${month} 的考核结果不是月底封存的`;
    },
    checkpoint: ({ day }) => {
      const month = monthOf(day);
      return day === daysOf(month, `${nextMonth(month)}-28`).last && formulaFor(formulas, month) !== null && !sealed.has(month) ? `${month} 有考核办法，却没有封存结果` : null;
    },
  };

  return { read: (entry) => READERS[entry.kind]?.(entry) ?? null, get months() { return sealed.size; } };
}
