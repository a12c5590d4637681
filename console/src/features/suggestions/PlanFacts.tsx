import type { SuggestionPlanView } from '@hall/shared/api/views';
import { dayWords } from '../../kit/clock.ts';
import { planWorkCopy as copy } from '../../kit/copy/suggestions.copy.ts';
import { StateTag } from '../../kit/state/StateTag.tsx';
import styles from './Suggestion.module.css';

type Shown = Pick<SuggestionPlanView, 'measure' | 'owner' | 'dueOn' | 'metric' | 'target'> & Partial<Pick<SuggestionPlanView, 'state' | 'stateLabel' | 'carriedOutOn' | 'observeUntil' | 'measured' | 'overdue'>>;

/** A plan as it reads. */
export function PlanFacts({ plan }: { plan: Shown }) {
  return (
    <div className={styles.plan}>
      <p>{plan.measure}</p>
      <dl className={styles.facts}>
        <dt>{copy.owner}</dt><dd>{plan.owner}</dd>
        <dt>{copy.facts.dueOn}</dt><dd>{dayWords(plan.dueOn)}{plan.overdue ? <StateTag tone="accent">{copy.overdue}</StateTag> : null}</dd>
        <dt>{copy.metric}</dt><dd>{plan.metric}</dd>
        <dt>{copy.target}</dt><dd>{plan.target}</dd>
        {plan.carriedOutOn ? <><dt>{copy.facts.carriedOutOn}</dt><dd>{dayWords(plan.carriedOutOn)}</dd></> : null}
        {plan.observeUntil ? <><dt>{copy.facts.observeUntil}</dt><dd>{dayWords(plan.observeUntil)}</dd></> : null}
        {plan.measured ? <><dt>{copy.facts.measured}</dt><dd>{plan.measured}{plan.state === 'held' || plan.state === 'fell-short' ? <StateTag tone={plan.state === 'held' ? 'ok' : 'accent'}>{plan.stateLabel}</StateTag> : null}</dd></> : null}
      </dl>
    </div>
  );
}
