import type { OpenEnquiry, StaffEnquiryView } from '@hall/shared/api/views';
import { ENQUIRY_LIMITS, answerProblems, askerProblems, questionProblems } from '@hall/shared/enquiry/enquiry.rules';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Input, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { enquiriesCopy as copy } from '../../kit/copy/enquiries.copy.ts';
import { useKept } from '../../kit/draft/use-kept.ts';
import styles from './Enquiries.module.css';

interface Words { way: 'desk' | 'call'; name: string; phone: string; text: string; answer: string }
const NOTHING: Words = { way: 'desk', name: '', phone: '', text: '', answer: '' };
const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Somebody asks at the desk or on the telephone: who hears it, owns it. */
export function OpenDialog({ onClose, onOpened }: { onClose: () => void; onOpened: (id: string) => void }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [words, setWords, forget] = useKept<Words>('enquiry-open', NOTHING, 'tab');
  const [shown, setShown] = useState(false);
  const set = (part: Partial<Words>) => setWords({ ...words, ...part });
  const body: OpenEnquiry = { way: words.way, askerName: orNull(words.name), askerPhone: orNull(words.phone), text: words.text.trim(), answer: orNull(words.answer) };
  const problems = [...askerProblems({ name: body.askerName, phone: body.askerPhone, way: words.way }), ...questionProblems(body.text), ...(body.answer === null ? [] : answerProblems(body.answer))];
  const open = useMutation({
    mutationFn: () => api.create<StaffEnquiryView>('/staff/enquiries', body),
    onSuccess: ({ id }) => { forget(); void client.invalidateQueries({ queryKey: ['enquiries'] }); void message.success(copy.openDone); onClose(); onOpened(id); },
    onError: (error) => void message.error(sentenceOf(error)),
  });
  const submit = () => { setShown(true); if (problems.length === 0) open.mutate(); };
  return (
    <Modal open width={640} title={copy.openTitle} okText={copy.openYes} cancelText={copy.cancel} onCancel={onClose} onOk={submit} confirmLoading={open.isPending} okButtonProps={{ 'data-testid': 'open-ok' }}>
      <div className={styles.form} data-testid="open-enquiry">
        <p className="muted">{copy.openLead}</p>
        <Segmented<Words['way']> value={words.way} onChange={(way) => set({ way })} options={(['desk', 'call'] as const).map((value) => ({ value, label: copy.ways[value] }))} style={{ justifySelf: 'start' }} data-testid="open-way" />
        <div className={styles.pair}>
          <label><span>{copy.name}</span><Input value={words.name} maxLength={20} onChange={(event) => set({ name: event.target.value })} data-testid="open-name" /></label>
          <label><span>{copy.phone}</span><Input value={words.phone} maxLength={20} inputMode="numeric" onChange={(event) => set({ phone: event.target.value })} data-testid="open-phone" /></label>
        </div>
        <label><span>{copy.asked}</span><Input.TextArea autoFocus rows={3} maxLength={ENQUIRY_LIMITS.most} showCount value={words.text} onChange={(event) => set({ text: event.target.value })} data-testid="open-text" /></label>
        <label><span>{copy.answeredNow}</span><Input.TextArea rows={3} maxLength={ENQUIRY_LIMITS.answer} value={words.answer} onChange={(event) => set({ answer: event.target.value })} data-testid="open-answer" /></label>
        {shown && problems.length > 0 ? <Alert type="error" showIcon title={problems.map((problem) => problem.message).join(' ')} data-testid="open-problems" /> : null}
      </div>
    </Modal>
  );
}
