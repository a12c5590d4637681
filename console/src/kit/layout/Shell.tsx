import { DisconnectOutlined, LockOutlined, LogoutOutlined } from '@ant-design/icons';
import { App as Toasts, Button, Tooltip } from 'antd';
import { Suspense, lazy } from 'react';
import { Link, Outlet, useNavigate } from 'react-router';
import { clockText } from '../clock.ts';
import { layoutCopy as copy } from '../copy/layout.copy.ts';
import { sessionCopy } from '../copy/session.copy.ts';
import { Bell } from '../inbox/Bell.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { network } from '../network/network.store.ts';
import { ExpiredGate, LockGate, useIdleLock, useLeave } from '../session/Gates.tsx';
import { lock, session } from '../session/session.store.ts';
import { stepUpAsked } from '../session/step-up.store.ts';
import { useMe } from '../session/use-me.ts';
import { Portrait } from '../staff/Portrait.tsx';
import { Fault, Skeleton } from '../state/Blank.tsx';
import { StateTag } from '../state/StateTag.tsx';
import { useStore } from '../store.ts';
import { Doors } from './Doors.tsx';
import { openDoors } from './doors.view.ts';
import { RelayBanner } from './RelayBanner.tsx';
import { Smile } from './Smile.tsx';
import styles from './Shell.module.css';

const StepUpDialog = lazy(async () => ({ default: (await import('../session/StepUpDialog.tsx')).StepUpDialog }));

/** The frame around every room: where I am, who I am, whether the server answers, and the two gates over it all. */
export function Shell() {
  const state = useStore(session);
  const me = useMe();
  const line = useStore(network);
  const stepUp = useStore(stepUpAsked);
  const leave = useLeave();
  const go = useNavigate();
  useIdleLock(me.data?.idleLockSeconds);
  const mayFind = me.data?.permissions.includes('case.find') ?? false;
  useKeys({ '/': mayFind ? () => void go('/find') : undefined });

  return (
    <Toasts message={{ maxCount: 3 }}>
      <div className={styles.shell} ref={(frame) => { frame?.toggleAttribute('inert', state.locked || state.phase === 'expired'); }} style={state.locked ? { visibility: 'hidden' } : undefined}>
        <header className={styles.bar}>
          <Link className={styles.brand} to="/start" title={me.data?.hallName}><Smile size={26} /><span>{me.data?.hallName ?? sessionCopy.product}</span></Link>
          <Doors doors={openDoors(me.data?.permissions ?? [])} />
          {me.data?.demo ? <span className={styles.demo} title={copy.demo}><StateTag tone="sun" testId="demo-badge">{sessionCopy.demoBadge}</StateTag></span> : null}
          {me.data ? <Link className={styles.person} to="/account" title={`${copy.account} · ${copy.badge(me.data.badgeNumber)}`} data-testid="me"><Portrait person={me.data} size={32} /><strong title={me.data.name}>{me.data.name}</strong><span>{copy.badge(me.data.badgeNumber)}</span></Link> : null}
          <span className={styles.tools}>
            {me.data ? <Bell /> : null}
            <Tooltip title={sessionCopy.lockNow}><Button type="text" icon={<LockOutlined />} aria-label={sessionCopy.lockNow} onClick={lock} data-testid="lock-now" /></Tooltip>
            <Tooltip title={sessionCopy.signOut}><Button type="text" icon={<LogoutOutlined />} aria-label={sessionCopy.signOut} onClick={leave} data-testid="sign-out" /></Tooltip>
          </span>
        </header>
        <div aria-live="polite">
          {line.lost && line.since !== null ? <div className={styles.lost} data-testid="network-lost"><DisconnectOutlined />{copy.networkLost(clockText(line.since))}</div> : null}
          {me.data ? <RelayBanner /> : null}
        </div>
        <main className={styles.room}>
          {me.data || !me.isError ? <Suspense fallback={<Skeleton />}><Outlet /></Suspense> : <Fault error={me.error} onRetry={() => void me.refetch()} />}
        </main>
      </div>
      {stepUp && state.phase === 'signed-in' ? <Suspense fallback={null}><StepUpDialog /></Suspense> : null}
      {state.phase === 'expired' ? <ExpiredGate /> : state.locked ? <LockGate /> : null}
    </Toasts>
  );
}
