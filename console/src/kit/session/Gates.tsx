import { ClockCircleOutlined, ExclamationCircleFilled, LockOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import type { FormEvent, KeyboardEvent, RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';
import { api } from '../api/api.ts';
import { hasCode, sentenceOf } from '../api/problem.ts';
import { ticks } from '../clock.ts';
import { sessionCopy as copy } from '../copy/session.copy.ts';
import { Portrait } from '../staff/Portrait.tsx';
import { useStore } from '../store.ts';
import { secondsToLock } from './idle.view.ts';
import { lock, session, signedOut, unlocked } from './session.store.ts';
import styles from './session.module.css';
import { SignInForm } from './SignInForm.tsx';
import { useMe } from './use-me.ts';

const LOOK_EVERY_MS = 2_000;
const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Locks the screen after `idleLockSeconds` without a key or mouse move; the pages underneath stay as they are. */
export function useIdleLock(idleLockSeconds: number | undefined): void {
  const lastActive = useRef(ticks());
  useEffect(() => {
    if (!idleLockSeconds) return undefined;
    const alive = () => { if (secondsToLock(lastActive.current, ticks(), idleLockSeconds) > 0) lastActive.current = ticks(); };
    lastActive.current = ticks();
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, alive, { passive: true });
    const timer = setInterval(() => {
      if (session.get().locked) lastActive.current = ticks();
      else if (secondsToLock(lastActive.current, ticks(), idleLockSeconds) === 0) lock();
    }, LOOK_EVERY_MS);
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, alive);
    };
  }, [idleLockSeconds]);
}

/**
 * Whatever floats over the page, such as a dialog with a person's name, hangs beside the frame and not in it: it is hidden
 * and cannot be reached while a gate stands. It stays mounted, so nothing typed into it is lost; and whoever was typing goes on
 * where they were once the gate is gone.
 */
function useVeil(): RefObject<HTMLDivElement> {
  const gate = useRef<HTMLDivElement>(null);
  // Looked up while the page is still as it was: once the gate stands, it has the focus.
  const [typedIn] = useState(() => document.activeElement);
  useEffect(() => {
    document.body.toggleAttribute('data-veiled', true);
    const veiled = [...document.body.children].filter((child): child is HTMLElement => child instanceof HTMLElement && child.id !== 'root');
    for (const child of veiled) child.inert = true;
    // An open dialog had held the focus to itself until now.
    gate.current?.querySelector<HTMLInputElement>('input:enabled')?.focus();
    return () => {
      document.body.toggleAttribute('data-veiled', false);
      for (const child of veiled) child.inert = false;
      goOnIn(typedIn);
    };
  }, [typedIn]);
  return gate;
}

const FRAMES_TO_SHOW = 30;

/** A field takes the focus only once it shows again, some frames later: its style is in transition. A dialog that holds the focus to itself may have put it on its cross meanwhile. */
function goOnIn(field: Element | null, frames = FRAMES_TO_SHOW): void {
  if (!(field instanceof HTMLElement) || !field.isConnected || frames === 0) return;
  requestAnimationFrame(() => {
    field.focus();
    if (document.activeElement !== field) goOnIn(field, frames - 1);
  });
}

/** A key pressed at the gate belongs to the gate: Escape must not close a dialog that nobody can see. */
const keepKeys = (event: KeyboardEvent) => event.stopPropagation();

/** The opaque lock over everything: personal data on a screen nobody watches is hidden, and nothing is lost. */
export function LockGate() {
  const me = useMe().data;
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const leave = useLeave();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await api.post('/staff/unlock', { password });
      unlocked();
    } catch (error) {
      setFault(hasCode(error, 'PASSWORD_WRONG') ? copy.unlockWrong : sentenceOf(error));
      setPassword('');
    } finally {
      setBusy(false);
    }
  };
  return (
    <div ref={useVeil()} className={styles.gate} onKeyDown={keepKeys} data-testid="lock-gate" role="dialog" aria-modal="true">
      <form className={styles.card} onSubmit={submit}>
        <div className={styles.who}>{me ? <Portrait person={me} size={64} /> : null}<div><h1><LockOutlined /> {copy.lockedTitle}</h1><p>{copy.lockedLead(me?.name ?? session.get().userName)}</p></div></div>
        <Input size="large" type="password" autoFocus autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} placeholder={copy.password} aria-label={copy.password} data-testid="unlock-password" />
        {fault ? <div className={styles.fault} role="alert"><ExclamationCircleFilled style={{ marginTop: 4 }} />{fault}</div> : null}
        <Button size="large" type="primary" htmlType="submit" loading={busy} disabled={password === ''} data-testid="unlock">{copy.unlock}</Button>
        <Button type="text" onClick={leave}>{copy.otherPerson}</Button>
      </form>
    </div>
  );
}

/** The session ran out: the same clerk signs in over the open page, which then goes on saving. */
export function ExpiredGate() {
  const { userName } = useStore(session);
  const me = useMe().data;
  const leave = useLeave();
  return (
    <div ref={useVeil()} className={`${styles.gate} ${styles.veil}`} onKeyDown={keepKeys} data-testid="expired-gate" role="dialog" aria-modal="true">
      <div className={styles.card}>
        <div className={styles.who}>{me ? <Portrait person={me} size={64} /> : null}<div><h1><ClockCircleOutlined /> {copy.expiredTitle}</h1><p>{copy.expiredLead}</p></div></div>
        <SignInForm fixedUserName={userName} />
        <Button type="text" onClick={leave}>{copy.otherPerson}</Button>
      </div>
    </div>
  );
}

/** Signs out and forgets everything this tab has read. */
export function useLeave(): () => void {
  const client = useQueryClient();
  return () => {
    // The server is told, but a clerk who leaves must not wait for it.
    if (session.get().phase === 'signed-in') void api.post('/staff/sign-out').catch(() => undefined);
    client.clear();
    signedOut();
  };
}
