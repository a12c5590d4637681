import type { StaffInboxItemView, StaffInboxList } from '@hall/shared/api/views';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { momentText } from '../../kit/clock.ts';
import { accountCopy as copy } from '../../kit/copy/account.copy.ts';
import { Card } from '../../kit/layout/Page.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import styles from './Account.module.css';

const KEY = ['staff-inbox'] as const;

/** What the house has told this member of staff, the newest first. */
export function Inbox() {
  const client = useQueryClient();
  const go = useNavigate();
  const query = useQuery({ queryKey: KEY, queryFn: () => api.get<StaffInboxList>('/staff/inbox') });
  const read = async (item: StaffInboxItemView) => {
    if (!item.read) await api.post(`/staff/inbox/${item.id}/read`).catch(() => undefined);
    void client.invalidateQueries({ queryKey: KEY });
    if (item.link && item.link !== '/account') void go(item.link);
  };
  return (
    <Card testId="staff-inbox">
      <h2>{copy.inbox}</h2>
      <Loaded query={query}>
        {({ items }) => (items.length === 0 ? <p className="muted">{copy.inboxEmpty}</p> : (
          <ul className={styles.messages}>
            {items.map((item) => (
              <li key={item.id} className={item.read ? styles.read : undefined} data-testid={`message-${item.id}`}>
                <div><strong>{item.title}</strong> {item.read ? null : <StateTag tone={item.urgent ? 'accent' : 'info'}>{copy.unread}</StateTag>}<span className="muted"> {momentText(item.at)}</span><p>{item.body}</p></div>
                {item.link || !item.read ? <Button size="small" onClick={() => void read(item)}>{copy.open}</Button> : null}
              </li>
            ))}
          </ul>
        ))}
      </Loaded>
    </Card>
  );
}
