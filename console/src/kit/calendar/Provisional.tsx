import { Alert } from 'antd';
import { calendarCopy as copy } from '../copy/calendar.copy.ts';
import { StateTag } from '../state/StateTag.tsx';
import { provisionalYearsOf } from './provisional.view.ts';
import { useCalendarYears } from './use-calendar.ts';

/** “暂定” beside a day of a year whose official notice is not loaded; nothing beside any other. */
export function ProvisionalTag({ day }: { day: string }) {
  const [year] = provisionalYearsOf([day], useCalendarYears().data?.items ?? []);
  return year === undefined ? null : <span title={copy.provisionalNote(copy.yearOf(year))}><StateTag tone="warn" testId={`provisional-${day}`}>{copy.provisional}</StateTag></span>;
}

/** One note over a page that shows days of a provisional year; nothing when it shows none. */
export function ProvisionalNote({ days }: { days: readonly string[] }) {
  const years = provisionalYearsOf(days, useCalendarYears().data?.items ?? []);
  if (years.length === 0) return null;
  return <Alert type="warning" showIcon title={copy.provisionalNote(years.map(copy.yearOf).join(copy.and))} data-testid="provisional-note" />;
}
