import type { BoardCallView, BoardView } from '@hall/shared/api/views';
import type { CSSProperties } from 'react';
import { clockText } from '../kit/clock.ts';
import { screenCopy as copy } from '../kit/copy/screen.copy.ts';
import { callsShown } from './screen.view.ts';

/** A call stands on the accent ground this long, so that whoever looks up late still notices; it never blinks. */
const FRESH_MS = 25_000;

/** How many letters a line has decides how large it can be. */
const lengthOf = (line: string, least: number) => ({ '--letters': Math.max(least, line.length) }) as CSSProperties;

/** The last call, as large as the wall allows. */
export function CallPanel({ board, now }: { board: BoardView; now: number }) {
  const { last, earlier } = callsShown(board.calls);
  // Without calls before it, the place of the earlier ones belongs to this one.
  const alone = earlier.length === 0 ? 'alone' : '';
  if (!last || (board.openState === 'closed' && last.state !== 'called')) {
    const closed = board.openState === 'closed';
    return <section className={`call quiet ${alone}`} data-testid="screen-quiet"><h1>{closed ? copy.closed : copy.noCalls}</h1><p>{closed ? copy.closedLead : copy.noCallsLead}</p></section>;
  }
  const fresh = last.state === 'called' && now - last.calledAt < FRESH_MS;
  return (
    <section className={`call ${alone} ${fresh ? 'fresh' : ''}`} data-testid="screen-call" aria-live="assertive">
      <p className="number" style={lengthOf(last.number, 4)} data-testid="screen-call-number">{last.number}</p>
      <p className="where" style={lengthOf(last.windowLabel, 4)}><span>{last.maskedName ?? ''}</span><small>{copy.goTo}</small><b data-testid="screen-call-window">{last.windowLabel}</b></p>
      <p className="note">{last.callCount > 1 ? copy.recall(last.callCount) : board.openState === 'closing' ? copy.closing : ''}</p>
    </section>
  );
}

/** The five before it. */
export function EarlierCalls({ calls }: { calls: readonly BoardCallView[] }) {
  const { earlier } = callsShown(calls);
  if (earlier.length === 0) return null;
  return (
    <section className="earlier" data-testid="screen-earlier">
      <h2>{copy.earlier}</h2>
      <ol>
        {earlier.map((call) => <li key={call.number}><b>{call.number}</b><span>{call.windowLabel}</span><small>{clockText(call.calledAt)}</small></li>)}
      </ol>
    </section>
  );
}
