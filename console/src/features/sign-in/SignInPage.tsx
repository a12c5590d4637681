import type { HallOverviewView } from '@hall/shared/api/views';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useLocation } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { sessionCopy as copy } from '../../kit/copy/session.copy.ts';
import { Smile } from '../../kit/layout/Smile.tsx';
import { session } from '../../kit/session/session.store.ts';
import { SignInForm } from '../../kit/session/SignInForm.tsx';
import { useStore } from '../../kit/store.ts';
import styles from './SignIn.module.css';

/** Sign in, with the hall's name and words beside it. */
export function SignInPage() {
  const { phase } = useStore(session);
  const from: unknown = useLocation().state;
  const hall = useQuery({ queryKey: ['public-hall'], queryFn: () => api.open.get<HallOverviewView>('/public/hall'), staleTime: 300_000 }).data;
  if (phase === 'signed-in') {
    const path = typeof from === 'object' && from !== null && 'from' in from ? String(from.from) : '/start';
    return <Navigate to={path === '/' ? '/start' : path} replace />;
  }
  return (
    <div className={styles.page}>
      <aside className={styles.words}>
        <Smile size={72} />
        {hall ? <><h1>{hall.smile}</h1><p>{hall.motto}</p></> : null}
        <footer>{hall?.name ?? copy.product}</footer>
      </aside>
      <main className={styles.side}>
        <div className={styles.box}>
          <header><h1>{copy.product}</h1><p className="muted">{copy.lead}</p></header>
          <SignInForm />
        </div>
      </main>
    </div>
  );
}
