import type { BoardView, CheckInCodeView } from '@hall/shared/api/views';
import { useEffect, useRef, useState } from 'react';
import { agreeWithServer, now } from '../kit/clock.ts';
import { openLiveBoard } from '../kit/live/live-board.ts';
import { newer } from '../kit/live/live.view.ts';
import { forget, pairedId, poll } from './device.ts';

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
    const polling = poll(token, ({ board, checkIn }) => take(board, checkIn), () => { forget(); revoked.current(); });
    const id = pairedId();
    // The live line is open to anybody, so it is only a reason to ask: the answer to the screen's own token decides.
    const line = openLiveBoard(() => version, take, () => undefined, id === null ? undefined : { topic: `device:${id}`, onTold: polling.now });
    return () => { polling.stop(); line.close(); };
  }, [token]);

  return known;
}
