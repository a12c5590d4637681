import type { ScorecardView } from '@hall/shared/api/views';
import { assessmentCopy as copy } from '../../kit/copy/assessment.copy.ts';

/** One part of a card in short: services are counted, of everything else so many of so many were well. */
export const partText = ({ part, good, all }: Pick<ScorecardView['parts'][number], 'part' | 'good' | 'all'>): string => (part === 'served' && all > 0 ? copy.served(good) : copy.part(good, all));
