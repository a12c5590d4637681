import { InputNumber } from 'antd';
import { formulaCopy as copy } from '../../kit/copy/assessment.copy.ts';
import { pointsOf, sumOf, weightOf } from './formula.view.ts';
import styles from './Assessment.module.css';

interface Part { label: string; how: string }

/** How much each part of a formula weighs: typed as points of a hundred, as every card tells it, kept in thousandths that must make a whole. */
export function WeightFields<K extends string>({ parts, weights, onChange }: { parts: Readonly<Record<K, Part>>; weights: Readonly<Record<K, number>>; onChange: (weights: Record<K, number>) => void }) {
  const sum = sumOf(weights);
  return (
    <div className={styles.parts}>
      {(Object.keys(parts) as K[]).map((part) => (
        <label key={part} className={styles.part}>
          <span>{parts[part].label}</span>
          <InputNumber min={0} max={100} step={5} suffix={copy.point} value={pointsOf(weights[part])} onChange={(value) => onChange({ ...weights, [part]: weightOf(value) })} data-testid={`weight-${part}`} />
          <small>{parts[part].how}</small>
        </label>
      ))}
      <p className={sum === 1000 ? 'muted' : styles.wrong} data-testid="weights-sum">{copy.sum(sum)}</p>
    </div>
  );
}
