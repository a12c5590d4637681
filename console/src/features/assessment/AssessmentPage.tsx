import { DownloadOutlined } from '@ant-design/icons';
import type { AssessmentMonthView } from '@hall/shared/api/views';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { assessmentCopy as copy, formulaCopy } from '../../kit/copy/assessment.copy.ts';
import { Card, Page } from '../../kit/layout/Page.tsx';
import { saveFile } from '../../kit/print/print.ts';
import { useMay } from '../../kit/session/use-me.ts';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { useAddress } from '../../kit/use-address.ts';
import { AssessmentFormulaDialog } from './AssessmentFormulaDialog.tsx';
import { CardTable } from './CardTable.tsx';
import styles from './Assessment.module.css';

/** A month's scorecards of those the reader leads. */
export function AssessmentPage() {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [mayEdit, mayDecide] = [useMay('assessment.edit'), useMay('assessment.decide')];
  const [month, setMonth] = useAddress('month', '');
  const [editing, setEditing] = useState(false);
  const asked = month === '' ? '' : `?month=${month}`;
  const query = useQuery({ queryKey: ['assessment', month], queryFn: () => api.get<AssessmentMonthView>(`/staff/assessment/months${asked}`), placeholderData: (before) => before });
  const of = query.data;
  const save = () => of && void saveFile(`/staff/assessment/months.xlsx?month=${of.month}`, copy.fileName(of.month)).catch((error: unknown) => void message.error(sentenceOf(error)));
  const published = (view: AssessmentMonthView) => { client.setQueryData(['assessment', ''], view); setMonth(''); setEditing(false); void message.success(formulaCopy.published); };
  return (
    <Page title={copy.title} lead={copy.lead} testId="assessment" action={(
      <span className={styles.line}>
        <Link to="/assessment/mine">{copy.mine}</Link>
        {mayDecide ? <Link to="/assessment/appeals" data-testid="to-appeals">{copy.appeals}</Link> : null}
        <Button icon={<DownloadOutlined />} onClick={save} data-testid="assessment-export">{copy.export}</Button>
        {mayEdit && of ? <Button type="primary" size="large" onClick={() => setEditing(true)} data-testid="assessment-edit">{copy.edit}</Button> : null}
      </span>
    )}>
      <Loaded query={query}>
        {(view) => (
          <Card testId="assessment-month">
            <div className={styles.head}>
              <Select value={view.month} onChange={setMonth} style={{ minWidth: 150 }} options={[...new Set([view.month, ...view.months])].sort().reverse().map((each) => ({ value: each, label: formulaCopy.month(each) }))} data-testid="assessment-months" />
              <span className={styles.line}>{view.coming.map((from) => <StateTag key={from} tone="info">{copy.coming(from)}</StateTag>)}<StateTag tone={view.sealed ? 'ok' : 'quiet'}>{view.sealed ? copy.sealed : copy.running}</StateTag></span>
            </div>
            {view.formula ? <CardTable of={view.cards} formula={view.formula} testId="assessment-cards" /> : <p className="muted">{copy.noFormula}</p>}
          </Card>
        )}
      </Loaded>
      {editing && of ? <AssessmentFormulaDialog suggested={of.suggested} onClose={() => setEditing(false)} onPublished={published} /> : null}
    </Page>
  );
}
