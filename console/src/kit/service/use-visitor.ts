import type { DeskTicketView, DeskView } from '@hall/shared/api/views';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import { useMay } from '../session/use-me.ts';

/** A service the server began by itself, or ended, is known within this time. */
const POLL_MS = 15_000;

/** Who stands at my window for this case; null when nobody does, or for clerks without a window. */
export function useVisitor(applicationId: string): DeskTicketView | null {
  const desk = useQuery({ queryKey: ['desk'], queryFn: () => api.get<DeskView>('/staff/desk'), refetchInterval: POLL_MS, enabled: useMay('queue.call') }).data;
  return desk?.current?.matters.some((matter) => matter.applicationId === applicationId) ? desk.current : null;
}
