import { useEffect, useRef } from 'react';
import { session } from '../session/session.store.ts';
import { keyName, typing } from './keys.view.ts';

export type KeyMap = Record<string, (() => void) | undefined>;

/** Listens to the page's keys while `active`; silent while the screen is locked or a sign-in is due. */
export function useKeys(keys: KeyMap, active = true): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!active) return undefined;
    const onKey = (event: KeyboardEvent) => {
      const { locked, phase } = session.get();
      if (event.defaultPrevented || event.repeat || locked || phase !== 'signed-in') return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      const name = keyName(event);
      const inField = target !== null && typing(target.tagName, target.isContentEditable, target.getAttribute('type') ?? 'text');
      if (name === null || (inField && name !== 'escape')) return;
      // Enter and space on a focused button press that button, nothing else.
      if ((name === 'enter' || name === ' ') && target?.closest('button, a, [role="button"]')) return;
      const act = latest.current[name];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [active]);
}
