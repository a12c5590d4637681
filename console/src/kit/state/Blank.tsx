import { CloudServerOutlined, InboxOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Refusal, sentenceOf } from '../api/problem.ts';
import { errorCopy } from '../copy/error.copy.ts';
import styles from './state.module.css';

/** A designed nothing: what this place is for and what to do next. */
export function Blank({ title, body, icon, action, testId }: { title: string; body?: string; icon?: ReactNode; action?: ReactNode; testId?: string }) {
  return (
    <div className={styles.blank} data-testid={testId}>
      <span className={styles.mark}>{icon ?? <InboxOutlined />}</span>
      <h2>{title}</h2>
      {body ? <p>{body}</p> : null}
      {action}
    </div>
  );
}

/** What went wrong in one sentence, and the way to try again. */
export function Fault({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  return (
    <div className={`${styles.blank} ${styles.fault}`} role="alert" data-testid="fault">
      <span className={styles.mark}><CloudServerOutlined /></span>
      <h2>{errorCopy.title}</h2>
      <p>{sentenceOf(error)}</p>
      {onRetry ? <Button onClick={onRetry} data-testid="retry">{errorCopy.retry}</Button> : null}
      {error instanceof Refusal && error.requestId ? <span className={styles.small}>{errorCopy.requestId(error.requestId)}</span> : null}
    </div>
  );
}

/** Grey lines in the shape of what is coming. */
export function Skeleton({ lines = 6 }: { lines?: number }) {
  return (
    <div className={styles.skeleton} aria-busy="true" data-testid="skeleton">
      {Array.from({ length: lines }, (_, line) => <div key={line} className={styles.bone} style={{ width: `${92 - ((line * 17) % 40)}%` }} />)}
    </div>
  );
}
