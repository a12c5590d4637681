import type { TimelineView } from '@hall/shared/api/views';
import { momentText } from '../clock.ts';
import styles from './case.module.css';

/** What happened to a case, newest first, with who did it. */
export function CaseTimeline({ timeline }: { timeline: readonly TimelineView[] }) {
  return (
    <ol className={styles.timeline} data-testid="timeline">
      {[...timeline].sort((a, b) => b.at - a.at).map((entry) => (
        <li key={`${entry.at}-${entry.state}`}>
          <time>{momentText(entry.at)}</time>
          <div>{entry.label}{entry.by ? <small> · {entry.by}</small> : null}{entry.note ? <div><small>{entry.note}</small></div> : null}</div>
        </li>
      ))}
    </ol>
  );
}
