import type { DutyAbsenceInput, DutyMonthView } from '@hall/shared/api/views';
import { absenceProblems } from '@hall/shared/duty/duty.rules';
import { useMutation } from '@tanstack/react-query';
import { App, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { dutyCopy as copy } from '../../kit/copy/duty.copy.ts';
import { DayField } from '../../kit/day/DayField.tsx';
import { useMe } from '../../kit/session/use-me.ts';
import { actsMeanwhile } from './duty.view.ts';
import styles from './Duty.module.css';
import { useAfter } from './use-duty.ts';

/** Some days away, and who acts meanwhile. */
export function AbsenceDialog({ view, onClose }: { view: DutyMonthView; onClose: () => void }) {
  const { message } = App.useApp();
  const { done, fail } = useAfter();
  const me = useMe().data?.id ?? '';
  const [input, setInput] = useState<DutyAbsenceInput>({ staffId: me, fromDay: view.today, toDay: view.today, substituteId: null, reason: '' });
  const standing = actsMeanwhile(view.pairs, { staffId: input.staffId, substituteName: null });
  const nobody = input.staffId !== '' && input.substituteId === null && standing === null;
  const people = view.people.map(({ id, name, post }) => ({ value: id, label: `${name} ${post}` }));
  const save = useMutation({ mutationFn: () => api.create('/staff/duty/absences', { ...input, reason: input.reason.trim() }), onSuccess: () => { done(nobody ? copy.absenceSavedAlone : copy.absenceSaved); onClose(); }, onError: fail });
  const submit = () => { if (input.staffId === '' || input.reason.trim() === '' || absenceProblems(input).length > 0) void message.warning(copy.absenceBad); else save.mutate(); };
  return (
    <Modal open title={copy.absenceTitle} okText={copy.ok} cancelText={copy.cancel} onCancel={onClose} onOk={submit} confirmLoading={save.isPending} okButtonProps={{ 'data-testid': 'absence-save' }}>
      <div className={styles.form} data-testid="absence">
        <label><span>{copy.who}</span><Select showSearch={{ optionFilterProp: 'label' }} disabled={!view.mayEdit} value={input.staffId || null} options={people} onChange={(value) => setInput({ ...input, staffId: value ?? '' })} data-testid="absence-who" /></label>
        <div className={styles.pair}>
          <label><span>{copy.from}</span><DayField value={input.fromDay} onChange={(day) => setInput({ ...input, fromDay: day ?? '', toDay: day !== null && day > input.toDay ? day : input.toDay })} testId="absence-from" /></label>
          <label><span>{copy.to}</span><DayField value={input.toDay} onChange={(day) => setInput({ ...input, toDay: day ?? '' })} testId="absence-to" /></label>
        </div>
        <label><span>{copy.substitute}</span><Select showSearch={{ optionFilterProp: 'label' }} value={input.substituteId ?? ''} options={[{ value: '', label: copy.substituteStanding(standing) }, ...(view.mayEdit ? people.filter((person) => person.value !== input.staffId) : [])]} onChange={(value) => setInput({ ...input, substituteId: value === '' ? null : value })} data-testid="absence-substitute" />{nobody ? <small className={styles.gap} role="status" data-testid="absence-nobody">{view.mayEdit ? copy.substituteNobody : copy.substituteAskFor}</small> : null}</label>
        <label><span>{copy.reason}</span><Input maxLength={60} placeholder={copy.reasonHint} value={input.reason} onChange={(event) => setInput({ ...input, reason: event.target.value })} data-testid="absence-reason" /></label>
      </div>
    </Modal>
  );
}
