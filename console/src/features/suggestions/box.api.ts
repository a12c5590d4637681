import type { SuggestionBoxView } from '@hall/shared/api/views';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { api } from '../../kit/api/api.ts';
import { hasCode, sentenceOf } from '../../kit/api/problem.ts';
import { errorCopy } from '../../kit/copy/error.copy.ts';

export const BOX_KEY = ['suggestion-box'] as const;
/** Two people stand before it with two screens: the other one's step shows soon. */
const AGAIN_MS = 5_000;

export const useBox = () => useQuery({ queryKey: BOX_KEY, queryFn: () => api.get<SuggestionBoxView>('/staff/suggestion-box'), refetchInterval: AGAIN_MS });

/** A step of an opening; each answers the box as it stands afterwards. */
export function useBoxStep() {
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: ({ path, body }: { path: string; body: unknown; done: string; then?: () => void }) => api.post<SuggestionBoxView>(`/staff/${path}`, body),
    onSuccess: (box, { done, then }) => { client.setQueryData(BOX_KEY, box); void message.success(done); then?.(); },
    onError: (error) => {
      // Whoever would rather not give the second factor has already said so.
      if (!hasCode(error, 'STEP_UP_NEEDED')) void message.error(hasCode(error, 'STALE_VERSION') ? errorCopy.stale : sentenceOf(error));
      void client.invalidateQueries({ queryKey: BOX_KEY });
    },
  });
}
