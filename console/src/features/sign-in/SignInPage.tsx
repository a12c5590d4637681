import type { HallOverviewView } from '@hall/shared/api/views';
import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy, useState } from 'react';
import { Navigate, useLocation } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { scanCopy } from '../../kit/copy/account.copy.ts';
import { sessionCopy as copy } from '../../kit/copy/session.copy.ts';
import { fetchShell } from '../../kit/layout/fetch-shell.ts';
import { Smile } from '../../kit/layout/Smile.tsx';
import { session } from '../../kit/session/session.store.ts';
import { SignInForm } from '../../kit/session/SignInForm.tsx';
import { landing } from '../../kit/session/way-back.view.ts';
import { Skeleton } from '../../kit/state/Blank.tsx';
import { useStore } from '../../kit/store.ts';
import styles from './SignIn.module.css';

/** Fetched when somebody chooses it: drawing codes weighs more than the page. */
const ScanSignIn = lazy(async () => ({ default: (await import('./ScanSignIn.tsx')).ScanSignIn }));

/** Sign in, with the hall's name and words beside it. */
export function SignInPage() {
  const { phase } = useStore(session);
  const [way, setWay] = useState<'password' | 'scan'>('password');
  const from: unknown = useLocation().state;
  const hall = useQuery({ queryKey: ['public-hall'], queryFn: () => api.open.get<HallOverviewView>('/public/hall'), staleTime: 300_000 }).data;
  if (phase === 'signed-in') return <Navigate to={landing(from)} replace />;
  // While somebody types, the frame comes: it is there when they are in.
  return (
    <div className={styles.page}>
      <aside className={styles.words}>
        <Smile size={72} />
        {hall ? <><h1>{hall.smile}</h1><p>{hall.motto}</p></> : null}
        <footer>{hall?.name ?? copy.product}</footer>
      </aside>
      <main className={styles.side}>
        <div className={styles.box} onInput={() => void fetchShell()}>
          <header><h1>{copy.product}</h1><p className="muted">{copy.lead}</p></header>
          <div className={styles.ways} role="tablist">
            {(['password', 'scan'] as const).map((one) => (
              <button key={one} type="button" role="tab" aria-selected={way === one} className={styles.way} onClick={() => setWay(one)} data-testid={`sign-in-by-${one}`}>{one === 'password' ? scanCopy.byPassword : scanCopy.byScan}</button>
            ))}
          </div>
          {way === 'password' ? <SignInForm /> : <Suspense fallback={<Skeleton lines={4} />}><ScanSignIn /></Suspense>}
        </div>
      </main>
    </div>
  );
}
