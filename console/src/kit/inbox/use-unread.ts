import type { StaffUnreadView } from '@hall/shared/api/views';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../api/api.ts';
import { openLine } from '../live/line.ts';
import { QUESTIONS } from '../questions/use-questions.ts';

export const INBOX = ['staff-inbox'] as const;
const POLL_LIVE_MS = 120_000;
const POLL_ALONE_MS = 20_000;

/** How many messages are unread: asked again when the live line says so, and by polling while it is down. Zero until known. */
export function useUnread(): number {
  const client = useQueryClient();
  const [live, setLive] = useState(false);
  const { data } = useQuery({ queryKey: [...INBOX, 'unread'], queryFn: () => api.get<StaffUnreadView>('/staff/inbox/unread'), refetchInterval: live ? POLL_LIVE_MS : POLL_ALONE_MS });
  const topic = data?.line;
  useEffect(() => {
    if (topic === undefined) return undefined;
    const ask = () => {
      void client.invalidateQueries({ queryKey: INBOX });
      // A question to a clerk comes with a message; its door shows how many wait.
      void client.invalidateQueries({ queryKey: QUESTIONS });
    };
    let wasDown = false;
    const line = openLine([{ topic, since: () => 0 }], ask, (up) => {
      setLive(up);
      // What came meanwhile was told to nobody here.
      if (up && wasDown) ask();
      wasDown = !up;
    });
    return () => line.close();
  }, [client, topic]);
  return data?.unread ?? 0;
}
