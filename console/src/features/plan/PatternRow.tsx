import { DeleteOutlined } from '@ant-design/icons';
import type { SlotPattern } from '@hall/shared/booking/slots.rules';
import { bookablePlaces } from '@hall/shared/booking/slots.rules';
import { Button, Checkbox, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { planCopy as copy } from '../../kit/copy/plan.copy.ts';
import { DayField } from '../../kit/day/DayField.tsx';
import { HoursField } from '../../kit/day/HoursField.tsx';
import styles from './Plan.module.css';

interface Props { pattern: SlotPattern; problem: { path: string; message: string } | null; onChange: (part: Partial<SlotPattern>) => void; onRemove: () => void }

/** One weekly stretch: when, how long a slot is, how many people, and how the places are shared out. */
export function PatternRow({ pattern, problem, onChange, onRemove }: Props) {
  const toggle = (day: number) => onChange({ weekdays: pattern.weekdays.includes(day) ? pattern.weekdays.filter((each) => each !== day) : [...pattern.weekdays, day].sort((a, b) => a - b) });
  const number = (label: string, name: 'slotMinutes' | 'capacity' | 'expressPlaces' | 'reservedExpress' | 'reservedRegular', note?: string) => (
    <Cell label={label} wrong={problem?.path === name} note={note}><InputNumber min={0} max={500} value={pattern[name]} onChange={(value) => onChange({ [name]: value ?? 0 })} data-testid={`pattern-${name}`} /></Cell>
  );
  return (
    <div className={styles.pattern} data-testid={`pattern-${pattern.id}`}>
      <div className={styles.line}>
        <Cell label={copy.weekdays} wrong={problem?.path === 'weekdays'}>
          <span className={styles.week}>{copy.weekday.map((label, at) => <button key={label} type="button" aria-pressed={pattern.weekdays.includes(at + 1)} onClick={() => toggle(at + 1)}>{label}</button>)}</span>
        </Cell>
        <Cell label={copy.time} wrong={problem?.path === 'from' || problem?.path === 'to'}>
          <HoursField from={pattern.from} to={pattern.to} onChange={(from, to) => onChange({ from: from ?? '', to: to ?? '' })} testId="pattern-hours" />
        </Cell>
        <Cell label={copy.effective} wrong={problem?.path.startsWith('effective') ?? false}>
          <span className={styles.pair}><DayField value={pattern.effectiveFrom} onChange={(day) => onChange({ effectiveFrom: day ?? '' })} testId="pattern-effective-from" />–<DayField value={pattern.effectiveTo} open={copy.openEnd} onChange={(effectiveTo) => onChange({ effectiveTo })} testId="pattern-effective-to" /></span>
        </Cell>
        <Button type="text" icon={<DeleteOutlined />} onClick={onRemove} data-testid="pattern-remove">{copy.remove}</Button>
      </div>
      <div className={styles.line}>
        {number(copy.minutes, 'slotMinutes')}
        {number(copy.capacity, 'capacity')}
        <Cell label={copy.walkInShare} wrong={problem?.path === 'walkInShare'} note={copy.bookable(bookablePlaces(pattern))}>
          <InputNumber<number> min={0} max={100} step={5} suffix="%" value={Math.round(pattern.walkInShare * 100)} onChange={(value) => onChange({ walkInShare: (value ?? 0) / 100 })} data-testid="pattern-walkInShare" />
        </Cell>
        {number(copy.express, 'expressPlaces')}
        {number(copy.reservedExpress, 'reservedExpress')}
        {number(copy.reservedRegular, 'reservedRegular')}
        <Checkbox className={styles.extra ?? ''} checked={pattern.onExtraWorkdays} onChange={(event) => onChange({ onExtraWorkdays: event.target.checked })}>{copy.extra}</Checkbox>
      </div>
      {problem ? <em className={styles.wrongWords} role="alert">{problem.message}</em> : null}
    </div>
  );
}

function Cell({ label, wrong, note, children }: { label: string; wrong: boolean; note?: string | undefined; children: ReactNode }) {
  return <label className={`${styles.cell} ${wrong ? styles.wrong : ''}`}><span>{label}{note ? <b>{note}</b> : null}</span>{children}</label>;
}
