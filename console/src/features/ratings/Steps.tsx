import type { RatingCaseView } from '@hall/shared/api/views';
import { RATING_VERDICTS } from '@hall/shared/rating/rating-case.moves';
import { momentText } from '../../kit/clock.ts';
import { ratingsCopy as copy } from '../../kit/copy/ratings.copy.ts';
import styles from './Ratings.module.css';

type Step = RatingCaseView['steps'][number];
const OUTSIDE: readonly Step['kind'][] = ['reply', 'objection', 'revisit'];

function detailOf({ kind, detail }: Step): string | null {
  if (detail === null) return null;
  if (kind === 'revisit') return copy.revisit[detail as keyof typeof copy.revisit];
  return RATING_VERDICTS.find(({ code }) => code === detail)?.label ?? copy.sideOf[detail as keyof typeof copy.sideOf] ?? null;
}

/** Everything done and said, in order, with who and when. */
export function Steps({ of }: { of: RatingCaseView }) {
  return (
    <ol className={styles.steps}>
      {of.steps.map((step) => (
        <li key={`${step.at} ${step.kind}`} data-testid={`step-${step.kind}`}>
          <p><strong>{step.label}</strong>{detailOf(step) ? <span>{detailOf(step)}</span> : null}<small>{copy.byAt(step.byName ?? (OUTSIDE.includes(step.kind) ? copy.bySelf : copy.house), momentText(step.at))}</small></p>
          {step.words ? <p className={styles.words}>{step.words}</p> : null}
        </li>
      ))}
    </ol>
  );
}
