import { CheckCircleOutlined } from '@ant-design/icons';
import type { DeadlineList, DeadlineView } from '@hall/shared/api/views';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Segmented, Select, Table } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { sentenceOfStep } from '../../kit/api/problem.ts';
import { dayOf, now } from '../../kit/clock.ts';
import { deadlinesCopy as copy } from '../../kit/copy/deadlines.copy.ts';
import { ExtendDialog } from '../../kit/deadline/ExtendDialog.tsx';
import { Page } from '../../kit/layout/Page.tsx';
import { saveFile } from '../../kit/print/print.ts';
import { useMe } from '../../kit/session/use-me.ts';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { useAddress } from '../../kit/use-address.ts';
import { useSorting } from '../../kit/use-sorting.ts';
import { ActsFor } from './ActsFor.tsx';
import { columnsOf } from './columns.tsx';
import type { Rights, Scope } from './deadlines.view.ts';
import { SCOPES, narrowed, rightsOf, scopeOf, wordsOf } from './deadlines.view.ts';
import styles from './Deadlines.module.css';
import { HandOnDialog } from './HandOnDialog.tsx';
import { PauseDialog } from './PauseDialog.tsx';

/** What is asked about in a dialog before it is done. */
type Asked = 'extend' | 'pause' | 'hand-on';

const KEY = 'deadlines';
const AGAIN_AFTER_MS = 60_000;

/** What is owed and whose it is: everything for who watches over it, to everybody else what is theirs. */
export function DeadlinesPage() {
  return <Loaded query={useMe()}>{({ permissions }) => <Owed rights={rightsOf(permissions)} />}</Loaded>;
}

function Owed({ rights }: { rights: Rights }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [word, setScope] = useAddress('scope', 'overdue', 'page');
  const scope = rights.watch ? scopeOf(word) : 'mine';
  const [step, setStep] = useAddress('step', '', 'page');
  const [department, setDepartment] = useAddress('department', '', 'page');
  const [owner, setOwner] = useAddress('owner', '', 'page');
  const sorting = useSorting<DeadlineView>('due');
  const [asked, setAsked] = useState<{ act: Asked; item: DeadlineView } | null>(null);
  const query = useQuery({ queryKey: [KEY, scope], queryFn: () => api.get<DeadlineList>(`/staff/deadlines?scope=${scope}`), refetchInterval: AGAIN_AFTER_MS });
  const fail = (error: unknown) => { void message.error(sentenceOfStep(error)); void client.invalidateQueries({ queryKey: [KEY] }); };
  const done = (words: string) => { setAsked(null); void message.success(words); void client.invalidateQueries({ queryKey: [KEY] }); };
  const resume = useMutation({ mutationFn: (item: DeadlineView) => api.post(`/staff/deadlines/${item.id}/resume`, { version: item.version }), onSuccess: () => done(copy.resumeDone), onError: fail });
  // A refusal may mean that it moved on meanwhile: the dialog goes on with the row as it is now.
  const again = () => void client.invalidateQueries({ queryKey: [KEY] });
  const fresh = asked && (query.data?.items.find(({ id }) => id === asked.item.id) ?? asked.item);
  const act = (name: string, item: DeadlineView) => (name === 'resume' ? resume.mutate(item) : setAsked({ act: name as Asked, item }));
  const [, setParams] = useSearchParams();
  const clear = () => setParams(scope === 'overdue' || !rights.watch ? {} : { scope }, { replace: true });
  const filter = (value: string, set: (value: string) => void, all: string, words: string[], testId: string) =>
    <Select value={value} onChange={set} style={{ minWidth: 140 }} options={[{ value: '', label: all }, ...words.map((each) => ({ value: each, label: each }))]} data-testid={testId} />;

  return (
    <Page title={rights.watch ? copy.title : copy.titleMine} lead={rights.watch ? copy.lead : copy.leadMine} testId="deadlines" action={rights.watch ? (
      <span className={styles.bar}>
        <Link to="/deadlines/rules" data-testid="deadline-rules-link">{copy.rules}</Link>
        <Button size="large" onClick={() => void saveFile(`/staff/deadlines/list.xlsx?scope=${scope}`, copy.fileName(dayOf(now()))).catch(fail)} data-testid="deadline-export">{copy.export}</Button>
      </span>
    ) : null}>
      <ActsFor />
      <Loaded query={query}>
        {({ items }) => {
          const shown = narrowed(items, { step, department, owner });
          const awaiting = items.filter((item) => item.state === 'awaiting-calendar').length;
          return (
            <>
              {awaiting > 0 ? <Alert type="warning" showIcon title={copy.awaiting(awaiting)} data-testid="deadlines-awaiting" /> : null}
              <div className={styles.bar}>
                {rights.watch ? <Segmented<Scope> value={scope} onChange={setScope} options={SCOPES.map((value) => ({ value, label: copy.scopes[value] }))} data-testid="deadline-scope" /> : null}
                {filter(step, setStep, copy.kind, wordsOf(items, (item) => item.stepLabel), 'deadline-step')}
                {rights.watch ? filter(department, setDepartment, copy.department, wordsOf(items, (item) => item.departmentName), 'deadline-department') : null}
                {rights.watch ? filter(owner, setOwner, copy.owner, wordsOf(items, (item) => item.ownerName), 'deadline-owner') : null}
              </div>
              {shown.length === 0 ? (
                <Blank icon={<CheckCircleOutlined />} title={items.length === 0 ? copy.emptyTitle[scope] : copy.filteredTitle} body={items.length === 0 ? copy.emptyBody : copy.filteredBody}
                  {...(items.length === 0 ? {} : { action: <Button onClick={clear}>{copy.clear}</Button> })} testId="deadlines-empty" />
              ) : (
                <Table<DeadlineView> rowKey="id" size="middle" columns={columnsOf(sorting, rights, act)} dataSource={shown} onChange={sorting.onChange} pagination={{ current: sorting.page, pageSize: 8, hideOnSinglePage: true, showSizeChanger: false }} />
              )}
            </>
          );
        }}
      </Loaded>
      {asked?.act === 'extend' ? <ExtendDialog item={fresh ?? asked.item} onRefused={again} onClose={() => setAsked(null)} onDone={() => done(copy.extendDone)} /> : null}
      {asked?.act === 'pause' ? <PauseDialog item={fresh ?? asked.item} onRefused={again} onClose={() => setAsked(null)} onDone={() => done(copy.pauseDone)} /> : null}
      {asked?.act === 'hand-on' ? <HandOnDialog item={fresh ?? asked.item} onRefused={again} onClose={() => setAsked(null)} onDone={done} /> : null}
    </Page>
  );
}
