import type { MatterPreviewView, MatterRoomView } from '@hall/shared/api/views';
import { addDays } from '@hall/shared/kernel/day';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, App, Input, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { sentencesOf } from '../../kit/api/problem.ts';
import { dayWords } from '../../kit/clock.ts';
import { mattersCopy as copy } from '../../kit/copy/matters.copy.ts';
import { DayField } from '../../kit/day/DayField.tsx';
import { useKept } from '../../kit/draft/use-kept.ts';
import { Skeleton } from '../../kit/state/Blank.tsx';
import styles from './Matters.module.css';

/** From which day, why, and what it changes for whom; published only after that was seen. */
export function PublishDialog({ id, version, today, onPublished, onClose }: { id: string; version: number; today: string; onPublished: (room: MatterRoomView) => void; onClose: () => void }) {
  const { message } = App.useApp();
  const [day, setDay] = useState(addDays(today, 1));
  const [reason, setReason, forget] = useKept(`matter-publish.${id}`, '');
  const path = `/staff/matters/${id}/draft`;
  const look = useQuery({ queryKey: ['matter-preview', id, version, day], queryFn: () => api.post<MatterPreviewView>(`${path}/preview`, { version, effectiveFrom: day }), retry: false, staleTime: 0, gcTime: 0 });
  const publish = useMutation({ mutationFn: () => api.post<MatterRoomView>(`${path}/publish`, { version, effectiveFrom: day, reason: reason.trim() }), onSuccess: (room) => { forget(); void message.success(copy.published(dayWords(day))); onPublished(room); } });
  const fault = publish.error ?? look.error;
  const list = (lines: readonly string[]) => <ul className={styles.lines}>{lines.map((line) => <li key={line}>{line}</li>)}</ul>;
  return (
    <Modal open width={680} title={copy.publishTitle} okText={copy.publishOk} cancelText={copy.cancel} onCancel={onClose} onOk={() => publish.mutate()} confirmLoading={publish.isPending} okButtonProps={{ disabled: !look.data || reason.trim().length < 2, 'data-testid': 'publish-ok' }}>
      <div className={styles.form} data-testid="publish">
        {fault ? <Alert type="error" showIcon title={sentencesOf(fault)[0]} description={list(sentencesOf(fault).slice(1))} data-testid="publish-fault" /> : null}
        {look.isPending ? <Skeleton lines={3} /> : null}
        {look.data ? (
          <div className={styles.looked}>
            <div className={styles.item} data-testid="publish-difference"><strong>{copy.changes}</strong>{look.data.difference.length > 0 ? list(look.data.difference) : <span className="muted">{copy.same}</span>}</div>
            {look.data.effects.length > 0 ? <Alert type="info" showIcon title={copy.effects} description={list(look.data.effects)} data-testid="publish-effects" /> : null}
            {look.data.gaps.length > 0 ? <Alert type="warning" showIcon title={copy.gaps} description={list(look.data.gaps)} /> : null}
          </div>
        ) : null}
        <label><span>{copy.from}</span><DayField value={day} onChange={(chosen) => setDay(chosen ?? addDays(today, 1))} testId="publish-day" /></label>
        <label><span>{copy.reason}</span><Input maxLength={200} value={reason} placeholder={copy.reasonPlaceholder} onChange={(event) => setReason(event.target.value)} data-testid="publish-reason" /></label>
      </div>
    </Modal>
  );
}
