import type { StaffSuggestionPage, StaffSuggestionView, SuggestionOwnerList, SuggestionRefList, SuggestionTemplateList } from '@hall/shared/api/views';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { api } from '../../kit/api/api.ts';
import { hasCode, sentenceOf } from '../../kit/api/problem.ts';
import { errorCopy } from '../../kit/copy/error.copy.ts';

const LIST = 'suggestions';
const AGAIN_MS = 30_000;
const OWNERS_HOLD_MS = 60_000;

export const suggestionKey = (id: string) => ['suggestion', id] as const;
export const TEMPLATES_KEY = ['suggestion-templates'] as const;

/** @param query as `queryOf` writes it */
export const useSuggestions = (query: string, enabled = true) =>
  useQuery({ queryKey: [LIST, query], queryFn: () => api.get<StaffSuggestionPage>(`/staff/suggestions?${query}`), refetchInterval: AGAIN_MS, placeholderData: keepPreviousData, enabled });

export const readSuggestion = (id: string) => api.get<StaffSuggestionView>(`/staff/suggestions/${id}`);
export const useSuggestion = (id: string | null) => useQuery({ queryKey: suggestionKey(id ?? ''), queryFn: () => readSuggestion(id ?? ''), refetchInterval: AGAIN_MS, enabled: id !== null });

export const useOwners = (enabled = true) => useQuery({ queryKey: ['suggestion-owners'], queryFn: () => api.get<SuggestionOwnerList>('/staff/suggestion-owners'), staleTime: OWNERS_HOLD_MS, enabled });
export const useSimilar = (id: string) => useQuery({ queryKey: ['suggestion-similar', id], queryFn: () => api.get<SuggestionRefList>(`/staff/suggestions/${id}/similar`) });
export const useTemplates = () => useQuery({ queryKey: TEMPLATES_KEY, queryFn: () => api.get<SuggestionTemplateList>('/staff/suggestion-templates'), staleTime: OWNERS_HOLD_MS });

/** One step of a suggestion: the path below it and what goes along. Each answers the suggestion as it stands afterwards. */
export const stepOf = (id: string, path: string, body: unknown = {}) => api.post<StaffSuggestionView>(`/staff/suggestions/${id}/${path}`, body);

/** Keeps what a step answers and has every list asked again. */
export function useShown(): (suggestion: StaffSuggestionView) => void {
  const client = useQueryClient();
  return (suggestion) => {
    client.setQueryData(suggestionKey(suggestion.id), suggestion);
    void client.invalidateQueries({ queryKey: [LIST] });
    void client.invalidateQueries({ queryKey: ['suggestion-owners'] });
  };
}

/** Runs a step and says how it went. What was typed for it stays where it is when it was refused; a stale one is read anew and said. */
export function useStep() {
  const client = useQueryClient();
  const { message } = App.useApp();
  const shown = useShown();
  return useMutation({
    mutationFn: ({ run }: { run: () => Promise<StaffSuggestionView | null>; done?: string | ((suggestion: StaffSuggestionView | null) => string); then?: () => void }) => run(),
    onSuccess: (suggestion, { done, then }) => {
      if (suggestion) shown(suggestion);
      else void client.invalidateQueries({ queryKey: [LIST] });
      if (done) void message.success(typeof done === 'string' ? done : done(suggestion));
      then?.();
    },
    onError: (error) => {
      void message.error(hasCode(error, 'STALE_VERSION') ? errorCopy.stale : sentenceOf(error));
      void client.invalidateQueries({ queryKey: ['suggestion'] });
    },
  });
}
export type Step = ReturnType<typeof useStep>;
