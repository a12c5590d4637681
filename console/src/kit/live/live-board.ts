import type { BoardView } from '@hall/shared/api/views';
import type { LiveLine } from './line.ts';
import { openLine } from './line.ts';
import { boardOf, topicOf } from './live.view.ts';

/**
 * Hands over each board that arrives on the live line. With `also`, the same line watches another topic and says when something
 * of it was told.
 */
export function openLiveBoard(since: () => number, onBoard: (board: BoardView) => void, onLine: (up: boolean) => void, also?: { topic: string; onTold: () => void }): LiveLine {
  return openLine([{ topic: 'board', since }, ...(also ? [{ topic: also.topic, since: () => 0 }] : [])], (text) => {
    const board = boardOf<BoardView>(text);
    if (board) onBoard(board);
    else if (also && topicOf(text) === also.topic) also.onTold();
  }, onLine);
}
