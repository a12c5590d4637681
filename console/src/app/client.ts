import { QueryClient } from '@tanstack/react-query';
import { api } from '../kit/api/api.ts';
import { NetworkLost } from '../kit/api/problem.ts';
import { comeBack } from '../kit/network/come-back.ts';

const RETRIES = 2;

/** Reads retry only when the network was lost: a refusal stays a refusal. The browser's own guess about being online is ignored. */
export const client = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', staleTime: 5_000, retry: (count, error) => error instanceof NetworkLost && count < RETRIES },
    mutations: { networkMode: 'always', retry: false },
  },
});

comeBack(() => api.open.get('/public/hall'), () => void client.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' }));
