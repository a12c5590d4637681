import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lightsCopy as copy } from '../../kit/copy/lights.copy.ts';
import styles from './Lights.module.css';
import { usePaper } from './lights.api.ts';

/** The two papers of one person: they carry what is published, not what is being written. */
export function PrintButtons({ staffId }: { staffId: string }) {
  const paper = usePaper();
  return (
    <div className={styles.acts}>
      {([['service-card', copy.printCards], ['badge', copy.printBadges]] as const).map(([kind, label]) => <Button key={kind} icon={<PrinterOutlined />} loading={paper.isPending && paper.variables.kind === kind} onClick={() => paper.mutate({ kind, ids: [staffId] })} data-testid={`print-${kind}`}>{label}</Button>)}
    </div>
  );
}
