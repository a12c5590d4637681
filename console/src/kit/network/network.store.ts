import { now } from '../clock.ts';
import { createStore } from '../store.ts';

export interface NetworkState { lost: boolean; since: number | null }

/** Whether the hall's server answers. Judged by real answers: a PC with a cable can still have lost the server. */
export const network = createStore<NetworkState>({ lost: false, since: null });

export function networkAnswered(): void {
  if (network.get().lost) network.set({ lost: false, since: null });
}

export function networkFailed(): void {
  if (!network.get().lost) network.set({ lost: true, since: now() });
}
