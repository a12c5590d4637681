import type { CommitmentList, LedgerCheckpointView, LedgerStateView } from '@hall/shared/api/views';
import { useEffect, useState } from 'react';
import { pledgesOf, type Pledge, type StarNews } from './pledges.view.ts';

/** They change once a night; a screen that was off meanwhile has them soon. */
const ASK_MS = 5 * 60_000;
const NOT_YET = { pledges: [], seal: null };

interface StarRounds { items: readonly { month: string; state: string; candidates: readonly { name: string; star: boolean }[] }[] }
interface Told { pledges: readonly Pledge[]; seal: LedgerCheckpointView | null }

async function read<T>(path: string, hallId: string): Promise<T> {
  const answer = await fetch(`/api/public/${path}?hallId=${encodeURIComponent(hallId)}`);
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return (await answer.json()) as T;
}

/** Of the newest round nobody may object to any more. */
function newsOf({ items }: StarRounds): StarNews | null {
  const [last] = items.filter(({ state }) => state === 'final').sort((a, b) => (a.month < b.month ? 1 : -1));
  return last ? { month: last.month, winners: last.candidates.filter(({ star }) => star).map(({ name }) => name) } : null;
}

/** What is promised, who was chosen, and the last seal, as everybody may read them. What was heard last stays when the server does not answer. */
export function usePledges(hallId: string | null): Told {
  const [told, setTold] = useState<Told>(NOT_YET);
  useEffect(() => {
    if (hallId === null) return undefined;
    let alive = true;
    const ask = async () => {
      try {
        const [{ items }, { checkpoint }, stars] = await Promise.all([read<CommitmentList>('commitments', hallId), read<LedgerStateView>('ledger', hallId), read<StarRounds>('stars', hallId)]);
        if (alive) setTold({ pledges: pledgesOf(items, newsOf(stars)), seal: checkpoint });
      } catch {
        // The wall goes on with what it knows, and asks again.
      }
    };
    void ask();
    const timer = setInterval(() => void ask(), ASK_MS);
    return () => { alive = false; clearInterval(timer); };
  }, [hallId]);
  return told;
}
