import type { SuggestionPlanView } from '@hall/shared/api/views';
import { Input, Modal, Radio } from 'antd';
import { suggestionsCopy, planWorkCopy as copy } from '../../kit/copy/suggestions.copy.ts';
import { useKept } from '../../kit/draft/use-kept.ts';
import styles from './Dialogs.module.css';
import type { Measurement } from './plan.view.ts';

const NOTHING: { outcome: Measurement['outcome'] | null; measured: string } = { outcome: null, measured: '' };

/** What was counted in the end, and whether that is what was promised. */
export function MeasureDialog({ plan, outcomes, busy, onDone, onClose }: { plan: SuggestionPlanView; outcomes: readonly Measurement['outcome'][]; busy: boolean; onDone: (given: Measurement, forget: () => void) => void; onClose: () => void }) {
  const [kept, set, forget] = useKept(`measure.${plan.id}`, NOTHING);
  const outcome = kept.outcome !== null && outcomes.includes(kept.outcome) ? kept.outcome : outcomes.length === 1 ? outcomes[0]! : null;
  const measured = kept.measured.trim();
  return (
    <Modal open title={copy.measureTitle} okText={copy.measureOk} cancelText={suggestionsCopy.cancel} onCancel={onClose} confirmLoading={busy} onOk={() => { if (outcome) onDone({ outcome, measured }, forget); }} okButtonProps={{ disabled: outcome === null || measured === '', 'data-testid': 'measure-ok' }}>
      <div className={styles.form} data-testid="measure-dialog">
        <p><strong>{copy.measureLead(plan.metric, plan.target)}</strong></p>
        <label><span>{copy.measured}</span><Input autoFocus maxLength={200} placeholder={copy.measuredHint} value={kept.measured} onChange={(event) => set({ ...kept, measured: event.target.value })} data-testid="measure-words" /></label>
        <Radio.Group vertical value={outcome} onChange={(event) => set({ ...kept, outcome: event.target.value as Measurement['outcome'] })} options={outcomes.map((value) => ({ value, label: copy.outcome[value] }))} data-testid="measure-outcome" />
      </div>
    </Modal>
  );
}
