import type { RedFlagFormulaView, RedFlagMonthView, StaffRedFlagView } from '@hall/shared/api/views';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { formulaCopy, redFlagsCopy as copy } from '../../kit/copy/assessment.copy.ts';
import { Card, Page } from '../../kit/layout/Page.tsx';
import { useMay } from '../../kit/session/use-me.ts';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { useAddress } from '../../kit/use-address.ts';
import { FlagFormulaDialog } from './FlagFormulaDialog.tsx';
import { WindowTable } from './WindowTable.tsx';
import styles from './Assessment.module.css';

const KEY = ['red-flags'] as const;

/** The red-flag windows: the formula, this month up to now, and what was published of the months before. */
export function RedFlagsPage() {
  const client = useQueryClient();
  const { message } = App.useApp();
  const mayEdit = useMay('assessment.edit');
  const [editing, setEditing] = useState(false);
  const query = useQuery({ queryKey: KEY, queryFn: () => api.get<StaffRedFlagView>('/staff/red-flags') });
  const published = (view: StaffRedFlagView) => { client.setQueryData(KEY, view); setEditing(false); void message.success(formulaCopy.published); };
  return (
    <Page title={copy.title} lead={copy.lead} testId="red-flags" action={mayEdit && query.data ? <Button type="primary" size="large" onClick={() => setEditing(true)} data-testid="flag-edit">{copy.edit}</Button> : null}>
      <Loaded query={query}>
        {(view) => (
          <>
            {view.running ? <Card testId="flags-running"><div className={styles.head}><h2>{copy.running(view.running.month)}</h2><small>{copy.runningNote}</small></div><WindowTable of={view.running} testId="flags-running-table" /></Card> : null}
            <Card testId="flags-formula">
              <h2>{copy.formula}</h2>
              {view.formula ? <Formula of={view.formula} /> : <p className="muted">{mayEdit ? copy.noFormula : copy.noFormulaForReader}</p>}
              <div className={styles.line}>{view.coming.map(({ from }) => <StateTag key={from} tone="info">{copy.coming(from)}</StateTag>)}</div>
            </Card>
            <Past of={view.months} />
          </>
        )}
      </Loaded>
      {editing && query.data ? <FlagFormulaDialog suggested={query.data.suggested} onClose={() => setEditing(false)} onPublished={published} /> : null}
    </Page>
  );
}

const Formula = ({ of }: { of: RedFlagFormulaView }) => (
  <>
    <div className={styles.parts}>{of.parts.map(({ part, label, how, weight }) => <div key={part} className={styles.part}><span>{label}</span><strong>{formulaCopy.points(weight)}</strong><small>{how}</small></div>)}</div>
    <p className={styles.line}><span>{copy.from(of.from)}</span><span>{copy.least(of.least)}</span><span>{copy.places(of.places)}</span><span>{of.tieLabel}</span></p>
  </>
);

/** One published month at a time. */
function Past({ of }: { of: readonly RedFlagMonthView[] }) {
  const [month, setMonth] = useAddress('month', '');
  const shown = of.find((each) => each.month === month) ?? of[0];
  return (
    <Card testId="flags-past">
      <div className={styles.head}>
        <h2>{copy.past}</h2>
        {shown ? <Select value={shown.month} onChange={setMonth} style={{ minWidth: 150 }} options={of.map((each) => ({ value: each.month, label: formulaCopy.month(each.month) }))} data-testid="flags-month" /> : null}
      </div>
      {shown ? <WindowTable of={shown} testId="flags-past-table" /> : <p className="muted">{copy.noPast}</p>}
    </Card>
  );
}
