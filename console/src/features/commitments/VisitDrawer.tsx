import type { VisitLookView } from '@hall/shared/api/views';
import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { api } from '../../kit/api/api.ts';
import { dayWords } from '../../kit/clock.ts';
import { commitmentsCopy as copy } from '../../kit/copy/commitments.copy.ts';
import { Loaded } from '../../kit/state/Loaded.tsx';
import styles from './Commitments.module.css';
import { Recorded } from './Recorded.tsx';

/** One visit as it was written down, beside the list it was opened from. */
export function VisitDrawer({ ticketId, onClose }: { ticketId: string; onClose: () => void }) {
  const query = useQuery({ queryKey: ['visits', ticketId], queryFn: () => api.get<VisitLookView>(`/staff/visits/${ticketId}`) });
  return (
    <Drawer open title={copy.visit} size={440} onClose={onClose}>
      <Loaded query={query}>
        {(of) => (
          <div className={styles.column} data-testid="visit-look">
            <dl className={styles.times}>
              {([[copy.number, `${of.number} · ${dayWords(of.day)}`], [copy.matter, of.matterNames.join('、')], [copy.window, of.windowLabel], [copy.who, of.staffName], [copy.state, of.stateLabel], [copy.dispute, of.disputeLabel]] as const).map(([label, value]) => (value ? <div key={label}><dt>{label}</dt><dd>{value}</dd></div> : null))}
            </dl>
            <Recorded of={of} />
          </div>
        )}
      </Loaded>
    </Drawer>
  );
}
