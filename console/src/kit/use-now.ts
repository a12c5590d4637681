import { useEffect, useState } from 'react';
import { now } from './clock.ts';

/** The present instant, refreshed every `everyMs`; a paused clock (`running` false) keeps its last reading. */
export function useNow(everyMs = 1_000, running = true): number {
  const [instant, setInstant] = useState(now);
  useEffect(() => {
    if (!running) return undefined;
    setInstant(now());
    const timer = setInterval(() => setInstant(now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs, running]);
  return instant;
}
