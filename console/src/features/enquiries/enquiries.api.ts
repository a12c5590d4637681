import type { EnquiryTakersView, EnquiryTemplateList, StaffEnquiryPage, StaffEnquiryView } from '@hall/shared/api/views';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { api } from '../../kit/api/api.ts';
import { hasCode, sentenceOf } from '../../kit/api/problem.ts';
import { errorCopy } from '../../kit/copy/error.copy.ts';

const LIST = 'enquiries';
const AGAIN_MS = 30_000;
const HOLDS_MS = 60_000;

export const enquiryKey = (id: string) => ['enquiry', id] as const;
export const TEMPLATES_KEY = ['enquiry-templates'] as const;

/** @param query as `queryOf` writes it */
export const useEnquiries = (query: string) => useQuery({ queryKey: [LIST, query], queryFn: () => api.get<StaffEnquiryPage>(`/staff/enquiries?${query}`), refetchInterval: AGAIN_MS, placeholderData: keepPreviousData });
export const readEnquiry = (id: string) => api.get<StaffEnquiryView>(`/staff/enquiries/${id}`);
export const useEnquiry = (id: string) => useQuery({ queryKey: enquiryKey(id), queryFn: () => readEnquiry(id), refetchInterval: AGAIN_MS });
export const useTakers = () => useQuery({ queryKey: ['enquiry-takers'], queryFn: () => api.get<EnquiryTakersView>('/staff/enquiry-takers'), staleTime: HOLDS_MS });
export const useTemplates = () => useQuery({ queryKey: TEMPLATES_KEY, queryFn: () => api.get<EnquiryTemplateList>('/staff/enquiry-templates'), staleTime: HOLDS_MS });

/** One step of a question: the path below it and what goes along, with the version that was seen. */
export const stepOf = ({ id, version }: StaffEnquiryView, path: string, body: object = {}) => api.post<StaffEnquiryView>(`/staff/enquiries/${id}/${path}`, { version, ...body });

/** Runs a step, keeps what it answers and says how it went. What was typed for it stays where it is when it was refused. */
export function useStep() {
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: ({ run }: { run: () => Promise<StaffEnquiryView | null>; done?: string; then?: () => void }) => run(),
    onSuccess: (enquiry, { done, then }) => {
      if (enquiry) client.setQueryData(enquiryKey(enquiry.id), enquiry);
      void client.invalidateQueries({ queryKey: [LIST] });
      if (done) void message.success(done);
      then?.();
    },
    onError: (error) => {
      void message.error(hasCode(error, 'STALE_VERSION') ? errorCopy.stale : sentenceOf(error));
      void client.invalidateQueries({ queryKey: ['enquiry'] });
      void client.invalidateQueries({ queryKey: [LIST] });
    },
  });
}
export type Step = ReturnType<typeof useStep>;
