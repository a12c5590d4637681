import type { Moves } from '../kernel/moves.ts';

export type CommitmentState = 'draft' | 'published' | 'withdrawn';
export type CommitmentAction = 'publish' | 'supersede' | 'withdraw' | 'discard';
/** A withdrawn promise keeps its figures; nobody may make it look as if it had never been given. */
export const COMMITMENT_MOVES: Moves<CommitmentState, CommitmentAction> = {
  draft: { publish: 'published', discard: 'withdrawn' },
  published: { supersede: 'published', withdraw: 'withdrawn' },
  withdrawn: {},
};
export const COMMITMENT_LABELS: Record<CommitmentState, string> = { draft: '起草中', published: '已公布', withdrawn: '已停用' };

export type VersionState = 'draft' | 'published';

export type ExclusionState = 'proposed' | 'agreed' | 'refused';
export type ExclusionAction = 'agree' | 'refuse';
export const EXCLUSION_MOVES: Moves<ExclusionState, ExclusionAction> = { proposed: { agree: 'agreed', refuse: 'refused' }, agreed: {}, refused: {} };
/** Why a time may be left out. Each is something outside the hall's hands. */
export const EXCLUSION_REASONS = { 'system-outage': '省系统或网络中断', 'resident-asked': '居民本人要求暂停', 'recording-error': '记录有误，另有凭证', 'force-majeure': '停电、灾害等不可抗力' } as const;
export type ExclusionReason = keyof typeof EXCLUSION_REASONS;

export type DisputeState = 'raised' | 'upheld' | 'explained';
export type DisputeAction = 'uphold' | 'explain';
/** A resident says a recorded time is wrong. Upheld does not change the record: it leads to an exclusion or stands beside the figure. */
export const DISPUTE_MOVES: Moves<DisputeState, DisputeAction> = { raised: { uphold: 'upheld', explain: 'explained' }, upheld: {}, explained: {} };
export const DISPUTE_LABELS: Record<DisputeState, string> = { raised: '待答复', upheld: '异议成立', explained: '已说明' };
