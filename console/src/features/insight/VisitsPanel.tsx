import type { InsightBucketView, InsightPartView, InsightPeriodView, InsightVisitSumsView } from '@hall/shared/api/views';
import { Button, Table, type TableColumnsType } from 'antd';
import { insightCopy as copy } from '../../kit/copy/insight.copy.ts';
import { Card } from '../../kit/layout/Page.tsx';
import { useAddress } from '../../kit/use-address.ts';
import styles from './Insight.module.css';
import { VisitList } from './VisitList.tsx';

/** The columns every table of visits has, each sortable. */
const numbers = <T extends InsightVisitSumsView>(): TableColumnsType<T> => [
  ...(['taken', 'served', 'left', 'unserved'] as const).map((key) => ({ key, title: copy[key], dataIndex: key, width: 84, align: 'right' as const, sorter: (a: T, b: T) => a[key] - b[key] })),
  ...(['medianWait', 'longWait', 'medianService'] as const).map((key) => ({ key, title: copy[key], width: 120, align: 'right' as const, sorter: (a: T, b: T) => (a[key] ?? -1) - (b[key] ?? -1), render: (_: unknown, row: T) => copy.minutes(row[key]) })),
];

/** Time, window and matter side by side; of a single day also everybody behind it. */
export function VisitsPanel({ of, onInto }: { of: InsightPeriodView; onInto: (index: number) => void }) {
  const [windowId, setWindow] = useAddress('window', '');
  const [matterId, setMatter] = useAddress('matter', '');
  const single = of.from === of.to;
  const named = (label: string, chosen: string, choose: (id: string) => void): TableColumnsType<InsightPartView> => [
    { key: 'label', title: label, render: (_, row) => (single ? <Button type="link" size="small" onClick={() => choose(chosen === row.id ? '' : row.id)} data-testid={`part-${row.id}`}>{row.label}</Button> : row.label) }, ...numbers<InsightPartView>(),
  ];
  return (
    <>
      {single ? null : (
        <Card testId="insight-buckets">
          <Table<InsightBucketView> rowKey="from" size="small" dataSource={of.buckets} pagination={{ pageSize: 31, hideOnSinglePage: true }} columns={[
            { key: 'label', title: copy.time, render: (_, row) => <Button type="link" size="small" onClick={() => onInto(of.buckets.indexOf(row))} data-testid={`bucket-${row.from}`}>{row.label}</Button> }, ...numbers<InsightBucketView>(),
          ]} />
        </Card>
      )}
      <div className={styles.halves}>
        <Card testId="insight-windows"><h2>{copy.windows}</h2><Table<InsightPartView> rowKey="id" size="small" scroll={{ x: 'max-content' }} dataSource={of.windows} pagination={false} columns={named(copy.part, windowId, setWindow)} /></Card>
        <Card testId="insight-matters"><h2>{copy.matters}</h2><Table<InsightPartView> rowKey="id" size="small" scroll={{ x: 'max-content' }} dataSource={of.matters} pagination={false} columns={named(copy.part, matterId, setMatter)} /></Card>
      </div>
      {single ? <VisitList day={of.from} windowId={windowId} matterId={matterId} name={[of.windows.find(({ id }) => id === windowId)?.label, of.matters.find(({ id }) => id === matterId)?.label].filter(Boolean).join(' · ')} onAll={() => (windowId ? setWindow('') : setMatter(''))} /> : null}
    </>
  );
}
