import Taro from '@tarojs/taro';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { apiUrl } from './transport.ts';

const socketUrl = (): string => {
  const url = apiUrl('/live');
  return url.startsWith('http') ? url.replace(/^http/, 'ws') : `${location.origin.replace(/^http/, 'ws')}${url}`;
};

/** Between two attempts, in milliseconds; the page polls all the while, so there is no hurry. */
const REOPEN = 5_000;

/**
 * Calls `onChange` when the board of the hall has changed. It only makes a page quicker: whoever uses it polls as
 * well, and a socket that never opens is no error. Open only while the page is shown.
 */
export function useLiveBoard(wanted: boolean, onChange: () => void): void {
  const tell = useRef(onChange);
  tell.current = onChange;
  const line = useRef<{ open: () => void; close: () => void } | null>(null);

  useEffect(() => {
    if (!wanted) return undefined;
    line.current = boardLine(() => tell.current());
    line.current.open();
    return () => { line.current?.close(); line.current = null; };
  }, [wanted]);

  useDidShow(() => line.current?.open());
  useDidHide(() => line.current?.close());
}

function boardLine(onChange: () => void): { open: () => void; close: () => void } {
  let wanted = false;
  let task: Taro.SocketTask | null = null;
  let version = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const lost = (of: Taro.SocketTask) => {
    if (task !== of) return;
    task = null;
    if (wanted) timer = setTimeout(() => { void connect(); }, REOPEN);
  };
  const connect = async () => {
    if (!wanted || task) return;
    try {
      const socket = await Taro.connectSocket({ url: socketUrl() });
      task = socket;
      if (!wanted) { stop(); return; }
      socket.onOpen(() => socket.send({ data: JSON.stringify({ subscribe: 'board', since: version }) }));
      socket.onMessage(({ data }) => {
        const newer = newerVersion(String(data), version);
        if (newer === null) return;
        version = newer;
        onChange();
      });
      socket.onClose(() => lost(socket));
      socket.onError(() => lost(socket));
    } catch {
      if (wanted) timer = setTimeout(() => { void connect(); }, REOPEN);
    }
  };
  const stop = () => {
    const socket = task;
    task = null;
    clearTimeout(timer);
    try { socket?.close({}); } catch { /* already gone */ }
  };
  return {
    open: () => { if (!wanted) { wanted = true; void connect(); } },
    close: () => { wanted = false; stop(); },
  };
}

/** The version a message brings, or null when it is old, foreign or unreadable. */
export function newerVersion(message: string, known: number): number | null {
  try {
    const { topic, version } = JSON.parse(message) as { topic?: unknown; version?: unknown };
    return topic === 'board' && typeof version === 'number' && version > known ? version : null;
  } catch {
    return null;
  }
}
