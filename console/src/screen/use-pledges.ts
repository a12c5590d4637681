import type { AppraisalList, CommitmentList, LedgerCheckpointView, LedgerStateView, RedFlagBoardView, StarShowcaseView } from '@hall/shared/api/views';
import { useEffect, useState } from 'react';
import { pledgesOf, type Pledge } from './pledges.view.ts';

/** They change once a night; a screen that was off meanwhile has them soon. */
const ASK_MS = 5 * 60_000;
const NOT_YET = { pledges: [], seal: null };

interface Told { pledges: readonly Pledge[]; seal: LedgerCheckpointView | null }

async function read<T>(path: string, hallId: string): Promise<T> {
  const answer = await fetch(`/api/public/${path}?hallId=${encodeURIComponent(hallId)}`);
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return (await answer.json()) as T;
}

/** What is promised, who was chosen, which windows were found best, and the last seal, as everybody may read them. What was heard last stays when the server does not answer. */
export function usePledges(hallId: string | null): Told {
  const [told, setTold] = useState<Told>(NOT_YET);
  useEffect(() => {
    if (hallId === null) return undefined;
    let alive = true;
    const ask = async () => {
      try {
        const [{ items }, { checkpoint }, { shown }, { months }, appraisals] = await Promise.all([
          read<CommitmentList>('commitments', hallId), read<LedgerStateView>('ledger', hallId), read<StarShowcaseView>('stars/on-show', hallId), read<RedFlagBoardView>('red-flags', hallId), read<AppraisalList>('appraisals', hallId),
        ]);
        if (alive) setTold({ pledges: pledgesOf({ commitments: items, star: shown, flags: months[0] ?? null, appraisals: appraisals.items }), seal: checkpoint });
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
