import { PlusOutlined } from '@ant-design/icons';
import type { DutyAbsenceView, DutyMonthView } from '@hall/shared/api/views';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { dayWords } from '../../kit/clock.ts';
import { dutyCopy as copy } from '../../kit/copy/duty.copy.ts';
import { Card } from '../../kit/layout/Page.tsx';
import { AbsenceDialog } from './AbsenceDialog.tsx';
import { actsMeanwhile } from './duty.view.ts';
import styles from './Duty.module.css';
import { useAfter } from './use-duty.ts';

/** Who is away, and who acts meanwhile. Anybody may say it of themselves. */
export function Absences({ view }: { view: DutyMonthView }) {
  const { done, fail } = useAfter();
  const [adding, setAdding] = useState(false);
  const cancel = useMutation({ mutationFn: (absence: DutyAbsenceView) => api.post(`/staff/duty/absences/${absence.id}/cancel`, { version: absence.version }), onSuccess: () => done(copy.absenceCancelled), onError: fail });
  return (
    <Card testId="duty-absences">
      <header className={styles.head}><h2>{copy.absences}</h2><Button icon={<PlusOutlined />} onClick={() => setAdding(true)} data-testid="absence-add">{copy.absenceAdd}</Button></header>
      <p className="muted">{copy.absencesHint}</p>
      <div className={styles.rows}>
        {view.absences.length === 0 ? <p className="muted">{copy.absencesNone}</p> : view.absences.map((absence) => (
          <div key={absence.id} className={styles.row} data-testid={`absence-${absence.id}`}>
            <span>{copy.absenceOf(absence.staffName, dayWords(absence.fromDay), dayWords(absence.toDay))}<small>{absence.reason === '' ? '' : `${absence.reason}，`}{copy.absenceBy(actsMeanwhile(view.pairs, absence))}</small></span>
            {absence.mayCancel ? <Button size="small" loading={cancel.isPending && cancel.variables.id === absence.id} onClick={() => cancel.mutate(absence)} data-testid={`absence-cancel-${absence.id}`}>{copy.absenceCancel}</Button> : null}
          </div>
        ))}
      </div>
      {adding ? <AbsenceDialog view={view} onClose={() => setAdding(false)} /> : null}
    </Card>
  );
}
