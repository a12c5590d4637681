import type { ReasonTemplateView, ReviewQueueView, StaffCaseView } from '@hall/shared/api/views';
import type { Listed } from '@hall/shared/api/names';
import { REASON_TEMPLATES } from '@hall/shared/enrolment/reason-templates';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useNavigate } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { Refusal, sentenceOf } from '../../kit/api/problem.ts';
import { caseKey } from '../../kit/case/case.api.ts';
import { reviewCopy as copy } from '../../kit/copy/review.copy.ts';

const QUEUE_POLL_MS = 20_000;
const TEMPLATES_HOLD_MS = 600_000;

export const useReviewQueue = () => useQuery({ queryKey: ['review'], queryFn: () => api.get<ReviewQueueView>('/staff/review'), refetchInterval: QUEUE_POLL_MS });

/** The reasons to choose from. The shared ones stand in until the hall's own have come, so that a digit typed at once is never lost. */
export const useReasons = () => useQuery({ queryKey: ['reasons'], queryFn: async () => (await api.get<Listed<ReasonTemplateView>>('/staff/review/reasons')).items, staleTime: TEMPLATES_HOLD_MS, placeholderData: [...REASON_TEMPLATES] });

/** Claims the case with the oldest deadline and opens it; with nothing left, goes back to the queue. */
export function useClaimNext() {
  const client = useQueryClient();
  const go = useNavigate();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: () => api.post<StaffCaseView>('/staff/review/next'),
    onSuccess: (kase) => {
      client.setQueryData(caseKey(kase.id), kase);
      void client.invalidateQueries({ queryKey: ['review'] });
      void go(`/review/${kase.id}`);
    },
    onError: (error) => {
      void client.invalidateQueries({ queryKey: ['review'] });
      void message.info(error instanceof Refusal && (error.status === 404 || error.status === 409) ? copy.queueDone : sentenceOf(error));
      void go('/review');
    },
  });
}

export const claim = (id: string, version: number) => api.post<StaffCaseView>(`/staff/applications/${id}/claim`, { version });
export const release = (kase: StaffCaseView) => api.post<StaffCaseView>(`/staff/applications/${kase.id}/release`, { version: kase.version });
export const approve = (kase: StaffCaseView) => api.post<StaffCaseView>(`/staff/applications/${kase.id}/ready`, { version: kase.version });
export const sendBack = (kase: StaffCaseView, lateReason: string) =>
  api.post<StaffCaseView>(`/staff/applications/${kase.id}/return`, { version: kase.version, ...(lateReason === '' ? {} : { lateReason }) });
