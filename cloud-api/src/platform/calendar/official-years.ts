import { createRequire } from 'node:module';
import { yearOf } from '@hall/shared/kernel/day';
import { newYear, type YearOfDays } from './year-of-days.ts';

interface Published {
  holidays: Record<string, string>;
  workdays: Record<string, string>;
}

/**
 * The State Council's holiday notices as the chinese-days package carries them, year by year. A year the package does
 * not hold is not made up here: it stays uncovered until an administrator loads it.
 */
export function officialYears(from: number): YearOfDays[] {
  const require = createRequire(import.meta.url);
  const published = require('chinese-days/dist/chinese-days.json') as Published;
  const years = new Map<number, YearOfDays>();
  for (const [kind, days] of [['holiday', published.holidays], ['workday', published.workdays]] as const) {
    for (const [day, name] of Object.entries(days)) {
      const year = yearOf(day);
      if (year < from) continue;
      if (!years.has(year)) years.set(year, newYear(year, false, '国务院办公厅节假日安排通知(chinese-days 1.5.7)'));
      years.get(year)!.days.push({ day, kind, name: name.split(',')[1] ?? name });
    }
  }
  // New Year's Day can stand in the notice of the year before: a year counts only with its National Day.
  return [...years.values()].filter(({ days, year }) => days.some(({ day }) => day === `${year}-10-01`)).sort((a, b) => a.year - b.year);
}
