import type { ScorecardView } from '@hall/shared/api/views';
import { assessmentCopy as copy, myCardsCopy } from '../../kit/copy/assessment.copy.ts';

/** One part of a card in short: services are counted, of everything else so many of so many were well. */
export const partText = ({ part, good, all }: Pick<ScorecardView['parts'][number], 'part' | 'good' | 'all'>): string => (part === 'served' && all > 0 ? copy.served(good) : copy.part(good, all));

/** What a part is worth and what of it was earned, so that its owner sees where points went; weight and points in thousandths. */
export const earnedText = ({ weight, points }: Pick<ScorecardView['parts'][number], 'weight' | 'points'>): string => myCardsCopy.of(weight, points === null ? null : Math.round((weight * points) / 1000) / 10);
