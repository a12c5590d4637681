import type { ReactNode } from 'react';
import styles from './Shell.module.css';

/** A quiet page with a heading, one line of orientation and at most one main action. */
export function Page({ title, lead, action, children, testId }: { title: string; lead?: ReactNode; action?: ReactNode; children: ReactNode; testId?: string }) {
  return (
    <div className={styles.page} data-testid={testId}>
      <header className={styles.head}>
        <div><h1>{title}</h1>{lead ? <p>{lead}</p> : null}</div>
        {action}
      </header>
      {children}
    </div>
  );
}

export const Card = ({ children, testId }: { children: ReactNode; testId?: string }) => <section className={styles.card} data-testid={testId}>{children}</section>;
