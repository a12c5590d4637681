import type { StaffSuggestionView } from '@hall/shared/api/views';
import { hasBlank } from '@hall/shared/kernel/blanks';
import { OPEN_SUGGESTION_STATES } from '@hall/shared/suggestion/suggestion.moves';
import { suggestionsCopy as copy } from '../../kit/copy/suggestions.copy.ts';
import { planOf, stands } from './suggestion.view.ts';

/** The leaves in the middle of the page. */
export const LEAVES = ['story', 'plan', 'answer', 'wording', 'notes'] as const;
export type Leaf = (typeof LEAVES)[number];

/** What may be done with a suggestion as a whole, and the key for it. */
export const ACTS = {
  take: 'j', accept: 'a', assign: 'a', merge: 'm', redirect: 'r', decline: 'x', separate: 's', 'hand-back': 'b', pass: 'y', hide: 'h',
} as const;
export type Act = keyof typeof ACTS;

type Facts = Pick<StaffSuggestionView, 'state' | 'verdict' | 'actions' | 'planActions' | 'mayEditPlan' | 'mayDraftAnswer' | 'mayReview' | 'mayWord' | 'plans' | 'round' | 'draft' | 'wishesPublic' | 'visibility' | 'publicText'>;

/** Waits for somebody to look at it before it is worked on. */
const awaitsReview = ({ verdict, mayReview, state }: Facts): boolean => verdict === 'doubtful' && mayReview && OPEN_SUGGESTION_STATES.includes(state);

/** Until somebody has sorted it, looking at it comes first; later the plan and the answer do, and the review waits in its own list. */
const reviewFirst = (facts: Facts): boolean => awaitsReview(facts) && (facts.state === 'submitted' || facts.state === 'accepted');

const ORDER: readonly Act[] = ['take', 'accept', 'assign', 'merge', 'redirect', 'decline', 'separate', 'hand-back'];

/** What may be done now, what is expected first. Sorting what nobody has looked at waits for its review. */
export function actsOf(facts: Facts): Act[] {
  const acts = ORDER.filter((act) => (facts.actions as readonly string[]).includes(act) && !(act === 'assign' && facts.actions.includes('accept')));
  const review: Act[] = facts.mayReview && facts.verdict === 'doubtful' ? ['pass', 'hide'] : facts.mayReview && facts.visibility === 'public' ? ['hide'] : facts.mayReview && facts.visibility === 'hidden' ? ['pass'] : [];
  return reviewFirst(facts) ? [...review, ...acts] : [...acts, ...review];
}

/** The one act the page puts forward; the rest stand quietly beneath. Handing over once more, or taking from view, is never it. */
export function mainAct(facts: Facts): Act | null {
  const [first] = actsOf(facts);
  if (first === 'assign') return facts.state === 'accepted' ? 'assign' : null;
  return first === undefined || first === 'separate' || first === 'hide' || (first === 'pass' && !reviewFirst(facts)) ? null : first;
}

const SORTING: readonly Act[] = ['accept', 'assign', 'merge', 'redirect', 'decline'];
/** Whether the next one opens by itself after an act: where the list is worked through for just that, and where this one may be seen no more. */
export function leadsOn(scope: string, act: Act): boolean {
  if (act === 'hand-back') return true;
  return scope === 'triage' ? SORTING.includes(act) : scope === 'review' && (act === 'pass' || act === 'hide');
}

/** What is said when an act is done. A suggestion given to somebody names them, because the next one already stands there. */
export const doneWords = (act: Act, ownerName: string | null): string => (ownerName !== null && (act === 'accept' || act === 'assign') ? copy.given[act](ownerName) : copy.done[act]);

/** The leaf to open on: where the next piece of work lies. */
export function leafFor(facts: Facts): Leaf {
  const plan = planOf(facts);
  if (reviewFirst(facts) && facts.mayWord) return 'wording';
  if (facts.planActions.some((action) => action === 'publish' || action === 'carry-out' || action === 'hold')) return 'plan';
  if (facts.mayDraftAnswer && (stands(plan) || facts.draft !== null)) return 'answer';
  if (facts.mayEditPlan || plan?.state === 'proposed') return 'plan';
  return 'story';
}

/** What staff read as the next thing to happen; the sentence depends on whose turn it is. */
export type Turn = 'review' | 'triage' | 'assign' | 'take' | 'take-yours' | 'plan' | 'plan-yours' | 'approve' | 'approve-yours' | 'answer' | 'publish' | 'publish-yours' | 'carry-out' | 'observe' | 'author' | 'over';
export function turnOf(facts: Facts): Turn {
  const plan = planOf(facts);
  const publish: Turn = facts.actions.includes('reply') ? 'publish-yours' : 'publish';
  if (reviewFirst(facts)) return 'review';
  switch (facts.state) {
    case 'submitted': return 'triage';
    case 'accepted': return 'assign';
    case 'assigned': return facts.actions.includes('take') ? 'take-yours' : 'take';
    case 'taken': case 'reopened': return plan?.state === 'proposed' ? (facts.planActions.includes('publish') ? 'approve-yours' : 'approve') : facts.draft?.noPlanReason ? publish : facts.mayEditPlan ? 'plan-yours' : 'plan';
    case 'planned': return facts.draft !== null ? publish : plan?.state === 'published' ? 'carry-out' : 'answer';
    case 'replied': return 'author';
    case 'confirmed': return plan?.state === 'published' ? 'carry-out' : 'observe';
    default: return 'over';
  }
}

/** Why the answer cannot be published yet; null when it can. */
export function answerWaitsFor(facts: Facts & { text: string; noPlanReason: string }): 'text' | 'blank' | 'plan' | null {
  if (facts.text.trim() === '') return 'text';
  if (hasBlank(facts.text)) return 'blank';
  return stands(planOf(facts)) || facts.noPlanReason.trim() !== '' ? null : 'plan';
}
