import type { BoardView } from '@hall/shared/api/views';
import { boardOf, reconnectAfter, topicOf } from './live.view.ts';

export interface LiveLine { close(): void }

/**
 * Keeps a WebSocket to /api/live and hands over each board that arrives. It reconnects by itself with patience;
 * `onLine` tells whether the line is up, so that the caller can poll more often while it is not. With `also`, the same
 * line watches another topic and says when something of it was told.
 */
export function openLiveBoard(since: () => number, onBoard: (board: BoardView) => void, onLine: (up: boolean) => void, also?: { topic: string; onTold: () => void }): LiveLine {
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
      socket?.send(JSON.stringify({ subscribe: 'board', since: since() }));
      if (also) socket?.send(JSON.stringify({ subscribe: also.topic, since: 0 }));
    };
    socket.onmessage = (event) => {
      const board = boardOf<BoardView>(String(event.data));
      if (board) onBoard(board);
      else if (also && topicOf(String(event.data)) === also.topic) also.onTold();
    };
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
