import type { DutyDayView, DutyMonthView } from '@hall/shared/api/views';
import { Select, Tooltip } from 'antd';
import { dutyCopy as copy } from '../../kit/copy/duty.copy.ts';
import { StateTag } from '../../kit/state/StateTag.tsx';
import type { Draft } from './duty.view.ts';
import { mayPlan, toneOfShift, weeksOf } from './duty.view.ts';
import styles from './Duty.module.css';

const OFF: readonly DutyDayView['kind'][] = ['weekend', 'holiday'];
const MARKS: Partial<Record<DutyDayView['kind'], string>> = { holiday: copy.rest, 'extra-workday': copy.work, uncovered: copy.unknown };

/** The month as it hangs on the wall; with a draft, the days ahead can be chosen. */
export function MonthGrid({ view, draft, onChoose }: { view: DutyMonthView; draft: Draft | null; onChoose: (day: string, leaderId: string | null) => void }) {
  const leaders = view.people.filter((person) => person.leads).map((person) => ({ value: person.id, label: person.name }));
  const options = [{ value: '', label: copy.none }, ...leaders];
  return (
    <div className={styles.grid}>
      {copy.weekdays.map((weekday) => <b key={weekday}>{weekday}</b>)}
      {weeksOf(view.days).flat().map((place, index) => (place === null ? <i key={`empty-${index}`} /> : (
        <section key={place.day} className={`${styles.day} ${OFF.includes(place.kind) ? styles.off : ''} ${place.day === view.today ? styles.present : ''}`} data-testid={`duty-day-${place.day}`}>
          <header><span>{Number(place.day.slice(8))}</span><span>{place.day === view.today ? copy.today : MARKS[place.kind] ?? ''}</span></header>
          {draft !== null && mayPlan(place, view.today) ? (
            <Select size="small" aria-label={place.day} value={(place.day in draft ? draft[place.day] : place.shift?.leaderId) ?? ''} options={options} onChange={(value) => onChoose(place.day, value === '' ? null : value)} data-testid={`duty-choose-${place.day}`} />
          ) : <Shift place={place} today={view.today} />}
        </section>
      )))}
    </div>
  );
}

function Shift({ place: { day, kind, shift }, today }: { place: DutyDayView; today: string }) {
  if (!shift) return OFF.includes(kind) || day < today ? null : <small>{copy.nobody}</small>;
  return (
    <>
      <strong>{shift.leaderName}</strong>
      {shift.actingName ? <small>{copy.acting(shift.actingName)}</small> : null}
      {shift.state === 'planned' ? null : <StateTag tone={toneOfShift(shift)}>{shift.handOverOwed ? copy.owed : shift.stateLabel}</StateTag>}
      {shift.handOverNote ? <Tooltip title={shift.handOverNote}><small className={styles.note}>{copy.note(shift.handOverNote)}</small></Tooltip> : null}
    </>
  );
}
