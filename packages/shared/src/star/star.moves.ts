import type { Instant } from '../kernel/day.ts';
import type { Moves } from '../kernel/moves.ts';

export type StarRoundState = 'draft' | 'open' | 'closed' | 'published' | 'final' | 'discarded';
export type StarRoundAction = 'revise' | 'open' | 'discard' | 'close' | 'publish' | 'conclude';
/** A draft may still be changed. Once open nothing of it can be, by anybody: there is no move back and none that ends it early. */
export const STAR_ROUND_MOVES: Moves<StarRoundState, StarRoundAction> = {
  draft: { revise: 'draft', open: 'open', discard: 'discarded' },
  open: { close: 'closed' },
  closed: { publish: 'published' },
  published: { conclude: 'final' },
  final: {},
  discarded: {},
};
export const STAR_ROUND_LABELS: Record<StarRoundState, string> = { draft: '起草中', open: '投票中', closed: '已计票', published: '公示中', final: '已产生', discarded: '已作废' };
/** The clock closes a round a little after its hour: nobody is told that votes are taken when they are not. */
export const starRoundLabel = ({ state, opensAt, closesAt }: { state: StarRoundState; opensAt: Instant; closesAt: Instant }, now: Instant): string =>
  (state !== 'open' ? STAR_ROUND_LABELS[state] : now < opensAt ? '还没开始' : now >= closesAt ? '投票截止' : STAR_ROUND_LABELS.open);
/** The clock takes these steps; nobody else can. */
export const STEPS_OF_THE_CLOCK: readonly StarRoundAction[] = ['close', 'conclude'];

export type StarObjectionState = 'raised' | 'upheld' | 'explained';
export type StarObjectionAction = 'uphold' | 'explain';
export const STAR_OBJECTION_MOVES: Moves<StarObjectionState, StarObjectionAction> = { raised: { uphold: 'upheld', explain: 'explained' }, upheld: {}, explained: {} };
export const STAR_OBJECTION_LABELS: Record<StarObjectionState, string> = { raised: '待答复', upheld: '异议成立', explained: '已说明' };
