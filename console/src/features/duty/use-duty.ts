import type { DutyMonthView } from '@hall/shared/api/views';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { api } from '../../kit/api/api.ts';
import { sentenceOfStep } from '../../kit/api/problem.ts';

const KEY = 'duty';

export const useDutyMonth = (month: string) => useQuery({ queryKey: [KEY, month], queryFn: () => api.get<DutyMonthView>(`/staff/duty?month=${month}`), refetchOnWindowFocus: false });

/** What follows a change of the roster: the words that it was done, every month read anew, and whoever leads today. */
export function useAfter(): { done: (words: string) => void; fail: (error: unknown) => void } {
  const client = useQueryClient();
  const { message } = App.useApp();
  return {
    done: (words) => {
      void message.success(words);
      void client.invalidateQueries({ queryKey: [KEY] });
      void client.invalidateQueries({ queryKey: ['me'] });
    },
    fail: (error) => {
      void message.error(sentenceOfStep(error));
      void client.invalidateQueries({ queryKey: [KEY] });
    },
  };
}
