import type { AccountOpenWorkView, AccountView, OpenWorkView } from '@hall/shared/api/views';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { sentencesOf } from '../../kit/api/problem.ts';
import { adminCopy } from '../../kit/copy/admin.copy.ts';
import styles from '../../kit/house/house.module.css';
import { successors } from './accounts.view.ts';

const copy = adminCopy.accounts;

/** What is still in somebody's hands: given to a colleague here, or let go where it passes to nobody; the rest is ended in its own room. */
export function OpenWork({ account, items, colleagues, reason }: { account: AccountView; items: readonly OpenWorkView[]; colleagues: readonly AccountView[]; reason: string }) {
  const client = useQueryClient();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const give = useMutation({ mutationFn: ({ key, toStaffId }: { key: string; toStaffId: string | null }) => api.post<AccountOpenWorkView>(`/staff/accounts/${account.id}/hand-on`, { key, toStaffId, reason: reason.trim() }), onSuccess: (open) => client.setQueryData(['open-work', account.id], open) });
  if (items.length === 0) return <p className="muted" data-testid="nothing-open">{copy.nothingOpen}</p>;
  return (
    <div className={styles.form} data-testid="open-work">
      <Alert type="warning" showIcon title={copy.openTitle} description={reason.trim().length < 2 ? copy.reasonFirst : undefined} />
      {give.error ? <Alert type="error" showIcon title={sentencesOf(give.error).join('；')} data-testid="hand-on-fault" /> : null}
      <ul className={`${styles.plans} ${styles.scroll}`}>
        {items.map(({ text, key, needs }) => (
          <li key={key ?? text}>
            <div>{text}</div>
            {key === null ? null : needs === null ? (
              <span className={styles.acts}><Button size="small" disabled={reason.trim().length < 2} loading={give.isPending && give.variables.key === key} onClick={() => give.mutate({ key, toStaffId: null })} data-testid={`let-go-${key}`}>{copy.letGo}</Button>{key.startsWith('relay:') ? <small className="muted">{copy.notSignedFor}</small> : null}</span>
            ) : (
              <span className={styles.acts}>
                <Select size="small" style={{ width: 150 }} showSearch optionFilterProp="label" placeholder={copy.successor} value={chosen[key] ?? null} options={successors(colleagues, account.id, needs).map(({ id, name, post }) => ({ value: id, label: `${name} ${post}` }))} onChange={(id: string) => setChosen({ ...chosen, [key]: id })} data-testid={`successor-${key}`} />
                <Button size="small" disabled={!chosen[key] || reason.trim().length < 2} loading={give.isPending && give.variables.key === key} onClick={() => give.mutate({ key, toStaffId: chosen[key]! })} data-testid={`hand-on-${key}`}>{copy.handOn}</Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
