import { SwapOutlined } from '@ant-design/icons';
import type { DutyAwayView } from '@hall/shared/api/views';
import { Alert } from 'antd';
import { dayWords } from '../../kit/clock.ts';
import { dutyCopy as copy } from '../../kit/copy/duty.copy.ts';
import styles from './Duty.module.css';

/** Who is away today and who acts for them; a gap nobody fills stands out. */
export function Away({ of: away }: { of: readonly DutyAwayView[] }) {
  if (away.length === 0) return null;
  const nobody = away.some(({ actingName }) => actingName === null);
  return (
    <Alert type={nobody ? 'warning' : 'info'} showIcon icon={<SwapOutlined />} title={copy.awayToday} data-testid="duty-away"
      description={<ul className={styles.away}>{away.map((each) => <li key={each.staffId}>{copy.awayLine(`${each.name}（${each.post}）`, dayWords(each.until), each.actingName)}</li>)}</ul>} />
  );
}
