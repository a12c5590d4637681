import { reconnectAfter } from './live.view.ts';

export interface LiveLine { close(): void }

/** A topic to watch, and the newest version that is known of it. */
export interface Watched { topic: string; since: () => number }

/**
 * Keeps a WebSocket to /api/live and hands over each message. It reconnects by itself with patience; `onLine` tells whether the
 * line is up, so that the caller can poll more often while it is not.
 */
export function openLine(watched: readonly Watched[], onMessage: (text: string) => void, onLine: (up: boolean) => void): LiveLine {
  let socket: WebSocket | null = null;
  let attempt = 0;
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const connect = () => {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    socket = new WebSocket(`${scheme}://${location.host}/api/live`);
    socket.onopen = () => {
      attempt = 0;
      onLine(true);
      for (const { topic, since } of watched) socket?.send(JSON.stringify({ subscribe: topic, since: since() }));
    };
    socket.onmessage = (event) => onMessage(String(event.data));
    socket.onclose = () => {
      onLine(false);
      if (closed) return;
      timer = setTimeout(connect, reconnectAfter(attempt, Math.random()));
      attempt += 1;
    };
  };

  connect();
  return {
    close: () => {
      closed = true;
      clearTimeout(timer);
      if (socket) socket.onclose = null;
      socket?.close();
    },
  };
}
