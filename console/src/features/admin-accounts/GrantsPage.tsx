import type { AccountRoomView, AccountView, HouseChange } from '@hall/shared/api/views';
import { ROLE_LABELS, type StaffRole } from '@hall/shared/identity/permissions';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Modal, Table } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { dayWords } from '../../kit/clock.ts';
import { adminCopy } from '../../kit/copy/admin.copy.ts';
import { ChangeDialog } from '../../kit/house/ChangeDialog.tsx';
import { Plans } from '../../kit/house/Plans.tsx';
import styles from '../../kit/house/house.module.css';
import { Page } from '../../kit/layout/Page.tsx';
import { useMe } from '../../kit/session/use-me.ts';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { found } from './accounts.view.ts';

const [copy, words] = [adminCopy.grants, adminCopy.accounts];
const PATH = '/staff/grants';
const KEY = ['grants'];
const ROLES = (Object.keys(ROLE_LABELS) as StaffRole[]).map((role) => ({ value: role, label: ROLE_LABELS[role] }));

/** Who may do what, given by the security administrator and to nobody by themselves. */
export function GrantsPage() {
  const client = useQueryClient();
  const me = useMe();
  const query = useQuery({ queryKey: KEY, queryFn: () => api.get<AccountRoomView>(PATH) });
  const [sought, setSought] = useState('');
  const [edited, setEdited] = useState<{ account: AccountView; roles: StaffRole[] } | null>(null);
  const [changes, setChanges] = useState<HouseChange[] | null>(null);
  const took = (room: AccountRoomView) => client.setQueryData(KEY, room);
  return (
    <Page title={copy.title} lead={copy.lead} testId="grants">
      <div className={styles.bar}><Input.Search allowClear style={{ width: 320 }} placeholder={words.search} value={sought} onChange={(event) => setSought(event.target.value)} data-testid="grant-search" /></div>
      <Loaded query={query}>
        {({ items, plans }) => (
          <>
            <Table<AccountView> rowKey="id" size="middle" pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }} dataSource={found(items.filter(({ active }) => active), sought)} columns={[
              { title: words.columns.badge, dataIndex: 'badgeNumber', width: 90 }, { title: words.columns.name, dataIndex: 'name', width: 130, ellipsis: true }, { title: words.columns.post, dataIndex: 'post', ellipsis: true }, { title: words.columns.department, dataIndex: 'departmentName', ellipsis: true },
              { title: words.columns.roles, render: (_, account) => <>{account.rolesInWords || <span className="muted">{copy.none}</span>} {account.planned ? <StateTag tone="info">{adminCopy.house.planned(dayWords(account.planned.effectiveFrom))}</StateTag> : null}</> },
              { title: words.columns.acts, width: 180, render: (_, account) => (account.id === me.data?.id ? <span className="muted">{copy.own}</span> : <Button size="small" disabled={account.planned !== null} onClick={() => setEdited({ account, roles: account.roles as StaffRole[] })} data-testid={`grant-edit-${account.userName}`}>{copy.edit}</Button>) },
            ]} />
            <Plans<AccountRoomView> path={PATH} plans={plans} onSaved={took} />
          </>
        )}
      </Loaded>
      {edited ? (
        <Modal open title={copy.editTitle(edited.account.name)} okText={copy.ok} cancelText={words.cancel} onCancel={() => setEdited(null)} onOk={() => setChanges([{ subjectId: edited.account.id, stamp: edited.account.rolesStamp, after: { roles: edited.roles } }])} okButtonProps={{ 'data-testid': 'grant-next' }}>
          <Checkbox.Group className={styles.choices ?? ''} value={edited.roles} options={ROLES} onChange={(roles) => setEdited({ ...edited, roles })} data-testid="grant-roles" />
        </Modal>
      ) : null}
      {changes ? <ChangeDialog<AccountRoomView> path={PATH} changes={changes} onSaved={(room) => { took(room); setEdited(null); }} onClose={() => setChanges(null)} /> : null}
    </Page>
  );
}
