import type { CodeTablesView, FileLinkView, PolicyProfileView, StaffCaseView } from '@hall/shared/api/views';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { api } from '../api/api.ts';
import { hasCode, sentenceOf } from '../api/problem.ts';
import { errorCopy } from '../copy/error.copy.ts';

const HOUR_MS = 3_600_000;
/** Links hold two minutes; asking again a little earlier keeps a picture from breaking under the clerk's eyes. */
const LINK_HOLDS_MS = 100_000;

export const caseKey = (id: string) => ['case', id] as const;

export const useCase = (id: string | null) =>
  useQuery({ queryKey: caseKey(id ?? ''), queryFn: () => api.get<StaffCaseView>(`/staff/applications/${id}`), enabled: id !== null, staleTime: 10_000 });

export const useCodeTables = () => useQuery({ queryKey: ['code-tables'], queryFn: () => api.open.get<CodeTablesView>('/public/code-tables'), staleTime: HOUR_MS });

export const usePolicy = () => useQuery({ queryKey: ['policy-profile'], queryFn: () => api.open.get<PolicyProfileView>('/public/policy-profile'), staleTime: HOUR_MS });

export const usePictureLink = (id: string | null, path = `/staff/pictures/${id}/link`) =>
  useQuery({ queryKey: ['picture', id], queryFn: () => api.post<FileLinkView>(path), enabled: id !== null, staleTime: LINK_HOLDS_MS, gcTime: LINK_HOLDS_MS, refetchOnWindowFocus: false });

export type SecretField = 'citizenId' | 'phone' | 'bankCard';
/** The plain value of a masked field. Every use is audited by the server. */
export const unmask = async (id: string, field: SecretField): Promise<string> => (await api.post<{ value: string }>(`/staff/applications/${id}/unmask`, { field })).value;

/** Steps of the counter on one case; each answers the whole case with its new version. */
export const caseSteps = {
  originals: (kase: StaffCaseView, seen: string[]) => api.put<StaffCaseView>(`/staff/applications/${kase.id}/originals`, { version: kase.version, seen }),
  identity: (kase: StaffCaseView) => api.post<StaffCaseView>(`/staff/applications/${kase.id}/verify-identity`, { version: kase.version }),
  merge: (kase: StaffCaseView) => api.post<StaffCaseView>(`/staff/applications/${kase.id}/merge-account`, { version: kase.version }),
  handle: (kase: StaffCaseView) => api.post<StaffCaseView>(`/staff/applications/${kase.id}/handle`, { version: kase.version }),
};

/** Runs a step on a case, keeps what it answers, and says what went wrong. A stale version is refreshed and said. */
export function useCaseStep(onDone?: (kase: StaffCaseView) => void) {
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: (step: () => Promise<StaffCaseView>) => step(),
    onSuccess: (kase) => {
      client.setQueryData(caseKey(kase.id), kase);
      onDone?.(kase);
    },
    onError: (error) => {
      // The merge question has its own dialog.
      if (hasCode(error, 'IDENTITY_MERGE_NEEDED')) return;
      void message.error(hasCode(error, 'STALE_VERSION') ? errorCopy.stale : sentenceOf(error));
      void client.invalidateQueries({ queryKey: ['case'] });
    },
  });
}
