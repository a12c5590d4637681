import type { VisitLookView } from '@hall/shared/api/views';
import { clockText, lengthText } from '../../kit/clock.ts';
import { commitmentsCopy as copy } from '../../kit/copy/commitments.copy.ts';
import styles from './Commitments.module.css';

/** The times as the ledger has them, with what was put aside. */
export function Recorded({ of }: { of: Pick<VisitLookView, 'steps' | 'parked' | 'serviceSeconds' | 'parkedSeconds'> }) {
  return (
    <section>
      <h3>{copy.recorded}</h3>
      <dl className={styles.times}>
        {of.steps.map(({ event, label, at }) => <div key={`${event}${at}`}><dt>{label}</dt><dd>{clockText(at)}</dd></div>)}
        {of.parked.map(({ from, to }) => <div key={from}><dt>{copy.parked}</dt><dd>{copy.parkedLine(clockText(from), to === null ? copy.still : clockText(to))}</dd></div>)}
      </dl>
      {of.serviceSeconds === null ? null : <p><strong>{copy.serviceTook(lengthText(of.serviceSeconds))}</strong>{of.parkedSeconds > 0 ? `，${copy.parkedTook(lengthText(of.parkedSeconds))}` : ''}</p>}
    </section>
  );
}
