import type { BoardView, CheckInCodeView } from '@hall/shared/api/views';
import { useEffect, useRef, useState } from 'react';
import { agreeWithServer, now } from '../kit/clock.ts';
import { openLiveBoard } from '../kit/live/live-board.ts';
import { newer } from '../kit/live/live.view.ts';
import { forget, poll } from './device.ts';

/** What the screen knows: the newest board, the code of the minute, when it last heard from the server (epoch ms). */
export interface Known { board: BoardView | null; checkIn: CheckInCodeView | null; heardAt: number }

/** Live boards by WebSocket, and the whole state by polling: either way alone keeps the screen right. */
export function useScreen(token: string, onRevoked: () => void): Known {
  const [known, setKnown] = useState<Known>({ board: null, checkIn: null, heardAt: 0 });
  const revoked = useRef(onRevoked);
  revoked.current = onRevoked;

  useEffect(() => {
    let version = 0;
    const take = (board: BoardView, checkIn?: CheckInCodeView) => {
      agreeWithServer(board.serverTime);
      setKnown((old) => {
        // A new day or a restored server starts its versions again: the whole polled state then wins.
        const use = newer(old.board, board) || old.board?.day !== board.day;
        if (use) version = board.version;
        return { board: use ? board : old.board, checkIn: checkIn ?? old.checkIn, heardAt: now() };
      });
    };
    const stopPolling = poll(token, ({ board, checkIn }) => take(board, checkIn), () => undefined, () => { forget(); revoked.current(); });
    const line = openLiveBoard(() => version, take, () => undefined);
    return () => { stopPolling(); line.close(); };
  }, [token]);

  return known;
}
