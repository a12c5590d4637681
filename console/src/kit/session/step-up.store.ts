import { createStore } from '../store.ts';

/** Whether something waits for the second factor; the dialog over the page listens. */
export const stepUpAsked = createStore(false);

let waiting: ((given: boolean) => void)[] = [];

/** Waits until the clerk has given the second factor. @returns false when they would rather not */
export function askStepUp(): Promise<boolean> {
  stepUpAsked.set(true);
  return new Promise((resolve) => waiting.push(resolve));
}

/** Everything that waited goes on, or is refused as it was. */
export function stepUpEnded(given: boolean): void {
  const all = waiting;
  waiting = [];
  stepUpAsked.set(false);
  for (const resolve of all) resolve(given);
}
