import { BarChartOutlined, DownloadOutlined } from '@ant-design/icons';
import type { InsightPeriodView } from '@hall/shared/api/views';
import type { PeriodStep } from '@hall/shared/insight/period.rules';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Segmented } from 'antd';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { dayOf, now } from '../../kit/clock.ts';
import { insightCopy as copy } from '../../kit/copy/insight.copy.ts';
import { DayField } from '../../kit/day/DayField.tsx';
import { Card, Page } from '../../kit/layout/Page.tsx';
import { saveFile } from '../../kit/print/print.ts';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { Chart } from './Chart.tsx';
import { fulfilmentChart, ratingsChart, visitsChart, voicesChart, type ChartShape } from './charts.view.ts';
import styles from './Insight.module.css';
import { SHEETS, into, quickOf, stepFor, stretchOf, type Quick, type Sheet, type Stretch } from './insight.view.ts';
import { FulfilmentTable, RatingsTable, VoicesTable } from './Tables.tsx';
import { VisitsPanel } from './VisitsPanel.tsx';

const CHARTS: Record<Sheet, (of: InsightPeriodView) => ChartShape> = { visits: visitsChart, fulfilment: fulfilmentChart, ratings: ratingsChart, voices: voicesChart };

/** The hall over days, weeks and months: charts with their tables, and behind each column what it consists of. */
export function InsightPage() {
  const { message } = App.useApp();
  const [params, setParams] = useSearchParams();
  const today = dayOf(now());
  const stretch = stretchOf({ from: params.get('from') ?? '', to: params.get('to') ?? '', by: params.get('by') ?? '' }, today);
  const sheet = SHEETS.find((each) => each === params.get('sheet')) ?? 'visits';
  const { from, to, by } = stretch;
  const change = (next: Partial<Stretch & { sheet: Sheet }>, steps = false) => setParams({ ...stretch, sheet, ...next }, { replace: !steps });
  const asked = `from=${from}&to=${to}&by=${by}`;
  const query = useQuery({ queryKey: ['insight', asked], queryFn: () => api.get<InsightPeriodView>(`/staff/insight/period?${asked}`), placeholderData: (before) => before });
  const save = () => void saveFile(`/staff/insight/period.xlsx?${asked}&sheet=${sheet}`, copy.fileName(copy.sheets[sheet], from, to)).catch((error: unknown) => void message.error(sentenceOf(error)));
  const days = (next: Partial<Stretch>) => { const wish = { ...stretch, ...next }; if (wish.from <= wish.to) change({ ...next, by: stepFor(wish.from, wish.to, wish.by) }); };
  return (
    <Page title={copy.title} lead={copy.lead} testId="insight" action={<Button size="large" icon={<DownloadOutlined />} onClick={save} data-testid="insight-export">{copy.export}</Button>}>
      <div className={styles.bar}>
        <Segmented<Sheet> value={sheet} onChange={(next) => change({ sheet: next })} options={SHEETS.map((value) => ({ value, label: <span data-testid={`sheet-${value}`}>{copy.sheets[value]}</span> }))} />
        <DayField value={from} onChange={(day) => day && days({ from: day })} testId="insight-from" /><DayField value={to} onChange={(day) => day && days({ to: day })} testId="insight-to" />
        <Segmented<PeriodStep> value={by} onChange={(next) => days({ by: next })} options={(['day', 'week', 'month'] as const).map((value) => ({ value, label: copy.by[value], disabled: stepFor(from, to, value) !== value }))} />
        {(Object.keys(copy.quick) as Quick[]).map((quick) => <Button key={quick} size="small" onClick={() => change(quickOf(quick, today))} data-testid={`quick-${quick}`}>{copy.quick[quick]}</Button>)}
      </div>
      <Loaded query={query} lines={10}>{(of) => <Sheets of={of} sheet={sheet} onInto={(next) => change(next, true)} />}</Loaded>
    </Page>
  );
}

function Sheets({ of, sheet, onInto }: { of: InsightPeriodView; sheet: Sheet; onInto: (next: Stretch) => void }) {
  const shape = useMemo(() => CHARTS[sheet](of), [of, sheet]);
  const pick = (index: number) => { const next = sheet === 'ratings' ? null : into(of, index); if (next) onInto(next); };
  return (
    <>
      <Card>
        {shape.labels.length === 0 || shape.series.length === 0 ? <Blank icon={<BarChartOutlined />} title={copy.emptyTitle} body={copy.emptyBody} /> : <Chart key={sheet} of={shape} label={copy.sheets[sheet]} onPick={pick} testId="insight-chart" />}
      </Card>
      {sheet === 'visits' ? <VisitsPanel of={of} onInto={pick} /> : sheet === 'fulfilment' ? <FulfilmentTable of={of} /> : sheet === 'ratings' ? <RatingsTable of={of} /> : <VoicesTable of={of} onInto={pick} />}
      <Card><h2>{copy.notes}</h2><ul className={styles.notes}>{of.notes.map((note) => <li key={note}>{note}</li>)}</ul></Card>
    </>
  );
}
