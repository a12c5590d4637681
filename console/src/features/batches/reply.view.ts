import type { BatchReplyView, BatchView } from '@hall/shared/api/views';
import { batchesCopy as copy } from '../../kit/copy/batches.copy.ts';
import type { Tone } from '../../kit/state/StateTag.tsx';

/** What an import did, as a headline and the lines below it. */
export interface ReplyWords { title: string; lines: string[] }

export function replyWords(reply: BatchReplyView): ReplyWords {
  const { completed, rejected, repeated, pending, problems } = reply;
  const taken = completed + rejected;
  const title = taken > 0 ? copy.replied(completed, rejected) : problems.length > 0 ? copy.repliedNone : repeated > 0 ? copy.repliedBefore : copy.repliedEmpty;
  return {
    title,
    lines: [
      ...(taken > 0 ? [copy.told] : []),
      ...(rejected > 0 ? [copy.whereRejected] : []),
      ...(repeated > 0 ? [copy.repeated(repeated)] : []),
      ...(pending > 0 ? [copy.pendingRows(pending)] : []),
    ],
  };
}

/** How far a batch is answered: all of it, a part, or nothing yet. */
export function batchState(batch: Pick<BatchView, 'state' | 'pending'>): { word: string; tone: Tone } {
  if (batch.state === 'exported') return { word: copy.states.exported, tone: 'info' };
  return batch.pending > 0 ? { word: copy.states.partly, tone: 'warn' } : { word: copy.states.replied, tone: 'ok' };
}
