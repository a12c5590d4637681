import { TeamOutlined } from '@ant-design/icons';
import type { AccountImportView, AccountRoomView, AccountView, FirstKeyList, FirstKeyView, HouseChange } from '@hall/shared/api/views';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Table } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { sentencesOf } from '../../kit/api/problem.ts';
import { dayWords, now } from '../../kit/clock.ts';
import { adminCopy } from '../../kit/copy/admin.copy.ts';
import { forget } from '../../kit/draft/keeper.ts';
import { ChangeDialog } from '../../kit/house/ChangeDialog.tsx';
import { Plans } from '../../kit/house/Plans.tsx';
import { SheetBar } from '../../kit/house/SheetBar.tsx';
import styles from '../../kit/house/house.module.css';
import { Page } from '../../kit/layout/Page.tsx';
import { useMe } from '../../kit/session/use-me.ts';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { AccountForm, type AccountWords } from './AccountForm.tsx';
import { draftOf, found, standingOf, stepDraft, wrongIn } from './accounts.view.ts';
import { KeysDialog } from './KeysDialog.tsx';
import { ReadStaff } from './ReadStaff.tsx';
import { StepDialog, type AccountStepName } from './StepDialog.tsx';

const copy = adminCopy.accounts;
const PATH = '/staff/accounts';
const KEY = ['accounts'];
const NOBODY: AccountWords = { userName: '', name: '', badgeNumber: '', post: '', departmentId: null };

/** Who has an account. Rights are given elsewhere, by somebody else. */
export function AccountsPage() {
  const client = useQueryClient();
  const { message } = App.useApp();
  const me = useMe();
  const query = useQuery({ queryKey: KEY, queryFn: () => api.get<AccountRoomView>(PATH) });
  const [words, setWords] = useState('');
  const [edited, setEdited] = useState<AccountView | 'new' | null>(null);
  const [step, setStep] = useState<{ account: AccountView; step: AccountStepName } | null>(null);
  const [changes, setChanges] = useState<HouseChange[] | null>(null);
  const [keys, setKeys] = useState<FirstKeyView[] | null>(null);
  const [brought, setBrought] = useState<AccountImportView | null>(null);
  const took = (room: AccountRoomView) => client.setQueryData(KEY, room);
  const fail = (error: unknown) => void message.error(sentencesOf(error).join('；'));
  const begin = useMutation({ mutationFn: (accounts: AccountWords[]) => api.create<FirstKeyList>(PATH, { accounts }), onSuccess: ({ items }) => { if (edited === 'new') forget('browser', draftOf(edited)); setKeys(items); setEdited(null); setBrought(null); void query.refetch(); } });
  const renew = useMutation({ mutationFn: ({ account, step: how, reason }: { account: AccountView; step: AccountStepName; reason: string }) => api.post<FirstKeyList>(`${PATH}/${account.id}/${how}`, { reason, version: account.version }), onSuccess: ({ items }, { account, step: how }) => { forget('browser', stepDraft(account.id, how)); setKeys(items); setStep(null); void query.refetch(); }, onError: fail });
  const close = useMutation({ mutationFn: ({ account, reason }: { account: AccountView; reason: string }) => api.post<AccountRoomView>(`${PATH}/${account.id}/close`, { reason, version: account.version }), onSuccess: (room, { account }) => { forget('browser', stepDraft(account.id, 'close')); took(room); setStep(null); void message.success(copy.closedDone); }, onError: fail });
  return (
    <Page title={copy.title} lead={copy.lead} testId="accounts" action={<Button type="primary" size="large" disabled={!query.data} onClick={() => { begin.reset(); setEdited('new'); }} data-testid="account-add">{copy.add}</Button>}>
      <div className={styles.bar}><Input.Search allowClear style={{ width: 320 }} placeholder={copy.search} value={words} onChange={(event) => setWords(event.target.value)} data-testid="account-search" /><SheetBar<AccountImportView> path={PATH} fileName={copy.fileName} onRead={setBrought} /></div>
      <Loaded query={query}>
        {({ items, plans, departments }) => (
          <>
            {items.length === 0 ? <Blank icon={<TeamOutlined />} title={copy.emptyTitle} body={copy.emptyBody} testId="accounts-empty" /> : (
              <Table<AccountView> rowKey="id" size="middle" pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }} dataSource={found(items, words)} columns={[
                { title: copy.columns.badge, dataIndex: 'badgeNumber', width: 90 }, { title: copy.columns.name, dataIndex: 'name', width: 110, ellipsis: true }, { title: copy.columns.userName, dataIndex: 'userName', ellipsis: true },
                { title: copy.columns.post, dataIndex: 'post', ellipsis: true }, { title: copy.columns.department, dataIndex: 'departmentName', ellipsis: true }, { title: copy.columns.roles, ellipsis: true, render: (_, { rolesInWords }) => rolesInWords || <span className="muted">{copy.none}</span> },
                { title: copy.columns.state, width: 150, render: (_, account) => { const { tone, label } = standingOf(account, now()); return <StateTag tone={account.planned ? 'info' : tone} testId={`account-state-${account.userName}`}>{account.planned ? adminCopy.house.planned(dayWords(account.planned.effectiveFrom)) : label}</StateTag>; } },
                { title: copy.columns.acts, width: 210, render: (_, account) => (account.active ? (
                  <span className={styles.acts}>
                    <Button size="small" disabled={account.planned !== null} onClick={() => setEdited(account)} data-testid={`account-edit-${account.userName}`}>{copy.edit}</Button>
                    {account.id === me.data?.id ? null : <><Button size="small" onClick={() => setStep({ account, step: 'reset' })} data-testid={`account-reset-${account.userName}`}>{copy.reset}</Button><Button size="small" danger onClick={() => setStep({ account, step: 'close' })} data-testid={`account-close-${account.userName}`}>{copy.close}</Button></>}
                  </span>
                ) : <Button size="small" onClick={() => setStep({ account, step: 'reopen' })} data-testid={`account-reopen-${account.userName}`}>{copy.reopen}</Button>) },
              ]} />
            )}
            <Plans<AccountRoomView> path={PATH} plans={plans} onSaved={took} />
            {edited !== null ? <AccountForm key={edited === 'new' ? 'new' : edited.id} begins={edited === 'new' ? NOBODY : edited} fixed={edited !== 'new'} draft={draftOf(edited)} departments={departments} busy={begin.isPending} fault={begin.error ? wrongIn(sentencesOf(begin.error)) : null} onClose={() => setEdited(null)} onNext={({ userName, ...facts }) => {
              if (edited === 'new') begin.mutate([{ userName: userName.trim(), ...facts }]);
              else setChanges([{ subjectId: edited.id, stamp: edited.stamp, after: { ...facts, name: facts.name, badgeNumber: facts.badgeNumber, post: facts.post, departmentId: facts.departmentId } }]);
            }} /> : null}
          </>
        )}
      </Loaded>
      {brought ? <ReadStaff brought={brought} busy={begin.isPending} onBegin={() => begin.mutate(brought.begins.map(({ account }) => account), { onError: fail })} onChange={() => { setChanges(brought.changes.map(({ change }) => change)); setBrought(null); }} onClose={() => setBrought(null)} /> : null}
      {changes ? <ChangeDialog<AccountRoomView> path={PATH} changes={changes} onSaved={(room) => { if (edited !== null) forget('browser', draftOf(edited)); took(room); setEdited(null); }} onClose={() => setChanges(null)} /> : null}
      {step ? <StepDialog {...step} colleagues={query.data?.items ?? []} busy={renew.isPending || close.isPending} onGo={(reason) => (step.step === 'close' ? close.mutate({ account: step.account, reason }) : renew.mutate({ ...step, reason }))} onClose={() => setStep(null)} /> : null}
      {keys ? <KeysDialog keys={keys} onClose={() => setKeys(null)} /> : null}
    </Page>
  );
}
