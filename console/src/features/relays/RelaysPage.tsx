import { NotificationOutlined } from '@ant-design/icons';
import type { RelayList } from '@hall/shared/api/views';
import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { momentText } from '../../kit/clock.ts';
import { relaysCopy as copy } from '../../kit/copy/relays.copy.ts';
import { Page } from '../../kit/layout/Page.tsx';
import { useMay } from '../../kit/session/use-me.ts';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { useAddress } from '../../kit/use-address.ts';
import { progressOf, standingOf, unreadNames } from './relays.view.ts';
import styles from './Relays.module.css';
import { SendDialog } from './SendDialog.tsx';

type Box = 'received' | 'sent';

/** What must reach people: what reached me, and, for those who may send, how far each has got. */
export function RelaysPage() {
  const maySend = useMay('relay.send');
  const [word, setBox] = useAddress('box', 'received');
  const box: Box = maySend && word === 'sent' ? 'sent' : 'received';
  const [sending, setSending] = useState(false);
  const query = useQuery({ queryKey: ['relays', box], queryFn: () => api.get<RelayList>(box === 'sent' ? '/staff/relays/sent' : '/staff/relays') });
  return (
    <Page title={copy.title} lead={copy.lead} testId="relays" action={maySend ? <Button type="primary" size="large" onClick={() => setSending(true)} data-testid="relay-send">{copy.send}</Button> : null}>
      {maySend ? <Segmented<Box> value={box} onChange={setBox} style={{ justifySelf: 'start' }} options={(['received', 'sent'] as const).map((value) => ({ value, label: copy.boxes[value] }))} data-testid="relay-box" /> : null}
      <Loaded query={query}>
        {({ items }) => (items.length === 0 ? <Blank icon={<NotificationOutlined />} title={copy.emptyTitle[box]} body={copy.emptyBody[box]} testId="relays-empty" /> : (
          <div className={styles.list}>
            {items.map((relay) => {
              const { word: state, tone } = box === 'sent' ? progressOf(relay) : standingOf(relay);
              return (
                <Link key={relay.id} to={`/relays/${relay.id}`} className={styles.item} data-testid={`relay-${relay.id}`}>
                  <span><strong>{relay.title}</strong><small>{copy.by(relay.sentByName, momentText(relay.sentAt))}{relay.mine && relay.dueAt !== null ? ` · ${copy.due(momentText(relay.dueAt))}` : ''}</small>{box === 'sent' && !relay.withdrawn && unreadNames(relay).length > 0 ? <small>{copy.unreadBy(unreadNames(relay))}</small> : null}</span>
                  <StateTag tone={tone}>{state}</StateTag>
                </Link>
              );
            })}
          </div>
        ))}
      </Loaded>
      {sending ? <SendDialog onClose={() => setSending(false)} onSent={() => { setSending(false); setBox('sent'); }} /> : null}
    </Page>
  );
}
