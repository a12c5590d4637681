import type { CalendarPreviewView, CalendarYearList, CalendarYearRequest, CalendarYearView } from '@hall/shared/api/views';
import { checkCalendarYear } from '@hall/shared/calendar/calendar-year.rules';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { hasCode, sentenceOf } from '../../kit/api/problem.ts';
import { CALENDAR_KEY, useCalendarYears } from '../../kit/calendar/use-calendar.ts';
import { calendarCopy as copy } from '../../kit/copy/calendar.copy.ts';
import { Card, Page } from '../../kit/layout/Page.tsx';
import { FileButton } from '../../kit/sheet/FileButton.tsx';
import { Grid } from '../../kit/sheet/Grid.tsx';
import type { FileContent } from '../../kit/sheet/read-file.ts';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { daysOf, placed, rowsOf, rowsOfFile, tidied } from './calendar.view.ts';
import { ChangesDialog } from './ChangesDialog.tsx';
import styles from './Calendar.module.css';

const COLUMNS = [{ title: copy.columns.day, width: 200, placeholder: '2027-01-01' }, { title: copy.columns.kind, width: 160, options: [copy.kinds['holiday'] ?? '', copy.kinds['workday'] ?? ''] }, { title: copy.columns.name, width: 260 }];
const START = [['', copy.kinds['holiday'] ?? '', '']];

/** Loads a year of the calendar: typed, pasted or from a file, looked at, then saved. */
export function LoadYearPage() {
  const [params] = useSearchParams();
  return <Loaded query={useCalendarYears()}>{(list) => <Editor list={list} wanted={Number(params.get('year')) || list.thisYear + 1} restored={Number(params.get('from')) || null} />}</Loaded>;
}

function Editor({ list, wanted, restored }: { list: CalendarYearList; wanted: number; restored: number | null }) {
  const go = useNavigate();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [year, setYear] = useState(Math.max(wanted, list.thisYear));
  const [typed, setTyped] = useState<string[][] | null>(null);
  const [typedSource, setSource] = useState<string | null>(null);
  const [provisional, setProvisional] = useState(false);
  const [shown, setShown] = useState(false);
  const [preview, setPreview] = useState<CalendarPreviewView | null>(null);
  const standing = list.items.find((item) => item.year === year);
  const known = useQuery({ queryKey: [...CALENDAR_KEY, year], queryFn: () => api.get<CalendarYearView>(`/staff/calendar-years/${year}`), enabled: standing !== undefined && (!standing.provisional || restored !== null) });
  const former = year === wanted ? known.data?.loadings.find(({ number }) => number === restored) : undefined;
  const source = typedSource ?? former?.source ?? '';
  // Correcting an official year begins with what is there; in the place of a guess the notice is written anew.
  const rows = typed ?? (former ? rowsOf(former.days) : standing && !standing.provisional && known.data ? rowsOf(known.data.days) : START);
  const days = daysOf(rows);
  const problems = checkCalendarYear({ year, provisional, source, days });
  const { cells, whole } = placed(problems);
  const request: CalendarYearRequest = { year, provisional, source: source.trim(), days, replaces: standing?.loadedAt ?? null };
  const fail = (error: unknown) => {
    setPreview(null);
    if (hasCode(error, 'STALE_VERSION')) { void client.invalidateQueries({ queryKey: CALENDAR_KEY }); void message.warning(copy.stale); } else void message.error(sentenceOf(error));
  };
  const look = useMutation({ mutationFn: () => api.post<CalendarPreviewView>('/staff/calendar-years/preview', request), onSuccess: setPreview, onError: fail });
  const save = useMutation({
    mutationFn: () => api.post<CalendarPreviewView>('/staff/calendar-years', request),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: CALENDAR_KEY });
      void message.success(copy.saved(year));
      void go(`/calendar?year=${year}`);
    },
    onError: fail,
  });
  const takeFile = (content: FileContent) => {
    const read = rowsOfFile(content, year);
    if (read.year === null) return void message.error(copy.noRows);
    if (read.year !== year) { setYear(read.year); void message.info(copy.otherYear(read.year)); } else void message.success(copy.read(read.rows.length));
    return setTyped(read.rows);
  };
  const tryIt = () => { setShown(true); setTyped(rows.filter((row) => row.some((cell) => cell !== ''))); if (problems.length === 0) look.mutate(); };
  const sourceWrong = shown && problems.some(({ field }) => field === 'source');

  return (
    <Page title={copy.loadTitle(year)} lead={copy.loadLead} testId="calendar-load" action={(
      <><Link to="/calendar">{copy.back}</Link><Button type="primary" size="large" loading={look.isPending} onClick={tryIt} data-testid="calendar-look">{copy.look}</Button></>
    )}>
      {former ? <Alert type="info" showIcon title={copy.restoring(former.number)} data-testid="calendar-restoring" /> : null}
      {shown && problems.length > 0 ? <Alert type="error" showIcon title={copy.mend(problems.length)} description={whole.length > 0 ? whole.map((each) => <p key={each}>{each}</p>) : undefined} data-testid="calendar-problems" /> : null}
      <Card>
        <div className={styles.form}>
          <label><span>{copy.year}</span><InputNumber min={list.thisYear} max={2100} precision={0} value={year} onChange={(value) => setYear(value ?? year)} data-testid="calendar-load-year" /></label>
          <label className={styles.wide}><span>{copy.sourceLabel}</span><Input value={source} maxLength={200} status={sourceWrong ? 'error' : ''} placeholder={copy.sourcePlaceholder} onChange={(event) => setSource(event.target.value)} data-testid="calendar-source" />{sourceWrong ? <em>{problems.find(({ field }) => field === 'source')?.message}</em> : null}</label>
          <div><span>{copy.standing}</span><Radio.Group value={provisional} onChange={(event) => setProvisional(event.target.value === true)} options={[{ value: false, label: copy.standingOfficial }, { value: true, label: copy.standingProvisional, disabled: standing !== undefined && !standing.provisional }]} /></div>
        </div>
      </Card>
      <Card>
        <div className={styles.fileLine}><FileButton onRead={takeFile} testId="calendar-file" /><span className="muted">{copy.fileHint}</span></div>
        <Grid columns={COLUMNS} rows={rows} problems={shown ? cells : new Map()} onChange={setTyped} tidy={(pasted) => tidied(pasted, year)} testId="calendar-grid" />
      </Card>
      {preview ? <ChangesDialog preview={preview} saving={save.isPending} onSave={() => save.mutate()} onClose={() => setPreview(null)} /> : null}
    </Page>
  );
}
