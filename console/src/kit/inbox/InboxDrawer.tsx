import { BellOutlined } from '@ant-design/icons';
import type { StaffInboxItemView, StaffInboxList } from '@hall/shared/api/views';
import type { InfiniteData } from '@tanstack/react-query';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer } from 'antd';
import { useNavigate } from 'react-router';
import { api } from '../api/api.ts';
import { momentText } from '../clock.ts';
import { inboxCopy as copy } from '../copy/inbox.copy.ts';
import { Blank, Fault, Skeleton } from '../state/Blank.tsx';
import { StateTag } from '../state/StateTag.tsx';
import styles from './Inbox.module.css';
import { messagesOf, newestOf, readIn } from './inbox.view.ts';
import { INBOX } from './use-unread.ts';

const LIST = [...INBOX, 'list'] as const;
const pageFrom = (cursor: string | null) => api.get<StaffInboxList>(cursor === null ? '/staff/inbox' : `/staff/inbox?cursor=${encodeURIComponent(cursor)}`);

/** What the house has told this member of staff, the unread first. Opening a message reads it and leads to its room. */
export function InboxDrawer({ unread, onClose }: { unread: number; onClose: () => void }) {
  const client = useQueryClient();
  const go = useNavigate();
  const { message } = App.useApp();
  const query = useInfiniteQuery({ queryKey: LIST, queryFn: ({ pageParam }) => pageFrom(pageParam), initialPageParam: null as string | null, getNextPageParam: ({ nextCursor }) => nextCursor });
  const open = (item: StaffInboxItemView) => {
    if (item.link) { onClose(); void go(item.link); }
    if (item.read) return;
    // Said at once; the counting follows when the server knows.
    client.setQueryData<InfiniteData<StaffInboxList>>(LIST, (held) => held && { ...held, pages: readIn(held.pages, item.id) });
    void api.post(`/staff/inbox/${item.id}/read`).catch(() => undefined).then(() => client.invalidateQueries({ queryKey: [...INBOX, 'unread'] }));
  };
  const readAll = useMutation({
    mutationFn: (until: number) => api.post('/staff/inbox/read-all', { until }),
    onSuccess: () => client.invalidateQueries({ queryKey: INBOX }),
    onError: () => void message.error(copy.readAllFailed),
  });
  const messages = query.data ? messagesOf(query.data.pages) : [];
  return (
    <Drawer open size={420} title={copy.title} extra={<span className={styles.extra}><span className="muted" data-testid="inbox-unread">{copy.unreadCount(unread)}</span>{unread > 0 && messages.length > 0 ? <Button size="small" loading={readAll.isPending} onClick={() => readAll.mutate(newestOf(messages))} data-testid="inbox-read-all">{copy.readAll}</Button> : null}</span>} onClose={onClose} styles={{ body: { padding: 0 } }} data-testid="inbox">
      {query.data === undefined ? (query.isError ? <Fault error={query.error} onRetry={() => void query.refetch()} /> : <div className={styles.waiting}><Skeleton lines={8} /></div>)
        : messages.length === 0 ? <Blank icon={<BellOutlined />} title={copy.emptyTitle} body={copy.emptyBody} testId="inbox-empty" /> : (
          <>
            <ul className={styles.messages}>
              {messages.map((item) => (
                <li key={item.id} className={item.read ? styles.read : undefined}>
                  <button type="button" onClick={() => open(item)} data-testid={`message-${item.id}`}>
                    <span className={styles.head}><strong>{item.title}</strong>{item.read ? null : <StateTag tone={item.urgent ? 'accent' : 'info'}>{item.urgent ? copy.urgent : copy.unread}</StateTag>}</span>
                    <span>{item.body}</span>
                    <small>{momentText(item.at)}{item.link ? ` · ${copy.go}` : item.read ? '' : ` · ${copy.read}`}</small>
                  </button>
                </li>
              ))}
            </ul>
            {query.hasNextPage ? <div className={styles.more}><Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()} data-testid="inbox-more">{copy.more}</Button></div> : null}
          </>
        )}
    </Drawer>
  );
}
