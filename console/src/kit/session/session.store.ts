import type { SessionView } from '@hall/shared/api/views';
import { createStore } from '../store.ts';
import { stepUpEnded } from './step-up.store.ts';

/**
 * signed-out: nobody. signed-in: a clerk works here. expired: the server no longer accepts the session, the pages stay
 * open underneath and go on as soon as the same clerk signs in again.
 */
export interface SessionState { phase: 'signed-out' | 'signed-in' | 'expired'; locked: boolean; userName: string; session: SessionView | null }

const KEY = 'hall.console.session';

function remembered(): SessionState {
  const empty: SessionState = { phase: 'signed-out', locked: false, userName: '', session: null };
  try {
    const kept = sessionStorage.getItem(KEY);
    return kept ? { ...empty, ...(JSON.parse(kept) as SessionState) } : empty;
  } catch {
    return empty;
  }
}

/** Kept per browser tab (sessionStorage): it survives a reload, also while locked, and ends with the tab. */
export const session = createStore<SessionState>(remembered());

session.subscribe(() => {
  const state = session.get();
  if (state.phase === 'signed-out') sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, JSON.stringify(state));
});

let waiting: (() => void)[] = [];

/** The session ran out: everything that asks waits here until the clerk has signed in again. */
export function awaitSignIn(): Promise<void> {
  const state = session.get();
  if (state.phase === 'signed-in') session.set({ ...state, phase: 'expired' });
  return new Promise((resolve) => waiting.push(resolve));
}

export function signedIn(userName: string, view: SessionView): void {
  session.set({ phase: 'signed-in', locked: false, userName, session: view });
  const resumed = waiting;
  waiting = [];
  for (const resume of resumed) resume();
}

export function renewed(view: SessionView): void {
  session.set({ ...session.get(), phase: 'signed-in', session: view });
}

export function signedOut(): void {
  waiting = [];
  stepUpEnded(false);
  session.set({ phase: 'signed-out', locked: false, userName: '', session: null });
}

export function lock(): void {
  const state = session.get();
  if (state.phase === 'signed-in') session.set({ ...state, locked: true });
}

export const unlocked = (): void => session.set({ ...session.get(), locked: false });
