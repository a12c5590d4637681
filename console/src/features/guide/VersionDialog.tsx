import type { GuideVersionView } from '@hall/shared/api/views';
import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { dayOf, now } from '../../kit/clock.ts';
import { guideCopy as copy } from '../../kit/copy/enquiries.copy.ts';
import { DayField } from '../../kit/day/DayField.tsx';
import { useKept } from '../../kit/draft/use-kept.ts';
import { useMay } from '../../kit/session/use-me.ts';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { toneOf, wordOf } from './guide.view.ts';
import styles from './Guide.module.css';
import type { Writing } from './WordsDialog.tsx';

/** One version as everybody would read it, and what an editor may do with it. */
export function VersionDialog({ item, onClose, onDone, onWrite }: { item: GuideVersionView; onClose: () => void; onDone: () => void; onWrite: (writing: Writing) => void }) {
  const { message, modal } = App.useApp();
  const [day, setDay] = useState<string | null>(dayOf(now()));
  const [reason, setReason, forget] = useKept(`guide-return.${item.id}`, '');
  const [asked, setAsked] = useState<'return' | 'end' | null>(null);
  const mayAnswer = useMay('enquiry.answer');
  const act = useMutation({
    mutationFn: ({ path, body }: { path: string; body?: object; done: string }) => api.post<GuideVersionView>(`/staff/guide-versions/${item.id}/${path}`, { version: item.version, ...body }),
    onSuccess: (_, { done }) => { forget(); void message.success(done); onDone(); },
    onError: (error) => void message.error(sentenceOf(error)),
  });
  const may = (action: string) => item.actions.includes(action);
  const drop = () => void modal.confirm({ title: copy.dropAsk, okText: copy.drop, cancelText: copy.cancel, onOk: () => act.mutateAsync({ path: 'drop', done: copy.dropped }).then(() => undefined, () => undefined) });
  return (
    <Modal open width={700} title={item.question} footer={null} onCancel={onClose}>
      <div className={styles.form} data-testid="guide-version">
        <div className={styles.line}><StateTag tone={toneOf(item)}>{wordOf(item)}</StateTag><span className="muted">{item.kindLabel}　{item.topicLabel}　{copy.version(item.versionNumber)}　{copy.by(item.writtenBy, item.decidedBy)}</span>{item.enquiryId && mayAnswer ? <Link to={`/enquiries/${item.enquiryId}`}>{copy.enquiry}</Link> : null}</div>
        <p className={styles.said}>{item.answer}</p>
        {item.source || item.phone ? <p className="muted">{item.source ? copy.sourceOf(item.source) : copy.phoneOf(item.phone ?? '')}</p> : null}
        {item.returnReason ? <Alert type="warning" showIcon title={copy.returned(item.returnReason)} /> : null}
        {item.state === 'proposed' && !may('approve') ? <Alert type="info" showIcon title={copy.ownWords} data-testid="own-words" /> : null}
        {may('approve') ? (
          <div className={styles.line}><span>{copy.approveFrom}</span><DayField value={day} onChange={setDay} testId="guide-from" /><Button type="primary" disabled={day === null} loading={act.isPending} onClick={() => act.mutate({ path: 'approve', body: { effectiveFrom: day }, done: copy.approved })} data-testid="guide-approve">{copy.approve}</Button></div>
        ) : null}
        {asked === 'return' ? (
          <label><span>{copy.returnReason}</span><Input.TextArea autoFocus rows={2} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} data-testid="guide-return-reason" /><Button disabled={reason.trim().length < 2} loading={act.isPending} style={{ justifySelf: 'start' }} onClick={() => act.mutate({ path: 'return', body: { reason: reason.trim() }, done: copy.returnedDone })} data-testid="guide-return-ok">{copy.ok}</Button></label>
        ) : null}
        {asked === 'end' ? (
          <div className={styles.form}><p className="muted">{copy.endLead}</p><div className={styles.line}><span>{copy.endDay}</span><DayField value={day} onChange={setDay} testId="guide-to" /><Button disabled={day === null} loading={act.isPending} onClick={() => act.mutate({ path: 'end', body: { effectiveTo: day }, done: copy.ended })} data-testid="guide-end-ok">{copy.ok}</Button></div></div>
        ) : null}
        <div className={styles.line}>
          {may('revise') ? <Button onClick={() => onWrite({ kind: 'revise', of: item })} data-testid="guide-revise">{copy.revise}</Button> : null}
          {may('return') && asked !== 'return' ? <Button onClick={() => setAsked('return')} data-testid="guide-return">{copy.return}</Button> : null}
          {may('drop') ? <Button onClick={drop} data-testid="guide-drop">{copy.drop}</Button> : null}
          {item.mayRenew ? <Button onClick={() => onWrite({ kind: 'renew', of: item })} data-testid="guide-renew">{copy.renew}</Button> : null}
          {item.mayEnd && asked !== 'end' ? <Button onClick={() => setAsked('end')} data-testid="guide-end">{copy.end}</Button> : null}
        </div>
      </div>
    </Modal>
  );
}
