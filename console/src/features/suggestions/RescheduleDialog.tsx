import type { BoxOpeningView } from '@hall/shared/api/views';
import { SUGGESTION_LIMITS } from '@hall/shared/suggestion/suggestion.rules';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { dayOf, dayWords, now } from '../../kit/clock.ts';
import { boxCopy as copy } from '../../kit/copy/suggestion-rooms.copy.ts';
import { DayField } from '../../kit/day/DayField.tsx';
import { useKept } from '../../kit/draft/use-kept.ts';
import type { useBoxStep } from './box.api.ts';
import dialog from './Dialogs.module.css';

/** An announced opening is put on another day, earlier or later, with the reason that stays beside it. */
export function RescheduleDialog({ opening, step, onClose }: { opening: BoxOpeningView; step: ReturnType<typeof useBoxStep>; onClose: () => void }) {
  const today = dayOf(now());
  const [day, setDay] = useState<string | null>(opening.plannedFor > today ? today : null);
  const [reason, setReason, forget] = useKept(`box-move-${opening.id}`, '');
  const whole = day !== null && day !== opening.plannedFor && reason.trim().length > 1;
  const submit = () => step.mutate({ path: `box-openings/${opening.id}/reschedule`, body: { version: opening.version, plannedFor: day, reason: reason.trim() }, done: copy.rescheduled, then: () => { forget(); onClose(); } });
  return (
    <Modal open title={copy.rescheduleTitle(dayWords(opening.plannedFor))} okText={copy.rescheduleOk} cancelText={copy.cancel} onCancel={onClose} onOk={submit} confirmLoading={step.isPending} okButtonProps={{ disabled: !whole, 'data-testid': 'reschedule-ok' }}>
      <div className={dialog.form} data-testid="reschedule-dialog">
        <p className="muted">{copy.rescheduleLead}</p>
        <label><span>{copy.rescheduleDay}</span><DayField value={day} onChange={setDay} testId="reschedule-day" /></label>
        <label><span>{copy.rescheduleReason}</span><Input.TextArea rows={2} maxLength={SUGGESTION_LIMITS.reason} showCount placeholder={copy.rescheduleHint} value={reason} onChange={(event) => setReason(event.target.value)} data-testid="reschedule-reason" /></label>
      </div>
    </Modal>
  );
}
