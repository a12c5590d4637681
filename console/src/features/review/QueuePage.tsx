import { CheckCircleOutlined } from '@ant-design/icons';
import type { ReviewRowView, StaffCaseView } from '@hall/shared/api/views';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TableColumnsType } from 'antd';
import { App, Button, Segmented, Table } from 'antd';
import { Link, useNavigate } from 'react-router';
import { sentenceOf } from '../../kit/api/problem.ts';
import { caseKey } from '../../kit/case/case.api.ts';
import { dayWords, momentText } from '../../kit/clock.ts';
import { reviewCopy as copy } from '../../kit/copy/review.copy.ts';
import { Key } from '../../kit/keys/Key.tsx';
import { useKeys } from '../../kit/keys/use-keys.ts';
import { Page } from '../../kit/layout/Page.tsx';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { useAddress } from '../../kit/use-address.ts';
import { useNow } from '../../kit/use-now.ts';
import { useSorting } from '../../kit/use-sorting.ts';
import { dueOf } from './due.view.ts';
import { claim, useClaimNext, useReviewQueue } from './review.api.ts';

const AWAITING = Number.MAX_SAFE_INTEGER;
const EVERY_MINUTE = 60_000;

/** What waits for review, the oldest deadline first. */
export function QueuePage() {
  const queue = useReviewQueue();
  const next = useClaimNext();
  const go = useNavigate();
  const client = useQueryClient();
  const { message } = App.useApp();
  const now = useNow(EVERY_MINUTE);
  const [whose, setWhose] = useAddress('whose', 'all');
  const sorting = useSorting<ReviewRowView>('due');
  const take = useMutation({
    mutationFn: (row: ReviewRowView) => claim(row.id, row.version),
    onSuccess: (kase: StaffCaseView) => { client.setQueryData(caseKey(kase.id), kase); void go(`/review/${kase.id}`); },
    onError: (error) => { void message.warning(sentenceOf(error)); void queue.refetch(); },
  });
  useKeys({ n: () => next.mutate() }, !next.isPending);

  const columns: TableColumnsType<ReviewRowView> = [
    { key: 'case', title: copy.columns.case, width: 176, render: (_, row) => <Link to={`/review/${row.id}`}>{row.caseNumber}</Link> },
    { key: 'person', title: copy.columns.person, dataIndex: 'maskedName', ellipsis: true },
    { key: 'matter', title: copy.columns.matter, dataIndex: 'matterName', ellipsis: true },
    { key: 'round', title: copy.columns.round, width: 96, render: (_, row) => copy.round(row.round), sorter: (a, b) => a.round - b.round, sortOrder: sorting.order('round') },
    { key: 'submitted', title: copy.columns.submitted, width: 150, render: (_, row) => momentText(row.submittedAt), sorter: (a, b) => a.submittedAt - b.submittedAt, sortOrder: sorting.order('submitted') },
    { key: 'due', title: copy.columns.due, width: 132, sorter: (a, b) => (a.dueAt ?? AWAITING) - (b.dueAt ?? AWAITING), sortOrder: sorting.order('due'), render: (_, row) => { const due = dueOf(row.dueAt, now); return <StateTag tone={due.tone}>{due.words}</StateTag>; } },
    { key: 'visit', title: copy.columns.visit, width: 120, render: (_, row) => (row.visitDay ? dayWords(row.visitDay) : '') },
    { key: 'claimed', title: copy.columns.claimed, width: 120, render: (_, row) => (row.claimedByMe ? <Link to={`/review/${row.id}`}>{copy.open}</Link> : row.claimedBy ?? <Button size="small" loading={take.isPending && take.variables.id === row.id} onClick={() => take.mutate(row)} data-testid={`take-${row.id}`}>{copy.take}</Button>) },
  ];
  return (
    <Page title={copy.title} lead={queue.data ? copy.lead(queue.data.total) : null} testId="review-queue" action={<Button type="primary" size="large" loading={next.isPending} disabled={queue.data?.total === 0} onClick={() => next.mutate()} data-testid="claim-next">{copy.claimNext}<Key of="N" /></Button>}>
      <Loaded query={queue}>
        {({ rows }) => (rows.length === 0 ? <Blank icon={<CheckCircleOutlined />} title={copy.emptyTitle} body={copy.emptyBody} testId="review-empty" /> : (
          <>
            <Segmented value={whose} onChange={setWhose} options={[{ value: 'all', label: copy.all }, { value: 'mine', label: copy.mine }]} style={{ justifySelf: 'start' }} data-testid="review-whose" />
            <Table<ReviewRowView> rowKey="id" size="middle" columns={columns} dataSource={whose === 'mine' ? rows.filter((row) => row.claimedByMe) : rows} onChange={sorting.onChange} pagination={{ current: sorting.page, pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }} />
          </>
        ))}
      </Loaded>
    </Page>
  );
}
