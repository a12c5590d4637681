import type { DeskView } from '@hall/shared/api/views';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useEffect, useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { hasCode, sentenceOf } from '../../kit/api/problem.ts';
import { agreeWithServer } from '../../kit/clock.ts';
import { errorCopy } from '../../kit/copy/error.copy.ts';
import { openLiveBoard } from '../../kit/live/live-board.ts';

const DESK = ['desk'] as const;
/** While the live line is up polling is only the belt to its braces. */
const POLL_LIVE_MS = 15_000;
const POLL_ALONE_MS = 4_000;

export type TicketVerb = 'recall' | 'serve' | 'miss' | 'park' | 'resume' | 'done' | 'rejoin';
export type DeskAct =
  | { kind: 'next' }
  | { kind: 'window'; id: string; verb: 'open' | 'pause' | 'close' }
  | { kind: 'ticket'; id: string; version: number; verb: TicketVerb }
  | { kind: 'close-matter'; id: string; version: number; matterId: string; reason: string };

function perform(act: DeskAct): Promise<DeskView> {
  switch (act.kind) {
    case 'next': return api.post('/staff/desk/next');
    case 'window': return api.post(`/staff/windows/${act.id}/${act.verb}`);
    case 'ticket': return api.post(`/staff/tickets/${act.id}/${act.verb}`, { version: act.version });
    case 'close-matter': return api.post(`/staff/tickets/${act.id}/matters/${act.matterId}/close`, { version: act.version, reason: act.reason });
  }
}

/** The desk: its state kept fresh by the live line and by polling, and the acts on it. */
export function useDesk() {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [live, setLive] = useState(false);
  const query = useQuery({
    queryKey: DESK,
    queryFn: async () => {
      const desk = await api.get<DeskView>('/staff/desk');
      agreeWithServer(desk.serverTime);
      return desk;
    },
    refetchInterval: live ? POLL_LIVE_MS : POLL_ALONE_MS,
  });
  const board = query.data?.boardVersion ?? 0;

  useEffect(() => {
    const line = openLiveBoard(
      () => client.getQueryData<DeskView>(DESK)?.boardVersion ?? 0,
      (state) => { if (state.version > (client.getQueryData<DeskView>(DESK)?.boardVersion ?? 0)) void client.invalidateQueries({ queryKey: DESK }); },
      setLive,
    );
    return () => line.close();
  }, [client]);

  const act = useMutation({
    mutationFn: perform,
    // An answer that was already on its way would put the old desk back over the new one.
    onMutate: () => client.cancelQueries({ queryKey: DESK }),
    onSuccess: (desk) => {
      agreeWithServer(desk.serverTime);
      client.setQueryData(DESK, desk);
    },
    onError: (error) => {
      void message.warning(hasCode(error, 'STALE_VERSION') ? errorCopy.stale : sentenceOf(error));
      void client.invalidateQueries({ queryKey: DESK });
    },
  });
  return { query, act, board };
}
