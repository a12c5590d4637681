import type { AssessmentFormulaInput, ScorecardView } from '@hall/shared/api/views';
import { CARD_PARTS, type CardPart } from '@hall/shared/assessment/scorecard.rules';
import { assessmentCopy as copy, myCardsCopy } from '../../kit/copy/assessment.copy.ts';

/** One part of a card in short: services are counted, of everything else so many of so many were well. */
export const partText = ({ part, good, all }: Pick<ScorecardView['parts'][number], 'part' | 'good' | 'all'>): string => (part === 'served' && all > 0 ? copy.served(good) : copy.part(good, all));

/** What stands at the head of a part: of services also how many earn the whole of it, or `1 件` would not explain its points. */
export const partTitle = (part: CardPart, { weights, target }: Pick<AssessmentFormulaInput, 'weights' | 'target'>): { label: string; worth: string } =>
  ({ label: CARD_PARTS[part].label, worth: part === 'served' ? copy.worthOf(weights[part], target) : copy.worth(weights[part]) });

/** What a part is worth and what of it was earned, so that its owner sees where points went; weight and points in thousandths. */
export const earnedText = ({ weight, points }: Pick<ScorecardView['parts'][number], 'weight' | 'points'>): string => myCardsCopy.of(weight, points === null ? null : Math.round((weight * points) / 1000) / 10);
