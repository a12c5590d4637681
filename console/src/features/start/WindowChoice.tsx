import type { DeskView, WindowView } from '@hall/shared/api/views';
import type { Listed } from '@hall/shared/api/names';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useNavigate } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { startCopy as copy } from '../../kit/copy/start.copy.ts';
import { Loaded } from '../../kit/state/Loaded.tsx';
import styles from './Start.module.css';

/** One tap opens a window and goes to work. */
export function WindowChoice() {
  const go = useNavigate();
  const client = useQueryClient();
  const { message } = App.useApp();
  const windows = useQuery({ queryKey: ['windows'], queryFn: () => api.get<Listed<WindowView>>('/staff/windows') });
  const open = useMutation({
    mutationFn: async (window: WindowView) => (window.mine && window.state !== 'closed' ? null : api.post<DeskView>(`/staff/windows/${window.id}/open`)),
    onSuccess: (desk) => {
      if (desk) client.setQueryData(['desk'], desk);
      void client.invalidateQueries({ queryKey: ['windows'] });
      void go('/desk');
    },
    onError: (error) => { void message.error(sentenceOf(error)); void windows.refetch(); },
  });
  return (
    <section data-testid="window-choice">
      <h2>{copy.chooseWindow}</h2>
      <p className="muted">{copy.chooseHint}</p>
      <Loaded query={windows} lines={3}>
        {({ items }) => (
          <div className={styles.windows}>
            {items.map((window) => {
              const taken = window.clerkName !== null && !window.mine;
              return (
                <button key={window.id} type="button" className={`${styles.window} ${window.mine ? styles.mine : ''}`} disabled={taken || open.isPending} onClick={() => open.mutate(window)} data-testid={`window-${window.id}`}>
                  <strong>{window.label}</strong>
                  <span>{taken ? copy.windowTaken(window.clerkName ?? '') : window.mine ? copy.windowMine : copy.windowFree}</span>
                </button>
              );
            })}
          </div>
        )}
      </Loaded>
    </section>
  );
}
