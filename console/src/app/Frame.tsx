import { Suspense, lazy } from 'react';
import { Navigate, useLocation } from 'react-router';
import { fetchShell } from '../kit/layout/fetch-shell.ts';
import { session } from '../kit/session/session.store.ts';
import { wayBack } from '../kit/session/way-back.view.ts';
import { Skeleton } from '../kit/state/Blank.tsx';
import { useStore } from '../kit/store.ts';

const Shell = lazy(async () => ({ default: (await fetchShell()).Shell }));

/** Whoever has not signed in is sent there before anything of the rooms is fetched. */
export function Frame() {
  const { phase } = useStore(session);
  const here = useLocation();
  if (phase === 'signed-out') return <Navigate to="/sign-in" replace state={wayBack(here)} />;
  return <Suspense fallback={<Skeleton />}><Shell /></Suspense>;
}
