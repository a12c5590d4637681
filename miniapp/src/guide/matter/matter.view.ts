import type { Step } from '../../kit/ui/steps.tsx';

/** Steps yet to be taken, in order. */
export const guideSteps = (steps: readonly string[]): Step[] => steps.map((title, at) => ({ key: `${at}`, title, state: 'ahead' }));
