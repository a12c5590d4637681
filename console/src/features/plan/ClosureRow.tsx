import { DeleteOutlined } from '@ant-design/icons';
import type { Closure } from '@hall/shared/booking/slots.rules';
import { Button, Input } from 'antd';
import { planCopy as copy } from '../../kit/copy/plan.copy.ts';
import styles from './Plan.module.css';

/** One closed day, or a part of it, with the reason that people will read. */
export function ClosureRow({ closure, problem, onChange, onRemove }: { closure: Closure; problem: { path: string; message: string } | null; onChange: (part: Partial<Closure>) => void; onRemove: () => void }) {
  const look = (path: string) => `${styles.cell} ${problem?.path === path ? styles.wrong : ''}`;
  return (
    <div className={styles.closure} data-testid={`closure-${closure.id}`}>
      <label className={look('day')}><span>{copy.closureDay}</span><Input type="date" value={closure.day} onChange={(event) => onChange({ day: event.target.value })} data-testid="closure-day" /></label>
      <label className={look('from')}><span>{copy.closureFrom}</span><Input type="time" value={closure.from ?? ''} onChange={(event) => onChange({ from: event.target.value === '' ? null : event.target.value })} /></label>
      <label className={look('to')}><span>{copy.closureTo}</span><Input type="time" value={closure.to ?? ''} onChange={(event) => onChange({ to: event.target.value === '' ? null : event.target.value })} /></label>
      <label className={look('reason')}><span>{copy.closureReason}</span><Input maxLength={100} value={closure.reason} onChange={(event) => onChange({ reason: event.target.value })} data-testid="closure-reason" /></label>
      <Button type="text" icon={<DeleteOutlined />} onClick={onRemove} data-testid="closure-remove">{copy.remove}</Button>
      {problem ? <em className={styles.wrongWords} role="alert">{problem.message}</em> : null}
    </div>
  );
}
