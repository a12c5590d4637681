import { NotificationOutlined } from '@ant-design/icons';
import type { RelayList } from '@hall/shared/api/views';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'react-router';
import { api } from '../api/api.ts';
import { relaysCopy as copy } from '../copy/relays.copy.ts';
import styles from './Shell.module.css';

const AGAIN_AFTER_MS = 120_000;

/** Says that a message waits to be acknowledged, on every page but its own. */
export function RelayBanner() {
  const { pathname } = useLocation();
  const waiting = useQuery({ queryKey: ['relays', 'received'], queryFn: () => api.get<RelayList>('/staff/relays'), refetchInterval: AGAIN_AFTER_MS, staleTime: AGAIN_AFTER_MS / 2 }).data;
  const first = waiting?.items.find((relay) => relay.mine);
  if (!waiting || !first || pathname.startsWith('/relays')) return null;
  return (
    <div className={styles.relay} data-testid="relay-banner">
      <NotificationOutlined /><span>{copy.banner(waiting.owed, first.title)}</span><Link to={waiting.owed === 1 ? `/relays/${first.id}` : '/relays'}>{copy.bannerOpen}</Link>
    </div>
  );
}
