import { BellOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Suspense, lazy, useState } from 'react';
import { inboxCopy as copy } from '../copy/inbox.copy.ts';
import styles from './Inbox.module.css';
import { bellText } from './inbox.view.ts';
import { useUnread } from './use-unread.ts';

const InboxDrawer = lazy(async () => ({ default: (await import('./InboxDrawer.tsx')).InboxDrawer }));

/** The bell in the frame: how many messages are unread, and the drawer with them. */
export function Bell() {
  const unread = useUnread();
  const [open, setOpen] = useState(false);
  const count = bellText(unread);
  return (
    <>
      <Button type="text" className={styles.bell ?? ''} icon={<BellOutlined />} aria-label={copy.bell(unread)} title={copy.bell(unread)} onClick={() => setOpen(true)} data-testid="bell">
        {count ? <span className={styles.count} data-testid="bell-count">{count}</span> : null}
      </Button>
      {open ? <Suspense fallback={null}><InboxDrawer unread={unread} onClose={() => setOpen(false)} /></Suspense> : null}
    </>
  );
}
