import type { EnquiryStepView } from '@hall/shared/api/views';
import { momentText } from '../../kit/clock.ts';
import { enquiriesCopy as copy } from '../../kit/copy/enquiries.copy.ts';
import { lastAsked, speaks } from './enquiries.view.ts';
import styles from './Enquiries.module.css';

/** Everything that happened to a question, as whoever asked reads it too. What was asked last stands above it and is not said twice. */
export function Timeline({ steps }: { steps: readonly EnquiryStepView[] }) {
  const above = lastAsked(steps);
  return (
    <ol className={styles.steps} data-testid="enquiry-steps">
      {steps.map((step, at) => (
        <li key={at} className={`${styles.step} ${step.byAsker || step.kind === 'ask' || step.kind === 'ask-again' ? styles.asker : step.kind === 'answer' || step.kind === 'correct' ? styles.answer : ''}`} data-testid={`step-${step.kind}`}>
          <span className={styles.head}>
            <strong>{step.label}</strong>
            <span>{step.by ?? copy.askerSays}{step.inNameOf ? copy.inNameOf(step.inNameOf) : ''}{step.to && step.kind === 'offer' ? ` ${copy.to(step.to)}` : ''}</span>
            <small>{momentText(step.at)}</small>
          </span>
          {step.words && step !== above ? <p className={speaks(step) ? styles.said : styles.remark}>{step.words}</p> : null}
        </li>
      ))}
    </ol>
  );
}
