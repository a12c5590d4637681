import type { SuggestionTopic } from '@hall/shared/suggestion/suggestion.rules';
import { to } from '../../kit/navigate.ts';

export type Stage = 'all' | 'open' | 'answered' | 'closed';
export interface Wish { q: string; topic: SuggestionTopic | 'all'; stage: Stage }
export const EVERYTHING: Wish = { q: '', topic: 'all', stage: 'all' };

/** Where the server tells what fits the wish. @param cursor of the page before */
export const pathOf = ({ q, topic, stage }: Wish, cursor?: string | null): string =>
  to('/public/suggestions', { q: q.trim() === '' ? undefined : q.trim(), topic: topic === 'all' ? undefined : topic, stage: stage === 'all' ? undefined : stage, cursor: cursor ?? undefined });

export const isEverything = (wish: Wish): boolean => pathOf(wish) === pathOf(EVERYTHING);
