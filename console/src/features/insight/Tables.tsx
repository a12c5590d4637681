import type { InsightBucketView, InsightPeriodView, InsightPromiseView, RatingTrendView } from '@hall/shared/api/views';
import { rateWords } from '@hall/shared/commitment/rate-words.rules';
import { Button, Table } from 'antd';
import { Link } from 'react-router';
import { insightCopy as copy } from '../../kit/copy/insight.copy.ts';
import { Card } from '../../kit/layout/Page.tsx';
import { useMay } from '../../kit/session/use-me.ts';

/** Each promise with what it came to; the numbers of each column stand beneath it when it is opened. */
export function FulfilmentTable({ of }: { of: InsightPeriodView }) {
  return (
    <Card testId="insight-fulfilment">
      <Table<InsightPromiseView> rowKey="commitmentId" size="small" dataSource={of.promises} pagination={false} columns={[
        { key: 'wording', title: copy.promise, dataIndex: 'wording' }, ...(['met', 'broken', 'excluded'] as const).map((key) => ({ key, title: copy[key], width: 90, align: 'right' as const, sorter: (a: InsightPromiseView, b: InsightPromiseView) => a.whole[key] - b.whole[key], render: (_: unknown, row: InsightPromiseView) => row.whole[key] })),
        { key: 'rate', title: copy.rate, width: 200, render: (_, row) => rateWords(row.whole.rate) }, { key: 'open', width: 100, render: (_, row) => <Link to={`/commitments/${row.commitmentId}?month=${of.to.slice(0, 7)}`}>{copy.open}</Link> },
      ]} expandable={{ expandedRowRender: ({ points }) => <Table size="small" rowKey="from" pagination={false} dataSource={points.map((point, at) => ({ ...point, label: of.buckets[at]?.label }))} columns={[{ key: 'label', title: copy.time, dataIndex: 'label' }, ...(['met', 'broken', 'excluded'] as const).map((key) => ({ key, title: copy[key], dataIndex: key })), { key: 'rate', title: copy.rate, render: (_, point) => rateWords(point.rate) }]} /> }} />
    </Card>
  );
}

/** Told as everywhere: nothing that counts fewer than five. */
export function RatingsTable({ of }: { of: InsightPeriodView }) {
  return (
    <Card testId="insight-ratings">
      <Table<RatingTrendView> rowKey="month" size="small" dataSource={of.ratings} pagination={false} columns={[
        { key: 'month', title: copy.month, width: 120, render: (_, row) => <Link to={`/rating-figures?month=${row.month}`}>{row.month}</Link> },
        ...[...new Map(of.ratings.flatMap(({ figures }) => figures.map(({ code, label }) => [code, label] as const)))].map(([code, label]) => ({ key: code, title: label, render: (_: unknown, row: RatingTrendView) => row.figures.find((each) => each.code === code)?.words ?? copy.noRate })),
      ]} />
    </Card>
  );
}

export function VoicesTable({ of, onInto }: { of: InsightPeriodView; onInto: (index: number) => void }) {
  const reads = useMay('suggestion.read');
  return (
    <Card testId="insight-voices">
      <Table<InsightBucketView> rowKey="from" size="small" dataSource={of.buckets} pagination={{ pageSize: 31, hideOnSinglePage: true }} columns={[
        { key: 'label', title: copy.time, render: (_, row) => <Button type="link" size="small" onClick={() => onInto(of.buckets.indexOf(row))}>{row.label}</Button> },
        ...([[copy.received, 'suggestionsReceived'], [copy.replied, 'suggestionsReplied'], [copy.asked, 'enquiriesAsked'], [copy.answeredEnquiry, 'enquiriesAnswered']] as const).map(([title, key]) => ({ key, title, dataIndex: key, align: 'right' as const, sorter: (a: InsightBucketView, b: InsightBucketView) => a[key] - b[key] })),
      ]} {...(reads ? { footer: () => <Link to="/suggestions?scope=all">{copy.toSuggestions}</Link> } : {})} />
    </Card>
  );
}
