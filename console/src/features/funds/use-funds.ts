import type { FundBatchList, FundBatchView } from '@hall/shared/api/views';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { api } from '../../kit/api/api.ts';
import { sentenceOfStep } from '../../kit/api/problem.ts';

const KEY = ['funds'];

export const useFunds = () => useQuery({ queryKey: KEY, queryFn: () => api.get<FundBatchList>('/staff/funds') });

/** What follows a change: the words that it was done, the list and the public counts read anew. */
export function useAfter(): { done: (words: string) => void; fail: (error: unknown) => void } {
  const client = useQueryClient();
  const { message } = App.useApp();
  const again = () => { void client.invalidateQueries({ queryKey: KEY }); void client.invalidateQueries({ queryKey: ['fund-figures'] }); };
  return { done: (words) => { void message.success(words); again(); }, fail: (error) => { void message.error(sentenceOfStep(error)); again(); } };
}

/** One step of a batch. */
export function useStep(words: (path: string) => string, onDone: () => void = () => undefined) {
  const { done, fail } = useAfter();
  return useMutation({
    mutationFn: ({ id, path, body }: { id: string; path: string; body: object }) => api.post<FundBatchView>(`/staff/funds/${id}/${path}`, body),
    onSuccess: (_, { path }) => { done(words(path)); onDone(); },
    onError: fail,
  });
}
