import { ReadOutlined } from '@ant-design/icons';
import type { GuideVersionList, GuideVersionView } from '@hall/shared/api/views';
import { GUIDE_KINDS, GUIDE_KIND_LABELS } from '@hall/shared/enquiry/guide.rules';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TableColumnsType } from 'antd';
import { Button, Segmented, Table } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { momentText } from '../../kit/clock.ts';
import { guideCopy as copy } from '../../kit/copy/enquiries.copy.ts';
import { Page } from '../../kit/layout/Page.tsx';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { useAddress } from '../../kit/use-address.ts';
import { useSorting } from '../../kit/use-sorting.ts';
import type { Scope } from './guide.view.ts';
import { SCOPES, scopeOf, toneOf, wordOf } from './guide.view.ts';
import styles from './Guide.module.css';
import { VersionDialog } from './VersionDialog.tsx';
import type { Writing } from './WordsDialog.tsx';
import { WordsDialog } from './WordsDialog.tsx';

const KEY = 'guide-versions';

/** The public guide as its keepers see it: what waits for them, what holds, and every version there was. */
export function GuidePage() {
  const client = useQueryClient();
  const [word, setScope] = useAddress('scope', 'waiting');
  const scope = scopeOf(word);
  const sorting = useSorting<GuideVersionView>('-written');
  const [looked, setLooked] = useState<GuideVersionView | null>(null);
  const [writing, setWriting] = useState<Writing | null>(null);
  const query = useQuery({ queryKey: [KEY, scope], queryFn: () => api.get<GuideVersionList>(`/staff/guide-versions?scope=${scope}`), placeholderData: keepPreviousData });
  const done = () => { setLooked(null); setWriting(null); void client.invalidateQueries({ queryKey: [KEY] }); };
  const columns: TableColumnsType<GuideVersionView> = [
    { key: 'question', title: copy.columns.question, render: (_, item) => (
      <span className={styles.two}><button type="button" className={styles.question} onClick={() => setLooked(item)} data-testid={`guide-${item.id}`}>{item.question}</button><small>{copy.version(item.versionNumber)}{item.returnReason ? <span className={styles.returned}>　{copy.returned(item.returnReason)}</span> : null}</small></span>
    ) },
    { key: 'kind', title: copy.columns.kind, width: 120, dataIndex: 'kindLabel', filters: GUIDE_KINDS.map((kind) => ({ text: GUIDE_KIND_LABELS[kind], value: kind })), onFilter: (kind, item) => item.kind === kind },
    { key: 'topic', title: copy.columns.topic, width: 110, dataIndex: 'topicLabel', filters: [...new Set((query.data?.items ?? []).map((item) => item.topicLabel))].map((label) => ({ text: label, value: label })), onFilter: (label, item) => item.topicLabel === label },
    { key: 'state', title: copy.columns.state, width: 130, render: (_, item) => <StateTag tone={toneOf(item)}>{wordOf(item)}</StateTag> },
    { key: 'period', title: copy.columns.period, width: 220, render: (_, item) => (item.effectiveFrom === null ? <span className="muted">{copy.noDay}</span> : item.effectiveTo === null ? copy.from(item.effectiveFrom) : copy.period(item.effectiveFrom, item.effectiveTo)) },
    { key: 'written', title: copy.columns.by, width: 210, sorter: (a, b) => a.writtenAt - b.writtenAt, sortOrder: sorting.order('written'), render: (_, item) => <span className={styles.two}><span>{copy.by(item.writtenBy, item.decidedBy)}</span><small>{momentText(item.writtenAt)}</small></span> },
  ];
  return (
    <Page title={copy.title} lead={copy.lead} testId="guide" action={<Button size="large" type="primary" onClick={() => setWriting({ kind: 'new' })} data-testid="guide-add">{copy.add}</Button>}>
      <Segmented<Scope> value={scope} onChange={setScope} options={SCOPES.map((value) => ({ value, label: copy.scopes[value] }))} style={{ justifySelf: 'start' }} data-testid="guide-scope" />
      <Loaded query={query} lines={8}>
        {({ items }) => (items.length === 0 ? <Blank icon={<ReadOutlined />} title={copy.emptyTitle[scope]} body={copy.emptyBody} testId="guide-empty" /> : (
          <Table<GuideVersionView> rowKey="id" size="middle" columns={columns} dataSource={items} onChange={sorting.onChange} pagination={{ current: sorting.page, pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }} />
        ))}
      </Loaded>
      {looked && !writing ? <VersionDialog item={looked} onClose={() => setLooked(null)} onDone={done} onWrite={setWriting} /> : null}
      {writing ? <WordsDialog writing={writing} onClose={() => setWriting(null)} onSaved={done} /> : null}
    </Page>
  );
}
