import type { CalendarYearView } from '@hall/shared/api/views';
import { dayOf, dayWords, now } from '../../kit/clock.ts';
import { calendarCopy as copy } from '../../kit/copy/calendar.copy.ts';
import type { DayCell } from './calendar.view.ts';
import { monthsOf } from './calendar.view.ts';
import styles from './Calendar.module.css';

const markOf = (kind: DayCell['kind']): string | null => (kind === 'holiday' || kind === 'extra-workday' ? copy.mark[kind] : null);

/** Twelve months on one page; a holiday and a working weekend each carry a character besides their colour. */
export function YearMonths({ year }: { year: CalendarYearView }) {
  const today = dayOf(now());
  return (
    <div className={styles.months} data-testid="year-months">
      {monthsOf(year.year, year.days).map(({ month, weeks }) => (
        <table key={month} className={styles.month}>
          <caption>{copy.month(month)}</caption>
          <thead><tr>{copy.weekdays.map((weekday) => <th key={weekday} scope="col">{weekday}</th>)}</tr></thead>
          <tbody>
            {weeks.map((week, at) => (
              <tr key={at}>
                {week.map((cell, place) => (cell === null ? <td key={place} /> : (
                  <td key={cell.day} className={`${styles[cell.kind] ?? ''} ${cell.day === today ? styles.today : ''}`} title={[dayWords(cell.day), cell.name].filter(Boolean).join(' ')} data-testid={`day-${cell.day}`}>
                    {cell.date}{markOf(cell.kind) ? <sup>{markOf(cell.kind)}</sup> : null}
                  </td>
                )))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

/** What the colours and characters mean. */
export const Legend = () => (
  <ul className={styles.legend}>
    <li><i className={styles.holiday}>{copy.mark.holiday}</i>{copy.legend.holiday}</li>
    <li><i className={styles['extra-workday']}>{copy.mark['extra-workday']}</i>{copy.legend['extra-workday']}</li>
    <li><i className={styles.weekend}>6</i>{copy.legend.weekend}</li>
    <li><i className={styles.today}>9</i>{copy.legend.today}</li>
  </ul>
);
