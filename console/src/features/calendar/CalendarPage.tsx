import { CalendarOutlined, DownloadOutlined } from '@ant-design/icons';
import type { CalendarYearList, CalendarYearView } from '@hall/shared/api/views';
import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Segmented } from 'antd';
import { Link, useNavigate } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { CALENDAR_KEY, useCalendarYears } from '../../kit/calendar/use-calendar.ts';
import { momentText } from '../../kit/clock.ts';
import { calendarCopy as copy } from '../../kit/copy/calendar.copy.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { Card, Page } from '../../kit/layout/Page.tsx';
import { saveFile } from '../../kit/print/print.ts';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { useAddress } from '../../kit/use-address.ts';
import { coverageWarning } from './calendar.view.ts';
import styles from './Calendar.module.css';
import { Legend, YearMonths } from './YearMonths.tsx';

/** The official calendar, year by year: what is loaded, what is only a guess, and what is missing. */
export function CalendarPage() {
  return <Loaded query={useCalendarYears()}>{(list) => <Years list={list} />}</Loaded>;
}

function Years({ list }: { list: CalendarYearList }) {
  const go = useNavigate();
  const [wanted, setWanted] = useAddress('year', String(list.thisYear));
  const warning = coverageWarning(list);
  const year = list.items.find((item) => String(item.year) === wanted) ?? list.items.at(-1);
  const loadLink = (number: number) => `/calendar/load?year=${number}`;
  return (
    <Page title={copy.title} lead={copy.lead} testId="calendar" action={year && year.year >= list.thisYear
      ? <Button size="large" type={year.provisional ? 'primary' : 'default'} onClick={() => void go(loadLink(year.year))} data-testid="calendar-replace">{year.provisional ? copy.load(year.year) : copy.replace(year.year)}</Button> : null}
    >
      {warning ? <Alert type={warning.urgent ? 'error' : 'warning'} showIcon title={warning.text} data-testid="calendar-warning" action={warning.year === year?.year ? null : <Link to={loadLink(warning.year)} data-testid="calendar-load-missing">{copy.load(warning.year)}</Link>} /> : null}
      {year ? (
        <>
          <Segmented aria-label={copy.years} value={String(year.year)} onChange={setWanted} className={styles.years ?? ''} data-testid="calendar-years" options={list.items.map((item) => ({ value: String(item.year), label: (
            <span className={styles.yearTab}>{copy.yearOf(item.year)}<StateTag tone={item.provisional ? 'warn' : 'ok'}>{item.provisional ? copy.provisional : copy.official}</StateTag></span>
          ) }))} />
          {year.provisional ? <Alert type="warning" showIcon title={copy.provisionalTitle(year.year)} description={copy.provisionalBody} data-testid="calendar-provisional" /> : null}
          <OneYear year={year.year} open={year.year >= list.thisYear} />
        </>
      ) : <Blank icon={<CalendarOutlined />} title={copy.emptyTitle} body={copy.emptyBody} action={<Button type="primary" onClick={() => void go(loadLink(list.thisYear))}>{copy.load(list.thisYear)}</Button>} testId="calendar-empty" />}
    </Page>
  );
}

function OneYear({ year, open }: { year: number; open: boolean }) {
  const { message } = App.useApp();
  const save = () => void saveFile(`/staff/calendar-years/${year}/list.xlsx`, copy.fileName(year)).catch((error: unknown) => void message.error(sentenceOf(error)));
  const query = useQuery({ queryKey: [...CALENDAR_KEY, year], queryFn: () => api.get<CalendarYearView>(`/staff/calendar-years/${year}`), staleTime: 600_000 });
  return (
    <Card testId="calendar-year">
      <Loaded query={query} lines={12}>
        {(view) => (
          <>
            <div className={styles.about}><div><h2>{copy.counts(view.holidays, view.extraWorkdays)}</h2><p className="muted">{copy.source(view.source, momentText(view.loadedAt))}</p></div><Button icon={<DownloadOutlined />} onClick={save} data-testid="calendar-out">{copy.out}</Button><Legend /></div>
            <YearMonths year={view} />
            {view.loadings.length > 1 ? <Loadings view={view} open={open} /> : null}
          </>
        )}
      </Loaded>
    </Card>
  );
}

/** Every loading of the year: what stood before can be read and loaded again. A guess cannot take the place of what is official. */
function Loadings({ view, open }: { view: CalendarYearView; open: boolean }) {
  return (
    <div className={styles.loadings} data-testid="calendar-loadings">
      <h3>{copy.loadings}</h3>
      <ul>
        {view.loadings.map(({ number, provisional, source, loadedAt, loadedByName, days }, at) => (
          <li key={number}>
            <StateTag tone={provisional ? 'warn' : 'ok'}>{provisional ? copy.provisional : copy.official}</StateTag>
            <span>{copy.loading(number, source, momentText(loadedAt), loadedByName, days.length)}</span>
            {at === 0 ? <span className="muted">{copy.standsNow}</span> : open && (view.provisional || !provisional) ? <Link to={`/calendar/load?year=${view.year}&from=${number}`} data-testid={`calendar-restore-${number}`}>{copy.restore}</Link> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
