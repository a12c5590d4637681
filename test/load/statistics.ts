/** @param share 0.99 for the 99th percentile @param sorted ascending */
export const percentile = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

export const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

export const median = (values: readonly number[]): number => percentile(ascending(values), 0.5);

export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));
