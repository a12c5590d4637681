import type { PolicyPeriodView } from '@hall/shared/api/views';
import { policyCopy as copy } from '../../kit/copy/policy.copy.ts';
import { StateTag } from '../../kit/state/StateTag.tsx';
import styles from './Policy.module.css';

/** Which profile rules from today on, period by period; days without one stand out. */
export function Timeline({ periods }: { periods: readonly PolicyPeriodView[] }) {
  return (
    <ol className={styles.timeline} data-testid="policy-timeline">
      {periods.map((period) => (
        <li key={period.from} className={period.profileId === null ? styles.gap : ''}>
          <span>{copy.period(period.from, period.to)}</span>
          <strong>{period.profileName ?? copy.nobodyRules}</strong>
          {period.example ? <StateTag tone="sun">{copy.example}</StateTag> : null}
        </li>
      ))}
    </ol>
  );
}
