import { nextMonth } from '@hall/shared/commitment/figures.rules';

/** What the parts weigh together, in thousandths. */
export const sumOf = (weights: Readonly<Record<string, number>>): number => Object.values(weights).reduce((sum, each) => sum + each, 0);

/** A weight in thousandths as points of a hundred. */
export const pointsOf = (weight: number): number => weight / 10;

/** What was typed as points, in thousandths; nothing typed weighs nothing. */
export const weightOf = (points: number | null): number => Math.round((points ?? 0) * 10);

/** The months a formula may begin with: the next three. @param day today */
export function monthsToBegin(day: string): string[] {
  const first = nextMonth(day.slice(0, 7));
  return [first, nextMonth(first), nextMonth(nextMonth(first))];
}

/** The months a formula can be tried on, the newest first: this one, which is not over, and the three before. */
export function monthsToTry(day: string): string[] {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return [0, 1, 2, 3].map((back) => {
    const at = year * 12 + month - 1 - back;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}
