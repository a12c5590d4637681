import type { Moves } from '../kernel/moves.ts';

export type AppraisalState = 'opened' | 'asking' | 'counted' | 'rectified' | 'ended';
export type AppraisalAction = 'draw' | 'count' | 'end' | 'rectify';
/** Once opened nobody can change, stop or repeat it: the clock draws, counts and ends. A person only answers what came out of it. */
export const APPRAISAL_MOVES: Moves<AppraisalState, AppraisalAction> = {
  opened: { draw: 'asking', end: 'ended' },
  asking: { count: 'counted', end: 'ended' },
  counted: { rectify: 'rectified' },
  rectified: {},
  ended: {},
};
/** `ended`: too few answered, so nothing is told and nothing is owed. */
export const APPRAISAL_LABELS: Record<AppraisalState, string> = { opened: '等待抽取', asking: '评议中', counted: '待公布整改', rectified: '已公布整改', ended: '没有结果' };
