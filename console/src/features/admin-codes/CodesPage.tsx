import { TagsOutlined } from '@ant-design/icons';
import type { CodeTableCardList, HouseChange, HouseImportView, HouseRoomView, HouseSubjectView } from '@hall/shared/api/views';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Segmented, Table } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { dayWords } from '../../kit/clock.ts';
import { adminCopy } from '../../kit/copy/admin.copy.ts';
import { forget } from '../../kit/draft/keeper.ts';
import { ChangeDialog } from '../../kit/house/ChangeDialog.tsx';
import { Plans } from '../../kit/house/Plans.tsx';
import { ReadSheet } from '../../kit/house/ReadSheet.tsx';
import { SheetBar } from '../../kit/house/SheetBar.tsx';
import styles from '../../kit/house/house.module.css';
import { Page } from '../../kit/layout/Page.tsx';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { useAddress } from '../../kit/use-address.ts';
import { CodeDialog } from './CodeDialog.tsx';
import { blankCode, changeOf, factsOf, type CodeFacts } from './codes.view.ts';

const copy = adminCopy.codes;

/** What people choose from when they fill in a form: kept from a day on, closed and never taken away. */
export function CodesPage() {
  const client = useQueryClient();
  const tables = useQuery({ queryKey: ['code-cards'], queryFn: () => api.get<CodeTableCardList>('/staff/code-tables') });
  const [said, setTable] = useAddress('table', 'area');
  const cards = tables.data?.items ?? [];
  const card = cards.find(({ table }) => table === said) ?? cards[0];
  const path = `/staff/code-tables/${card?.table ?? 'area'}`;
  const query = useQuery({ queryKey: ['codes', path], queryFn: () => api.get<HouseRoomView>(path), enabled: card !== undefined });
  const [edited, setEdited] = useState<{ subject: HouseSubjectView | null; begins: CodeFacts } | null>(null);
  const [changes, setChanges] = useState<HouseChange[] | null>(null);
  const [brought, setBrought] = useState<HouseImportView | null>(null);
  /** Of the entry as it stands: when somebody changes it meanwhile, what was typed over the former one is not offered. */
  const draftOf = (subject: HouseSubjectView | null) => `code.${path}.${subject ? `${subject.id}.${subject.stamp}` : 'new'}`;
  const took = (view: HouseRoomView) => { client.setQueryData(['codes', path], view); void client.invalidateQueries({ queryKey: ['code-cards'] }); };
  return (
    <Page title={copy.title} lead={copy.lead} testId="codes" action={<Button type="primary" size="large" disabled={!query.data} onClick={() => setEdited({ subject: null, begins: blankCode(query.data?.items ?? []) })} data-testid="code-add">{copy.add}</Button>}>
      <Loaded query={tables}>
        {({ items }) => (
          <div className={styles.bar}>
            <Segmented value={card?.table ?? ''} onChange={setTable} options={items.map(({ table, label }) => ({ value: table, label }))} data-testid="code-tables" />
            <SheetBar<HouseImportView> path={path} fileName={`${card?.label ?? ''}.xlsx`} onRead={setBrought} />
          </div>
        )}
      </Loaded>
      {card ? <p className="muted">{card.meaning} · {copy.open(card.open)}{card.closed > 0 ? ` · ${copy.closed(card.closed)}` : ''}</p> : null}
      <Loaded query={query}>
        {({ items, plans }) => (
          <>
            {items.length === 0 ? <Blank icon={<TagsOutlined />} title={copy.emptyTitle} body={copy.emptyBody} testId="codes-empty" /> : (
              <Table<HouseSubjectView> rowKey="id" size="middle" pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }} dataSource={items} columns={[
                { title: copy.columns.label, ellipsis: true, render: (_, each) => factsOf(each).label }, { title: copy.columns.code, width: 220, ellipsis: true, render: (_, each) => <code>{factsOf(each).code}</code> }, { title: copy.columns.position, width: 80, render: (_, each) => factsOf(each).position },
                { title: copy.columns.state, width: 110, render: (_, each) => <StateTag tone={factsOf(each).closed ? 'quiet' : 'ok'}>{factsOf(each).closed ? copy.gone : copy.inUse}</StateTag> },
                { title: '', width: 170, render: (_, { planned }) => (planned ? <StateTag tone="info">{adminCopy.house.planned(dayWords(planned.effectiveFrom))}</StateTag> : null) },
                { title: copy.columns.acts, width: 90, render: (_, subject) => <Button size="small" disabled={subject.planned !== null} onClick={() => setEdited({ subject, begins: factsOf(subject) })} data-testid={`code-edit-${factsOf(subject).code}`}>{copy.edit}</Button> },
              ]} />
            )}
            <Plans<HouseRoomView> path={path} plans={plans} onSaved={took} />
          </>
        )}
      </Loaded>
      {edited ? <CodeDialog key={edited.subject?.id ?? 'new'} begins={edited.begins} fixed={edited.subject !== null} draft={draftOf(edited.subject)} onClose={() => setEdited(null)} onNext={(facts) => { setChanges([changeOf(edited.subject, facts)]); setEdited({ ...edited, begins: facts }); }} /> : null}
      {brought ? <ReadSheet brought={brought} onTake={(taken) => { setBrought(null); setChanges(taken); }} onClose={() => setBrought(null)} /> : null}
      {changes ? <ChangeDialog<HouseRoomView> path={path} changes={changes} onSaved={(view) => { if (edited) forget('browser', draftOf(edited.subject)); took(view); setEdited(null); }} onClose={() => setChanges(null)} /> : null}
    </Page>
  );
}
