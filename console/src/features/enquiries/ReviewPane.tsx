import type { StaffEnquiryView } from '@hall/shared/api/views';
import { Alert, Button } from 'antd';
import { api } from '../../kit/api/api.ts';
import { enquiriesCopy as copy } from '../../kit/copy/enquiries.copy.ts';
import type { Step } from './enquiries.api.ts';
import styles from './Enquiries.module.css';

/** Words no machine called clean: a person decides whether anything of them may become public. The answer waits for nobody. */
export function ReviewPane({ enquiry, step }: { enquiry: StaffEnquiryView; step: Step }) {
  const { review } = enquiry.guide;
  if (review === null) return null;
  const decide = (outcome: 'pass' | 'keep-out', done: string) => step.mutate({ run: () => api.post<StaffEnquiryView>(`/staff/enquiries/${enquiry.id}/review`, { outcome, version: review.version }), done });
  const acts = (
    <div className={styles.line}>
      <Button loading={step.isPending} onClick={() => decide('pass', copy.reviewPassed)} data-testid="review-pass">{copy.reviewPass}</Button>
      {review.verdict === 'doubtful' ? <Button loading={step.isPending} onClick={() => decide('keep-out', copy.reviewKeptOut)} data-testid="review-keep-out">{copy.reviewKeepOut}</Button> : null}
    </div>
  );
  if (review.verdict === 'clean') return <p className="muted" data-testid="enquiry-review">{copy.reviewedBy(review.by ?? '')}</p>;
  return (
    <div data-testid="enquiry-review">
      <Alert type={review.verdict === 'doubtful' ? 'warning' : 'info'} showIcon title={review.verdict === 'doubtful' ? copy.reviewTitle : copy.keptOutBy(review.by ?? '')} description={<div className={styles.stack}>{review.verdict === 'doubtful' ? copy.reviewLead : null}{review.mayDecide ? acts : null}</div>} />
    </div>
  );
}
