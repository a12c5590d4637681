import { FileTextOutlined } from '@ant-design/icons';
import { planWorkCopy as copy } from '../../kit/copy/suggestions.copy.ts';
import { Blank } from '../../kit/state/Blank.tsx';
import type { LeafProps } from './leaf-props.ts';
import { PlanCard } from './PlanCard.tsx';
import { PlanEditor } from './PlanEditor.tsx';
import { PlanFacts } from './PlanFacts.tsx';
import styles from './Suggestion.module.css';
import { planOf } from './suggestion.view.ts';

/** The plan of this round: written, approved, carried out, measured; those of earlier rounds beneath. */
export function PlanLeaf({ suggestion, step, keys }: LeafProps) {
  const plan = planOf(suggestion);
  const earlier = suggestion.plans.filter((each) => each.round !== suggestion.round);
  return (
    <>
      {suggestion.mayEditPlan ? <PlanEditor key={suggestion.round} suggestion={suggestion} step={step} keys={keys} />
        : plan ? <PlanCard suggestion={suggestion} plan={plan} step={step} keys={keys} />
          : <Blank icon={<FileTextOutlined />} title={copy.none} body={copy.noneHint} testId="plan-none" />}
      {earlier.length > 0 ? <h3>{copy.earlier}</h3> : null}
      {earlier.map((each) => <section key={each.id} className={styles.block}><h3>{copy.round(each.round)}</h3><PlanFacts plan={each} /></section>)}
    </>
  );
}
