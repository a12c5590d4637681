/** One year of the working-day calendar, as it is loaded. */
export interface YearOfDays {
  year: number;
  /** True when no official notice exists yet; shown wherever a day is computed with it. */
  provisional: boolean;
  source: string;
  days: { day: string; kind: 'holiday' | 'workday'; name: string }[];
}

export const newYear = (year: number, provisional: boolean, source: string): YearOfDays => ({ year, provisional, source, days: [] });
