import { AuditOutlined } from '@ant-design/icons';
import type { AuditEntryView, AuditPageView } from '@hall/shared/api/views';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { App, Button, Input, Select, Table } from 'antd';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { dayOf, momentText, now } from '../../kit/clock.ts';
import { adminCopy } from '../../kit/copy/admin.copy.ts';
import { DayField } from '../../kit/day/DayField.tsx';
import styles from '../../kit/house/house.module.css';
import { Page } from '../../kit/layout/Page.tsx';
import { saveFile } from '../../kit/print/print.ts';
import { Blank, Fault, Skeleton } from '../../kit/state/Blank.tsx';

const copy = adminCopy.audit;
interface Question { from: string; to: string; actorKind: string; actor: string; action: string; subjectId: string }

const asked = (question: Question, after: string | null): string =>
  new URLSearchParams(Object.entries({ ...question, after: after ?? '' }).map(([key, value]) => [key, value.trim()] as [string, string]).filter(([, value]) => value !== '')).toString();

/** What was done, by whom, to what. Nothing of a question stands in the page's address; each reading is written down. */
export function AuditPage() {
  const { message } = App.useApp();
  const today = dayOf(now());
  const [typed, setTyped] = useState<Question>({ from: today, to: today, actorKind: '', actor: '', action: '', subjectId: '' });
  const [question, setQuestion] = useState(typed);
  const query = useInfiniteQuery({
    queryKey: ['audit', question], initialPageParam: null as string | null, queryFn: ({ pageParam }) => api.get<AuditPageView>(`/staff/audit?${asked(question, pageParam)}`), getNextPageParam: ({ next }) => next, refetchOnWindowFocus: false, refetchOnReconnect: false, gcTime: 0,
  });
  const save = useMutation({ mutationFn: () => saveFile(`/staff/audit/list.xlsx?${asked(question, null)}`, copy.fileName(question.from)), onError: (error) => void message.error(sentenceOf(error)) });
  const put = (more: Partial<Question>) => setTyped({ ...typed, ...more });
  const submit = (event: FormEvent) => { event.preventDefault(); setQuestion({ ...typed }); };
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page title={copy.title} lead={copy.lead} testId="audit" action={<Button size="large" loading={save.isPending} onClick={() => save.mutate()} data-testid="audit-export">{copy.export}</Button>}>
      <form className={styles.bar} onSubmit={submit}>
        <DayField value={typed.from} onChange={(from) => put({ from: from ?? today })} testId="audit-from" /><DayField value={typed.to} onChange={(to) => put({ to: to ?? today })} testId="audit-to" />
        <Select style={{ width: 110 }} value={typed.actorKind} options={[{ value: '', label: copy.anyone }, ...Object.entries(copy.kinds).map(([value, label]) => ({ value, label }))]} onChange={(actorKind) => put({ actorKind })} data-testid="audit-kind" />
        <Input style={{ width: 180 }} maxLength={40} value={typed.actor} placeholder={copy.actor} onChange={(event) => put({ actor: event.target.value })} data-testid="audit-actor" />
        <Input style={{ width: 180 }} maxLength={60} value={typed.action} placeholder={copy.action} onChange={(event) => put({ action: event.target.value })} data-testid="audit-action" />
        <Input style={{ width: 130 }} maxLength={64} value={typed.subjectId} placeholder={copy.subject} onChange={(event) => put({ subjectId: event.target.value })} data-testid="audit-subject" />
        <Button type="primary" htmlType="submit" loading={query.isFetching} data-testid="audit-search">{copy.search}</Button>
      </form>
      {query.isError && rows.length === 0 ? <Fault error={query.error} onRetry={() => void query.refetch()} /> : query.isPending ? <Skeleton /> : rows.length === 0 ? <Blank icon={<AuditOutlined />} title={copy.emptyTitle} body={copy.emptyBody} testId="audit-empty" /> : (
        <>
          <Table<AuditEntryView> rowKey="id" size="small" pagination={false} dataSource={rows} columns={[
            { title: copy.columns.at, width: 170, render: (_, { at }) => momentText(at) }, { title: copy.columns.who, width: 150, render: (_, { actorLabel, actorName }) => [actorLabel, actorName].filter(Boolean).join(' ') },
            { title: copy.columns.area, dataIndex: 'area', width: 130 }, { title: copy.columns.action, width: 190, render: (_, { label, action }) => <span title={action}>{label}</span> },
            { title: copy.columns.subject, width: 180, ellipsis: true, render: (_, { subjectName, subjectId }) => subjectName || subjectId }, { title: copy.columns.detail, dataIndex: 'detail' },
          ]} />
          {query.hasNextPage ? <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()} data-testid="audit-older">{copy.older}</Button> : <p className="muted">{copy.end}</p>}
        </>
      )}
    </Page>
  );
}
