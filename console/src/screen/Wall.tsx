import type { BoardView } from '@hall/shared/api/views';
import { useEffect, useRef, useState } from 'react';
import { clockText, dayWords, now as presently } from '../kit/clock.ts';
import { screenCopy as copy } from '../kit/copy/screen.copy.ts';
import { useNow } from '../kit/use-now.ts';
import { CallPanel, EarlierCalls } from './Calls.tsx';
import { CheckInPanel } from './CheckInPanel.tsx';
import type { Loudness } from './loudspeaker.ts';
import { Loudspeaker } from './loudspeaker.ts';
import { inTurn, sealWords, type Pledge } from './pledges.view.ts';
import { isStale, waitWords } from './screen.view.ts';
import { usePledges } from './use-pledges.ts';
import { useScreen } from './use-screen.ts';

/** Everything the hall sees, on one wall, from ten metres. */
export function Wall({ token, onRevoked }: { token: string; onRevoked: () => void }) {
  const { board, checkIn, heardAt } = useScreen(token, onRevoked);
  const { pledges, seal } = usePledges(board?.hallId ?? null);
  const now = useNow(1_000);
  const [loudness, setLoudness] = useState<Loudness>('asleep');
  const speaker = useRef<Loudspeaker | null>(null);

  useEffect(() => {
    speaker.current = new Loudspeaker(setLoudness);
  }, []);
  useEffect(() => {
    if (board) speaker.current?.hear(board.calls, presently());
  }, [board]);

  if (!board) return <div className="connecting" data-testid="screen-connecting"><p>{copy.connecting}</p></div>;
  const hearIt = () => void speaker.current?.try(copy.voiceTest);
  const stale = isStale(heardAt, now);
  return (
    <div className="wall" data-testid="wall" onPointerDown={() => { if (loudness === 'asleep') hearIt(); }}>
      <header className="top">
        <strong>{board.hallName}</strong>
        {board.dutyLeader ? <span className="duty" data-testid="screen-duty">{board.dutyPhotoUrl ? <img src={board.dutyPhotoUrl} alt="" /> : null}<small>{copy.duty}</small>{board.dutyLeader}</span> : null}
        <time data-testid="screen-clock"><small>{dayWords(board.day)}</small>{clockText(now)}</time>
      </header>
      <CallPanel board={board} now={now} />
      <EarlierCalls calls={board.calls} />
      <Waiting board={board} />
      <CheckInPanel checkIn={checkIn} now={now} />
      <Pledged of={inTurn(pledges, now)} />
      <footer className="foot">
        <strong data-testid="screen-smile">{board.smile}</strong>
        <span data-testid="screen-motto">{board.motto}</span>
        <span className="notes">
          {sealWords(seal) === null ? null : <em className="seal" data-testid="screen-seal">{sealWords(seal)}</em>}
          {board.demo && !stale ? <em>{copy.demo}</em> : null}
          {loudness === 'asleep' ? <button type="button" className="sound" data-testid="enable-sound"><SoundIcon />{copy.soundOn}</button> : null}
          {loudness === 'asleep' || stale ? null : <button type="button" className="sound try" onClick={hearIt} data-testid="try-sound"><SoundIcon />{copy.tryVoice}</button>}
          {loudness === 'chiming' ? <em data-testid="screen-silent">{copy.silent}</em> : null}
          {stale ? <em className="stale" data-testid="screen-as-of">{copy.asOf(clockText(heardAt))}<small>{copy.reconnecting}</small></em> : null}
        </span>
      </footer>
    </div>
  );
}

/** One promise at a time, with what came of it; the wall is for calls first. */
function Pledged({ of: pledge }: { of: Pledge | null }) {
  if (pledge === null) return null;
  return <section className="pledge" data-testid="screen-pledge"><small>{pledge.kind}</small><b>{pledge.words}</b>{pledge.figure === null ? null : <i>{pledge.figure}</i>}</section>;
}

function Waiting({ board }: { board: BoardView }) {
  return (
    <section className="waiting" data-testid="screen-waiting">
      <h2>{copy.waiting}</h2>
      <ul>
        {board.waiting.map((wait) => (
          <li key={wait.cls} data-testid={`screen-waiting-${wait.cls}`}><span>{wait.label}</span><b>{copy.people(wait.count)}</b><i>{waitWords(wait)}</i></li>
        ))}
      </ul>
    </section>
  );
}

const SoundIcon = () => (
  <svg viewBox="0 0 24 24" width="1.100em" height="1.100em" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round">
    <path d="M4 9v6h4l5 4V5L8 9H4z" /><path d="M16.500 8.500a5 5 0 0 1 0 7M19 6a8.500 8.500 0 0 1 0 12" />
  </svg>
);
