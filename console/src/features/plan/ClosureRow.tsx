import { DeleteOutlined } from '@ant-design/icons';
import type { Closure } from '@hall/shared/booking/slots.rules';
import { Button, Input } from 'antd';
import { ProvisionalTag } from '../../kit/calendar/Provisional.tsx';
import { planCopy as copy } from '../../kit/copy/plan.copy.ts';
import { DayField } from '../../kit/day/DayField.tsx';
import { HoursField } from '../../kit/day/HoursField.tsx';
import styles from './Plan.module.css';

/** One closed day, or a part of it, with the reason that people will read. */
export function ClosureRow({ closure, problem, onChange, onRemove }: { closure: Closure; problem: { path: string; message: string } | null; onChange: (part: Partial<Closure>) => void; onRemove: () => void }) {
  const wrong = (...paths: string[]) => problem !== null && paths.includes(problem.path);
  const look = (...paths: string[]) => `${styles.cell} ${wrong(...paths) ? styles.wrong : ''}`;
  return (
    <div className={styles.closure} data-testid={`closure-${closure.id}`}>
      <label className={look('day')}><span>{copy.closureDay}<ProvisionalTag day={closure.day} /></span><DayField value={closure.day} wrong={wrong('day')} onChange={(day) => onChange({ day: day ?? '' })} testId="closure-day" /></label>
      <label className={look('from', 'to')}><span>{copy.closureHours}</span><HoursField from={closure.from} to={closure.to} whole={copy.wholeDay} wrong={wrong('from', 'to')} onChange={(from, to) => onChange({ from, to })} testId="closure-hours" /></label>
      <label className={look('reason')}><span>{copy.closureReason}</span><Input maxLength={100} value={closure.reason} placeholder={copy.reasonExample} onChange={(event) => onChange({ reason: event.target.value })} data-testid="closure-reason" /></label>
      <Button type="text" icon={<DeleteOutlined />} onClick={onRemove} data-testid="closure-remove">{copy.remove}</Button>
      {problem ? <em className={styles.wrongWords} role="alert">{problem.message}</em> : null}
    </div>
  );
}
