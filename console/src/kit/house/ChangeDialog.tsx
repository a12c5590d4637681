import type { HouseChange, HousePreviewView } from '@hall/shared/api/views';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, App, Input, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { sentencesOf } from '../api/problem.ts';
import { dayOf, dayWords, now } from '../clock.ts';
import { adminCopy } from '../copy/admin.copy.ts';
import { DayField } from '../day/DayField.tsx';
import { useKept } from '../draft/use-kept.ts';
import { Skeleton } from '../state/Blank.tsx';
import styles from './house.module.css';

const copy = adminCopy.change;

/** What would change and for whom, from which day and why; saved only after that was seen. @param path the door of the room, below `/api` */
export function ChangeDialog<T>({ path, changes, onSaved, onClose }: { path: string; changes: readonly HouseChange[]; onSaved: (room: T) => void; onClose: () => void }) {
  const { message } = App.useApp();
  const today = dayOf(now());
  const [day, setDay] = useState(today);
  const [reason, setReason, forget] = useKept(`change.${path}.${changes.length === 1 ? changes[0]!.subjectId ?? 'new' : 'many'}`, '');
  const look = useQuery({ queryKey: ['house-preview', path, changes, day], queryFn: () => api.post<HousePreviewView>(`${path}/preview`, { effectiveFrom: day, reason: copy.looking, changes }), retry: false, staleTime: 0, gcTime: 0 });
  const save = useMutation({
    mutationFn: () => api.create<T>(`${path}/changes`, { effectiveFrom: day, reason: reason.trim(), changes }),
    onSuccess: (room) => { forget(); void message.success(day === today ? copy.saved : copy.planned(dayWords(day))); onSaved(room); onClose(); },
  });
  const fault = save.error ?? look.error;
  return (
    <Modal open width={640} title={copy.title} okText={copy.save} cancelText={copy.cancel} onCancel={onClose} onOk={() => save.mutate()} confirmLoading={save.isPending} okButtonProps={{ disabled: !look.data || reason.trim().length < 2, 'data-testid': 'change-save' }}>
      <div className={styles.form} data-testid="change">
        {fault ? <Alert type="error" showIcon title={sentencesOf(fault)[0]} description={<ul className={styles.problems}>{sentencesOf(fault).slice(1).map((each) => <li key={each}>{each}</li>)}</ul>} data-testid="change-fault" /> : null}
        {look.isPending ? <Skeleton lines={3} /> : null}
        {look.data ? (
          <div className={styles.items} data-testid="change-preview">
            {look.data.items.map(({ label, lines, effects }) => (
              <div key={label} className={styles.item}>
                <strong>{label}</strong>
                <ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul>
                {effects.length > 0 ? <div className={styles.effects}>{copy.effects}<ul>{effects.map((line) => <li key={line}>{line}</li>)}</ul></div> : null}
              </div>
            ))}
          </div>
        ) : null}
        <label><span>{copy.day}</span><DayField value={day} onChange={(chosen) => setDay(chosen ?? today)} testId="change-day" /></label>
        <label><span>{copy.reason}</span><Input maxLength={200} value={reason} placeholder={copy.reasonPlaceholder} onChange={(event) => setReason(event.target.value)} data-testid="change-reason" /></label>
      </div>
    </Modal>
  );
}
