import { network } from './network.store.ts';

const ASK_AGAIN_MS = 4_000;

/**
 * While the server is lost, asks until it answers; then what could not be read is read. Without it a page that opened on a
 * lost network, and asks nothing by itself, would stay as it is. @param ask any question that needs no session; `onBack`: reads what is missing
 * @returns stops it
 */
export function comeBack(ask: () => Promise<unknown>, onBack: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lost = network.get().lost;
  // An answer ends the loss by itself, wherever it was asked for.
  const askLater = () => { timer = setTimeout(() => void ask().catch(() => undefined).then(() => { if (network.get().lost) askLater(); }), ASK_AGAIN_MS); };
  const hear = () => {
    const now = network.get().lost;
    if (now === lost) return;
    lost = now;
    clearTimeout(timer);
    if (lost) askLater();
    else onBack();
  };
  if (lost) askLater();
  const forget = network.subscribe(hear);
  return () => { clearTimeout(timer); forget(); };
}
