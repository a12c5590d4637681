import type { StaffCardList, StaffCardView, StaffHonourList } from '@hall/shared/api/views';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { api } from '../../kit/api/api.ts';
import { Refusal, sentenceOf } from '../../kit/api/problem.ts';
import { lightsCopy as copy } from '../../kit/copy/lights.copy.ts';
import { printPdf } from '../../kit/print/print.ts';

const CARDS = ['lights'] as const;
const HONOURS = ['honours'] as const;
const cardKey = (staffId: string) => [...CARDS, staffId] as const;

export const useCards = () => useQuery({ queryKey: CARDS, queryFn: () => api.get<StaffCardList>('/staff/lights/cards') });
export const useCard = (staffId: string) => useQuery({ queryKey: cardKey(staffId), queryFn: () => api.get<StaffCardView>(`/staff/lights/cards/${staffId}`) });
export const useHonours = () => useQuery({ queryKey: HONOURS, queryFn: () => api.get<StaffHonourList>('/staff/lights/honours') });

/** A step of one card; the answer is the card as it stands afterwards. */
export function useCardStep(staffId: string, onDone: () => void = () => undefined) {
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: ({ path, body }: { path: 'draft' | 'publish' | 'withdraw'; body: object; done: string }) => (path === 'draft' ? api.put<StaffCardView>(`/staff/lights/cards/${staffId}/draft`, body) : api.post<StaffCardView>(`/staff/lights/cards/${staffId}/${path}`, body)),
    onSuccess: (card, { done }) => { client.setQueryData(cardKey(staffId), card); void client.invalidateQueries({ queryKey: CARDS, exact: true }); void message.success(done); onDone(); },
    onError: (error) => { void message.error(sentenceOf(error)); void client.invalidateQueries({ queryKey: cardKey(staffId) }); },
  });
}

/** A change of the honours; cards show them, so those are read anew. */
export function useHonourStep(onDone: () => void = () => undefined) {
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: ({ path, body }: { path: string; body: object; done: string }) => api.create<StaffHonourList>(path, body),
    onSuccess: (list, { done }) => { client.setQueryData(HONOURS, list); void client.invalidateQueries({ queryKey: CARDS }); void message.success(done); onDone(); },
    onError: (error) => { void message.error(sentenceOf(error)); void client.invalidateQueries({ queryKey: HONOURS }); },
  });
}

/** Whose duty a matter is; the answer is the whole table. */
export function useAssign() {
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: (body: { matterId: string; departmentId: string | null }) => api.put<StaffCardList>('/staff/lights/duties', body),
    onSuccess: (list) => { client.setQueryData(CARDS, list); void message.success(copy.assigned); },
    onError: (error) => void message.error(sentenceOf(error)),
  });
}

export type PaperKind = 'service-card' | 'badge' | 'window-plate' | 'duties-board' | 'commitments-board';

/** Sends one kind of paper to the printer's dialog. */
export function usePaper() {
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: (paper: { kind: PaperKind; ids: readonly string[] }) => printPdf('/staff/lights/paper.pdf', 'POST', paper),
    onSuccess: () => void client.invalidateQueries({ queryKey: CARDS }),
    onError: (error) => void message.error(error instanceof Refusal ? sentenceOf(error) : copy.printFailed),
  });
}
