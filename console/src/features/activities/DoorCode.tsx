import type { ActivityCodeView, StaffActivityView } from '@hall/shared/api/views';
import { doorIsOpen } from '@hall/shared/activity/activity.moves';
import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { activitiesCopy as copy } from '../../kit/copy/activities.copy.ts';
import { QrCode } from '../../kit/qr/QrCode.tsx';
import { useNow } from '../../kit/use-now.ts';
import styles from './Activities.module.css';

const OFTEN_MS = 20_000;

/** The rotating code people show they are there with; large on a wall when asked. */
export function DoorCode({ of }: { of: StaffActivityView }) {
  const open = doorIsOpen(of, useNow(OFTEN_MS));
  const [wall, setWall] = useState(false);
  const code = useQuery({ queryKey: ['activity-code', of.id], queryFn: () => api.get<ActivityCodeView>(`/staff/activities/${of.id}/code`), enabled: open, refetchInterval: OFTEN_MS }).data;
  if (!open || !code) return <><h2>{copy.code}</h2><p className="muted">{copy.codeLater}</p></>;
  const digits = <p className={styles.digits}>{copy.codeDigits}<b data-testid="activity-digits">{code.digits.slice(0, 3)} {code.digits.slice(3)}</b></p>;
  return (
    <div className={styles.code}>
      <h2>{copy.code}</h2>
      <QrCode text={code.url} label={copy.code} />
      {digits}
      <Button onClick={() => setWall(true)} data-testid="activity-wall">{copy.bigCode}</Button>
      {wall ? <Modal open width="90vw" centered title={of.title} footer={null} onCancel={() => setWall(false)}><div className={styles.wall}><QrCode text={code.url} label={copy.code} />{digits}</div></Modal> : null}
    </div>
  );
}
