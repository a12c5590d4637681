import type { GuideVersionView } from '@hall/shared/api/views';
import { GUIDE_KINDS, GUIDE_KIND_LABELS, GUIDE_LIMITS, GUIDE_TOPICS } from '@hall/shared/enquiry/guide.rules';
import type { GuideKind, GuideTopic } from '@hall/shared/enquiry/guide.rules';
import { useMutation } from '@tanstack/react-query';
import { App, Input, Modal, Segmented, Select } from 'antd';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { guideCopy as copy } from '../../kit/copy/enquiries.copy.ts';
import { useKept } from '../../kit/draft/use-kept.ts';
import styles from './Guide.module.css';

interface Words { kind: GuideKind; topic: GuideTopic; question: string; answer: string; source: string; phone: string }
const EMPTY: Words = { kind: 'question', topic: 'other', question: '', answer: '', source: '', phone: '' };
export type Writing = { kind: 'new' } | { kind: 'revise' | 'renew'; of: GuideVersionView };

/** Writes an entry, its next version, or other words for one that is not public yet. */
export function WordsDialog({ writing, onClose, onSaved }: { writing: Writing; onClose: () => void; onSaved: () => void }) {
  const { message } = App.useApp();
  const of = writing.kind === 'new' ? null : writing.of;
  const start: Words = of ? { kind: of.kind, topic: of.topic, question: of.question, answer: of.answer, source: of.source ?? '', phone: of.phone ?? '' } : EMPTY;
  const [words, setWords, forget] = useKept<Words>(`guide-${writing.kind}-${of?.id ?? ''}`, start);
  const { kind, ...written } = words;
  const parts = copy.parts[kind];
  const save = useMutation({
    mutationFn: () => (writing.kind === 'revise' ? api.put<GuideVersionView>(`/staff/guide-versions/${writing.of.id}`, { ...written, version: writing.of.version }) : api.create<GuideVersionView>('/staff/guide-versions', { ...words, entryId: of?.entryId ?? null })),
    onSuccess: () => { forget(); void message.success(writing.kind === 'revise' ? copy.saved : copy.submitted); onSaved(); },
    onError: (error) => void message.error(sentenceOf(error)),
  });
  const whole = words.question.trim().length > 3 && words.answer.trim().length > 3 && (kind !== 'leaflet' || words.source.trim().length > 1) && (kind !== 'contact' || words.phone.trim().length > 2);
  const title = writing.kind === 'new' ? copy.addTitle : writing.kind === 'renew' ? copy.renewTitle : copy.editTitle;
  return (
    <Modal open width={680} title={title} okText={writing.kind === 'revise' ? copy.save : copy.submit} cancelText={copy.cancel} onCancel={onClose} onOk={() => save.mutate()} confirmLoading={save.isPending} okButtonProps={{ disabled: !whole, 'data-testid': 'guide-save' }}>
      <div className={styles.form} data-testid="guide-words">
        <p className="muted">{writing.kind === 'renew' ? copy.renewLead : copy.writeLead}</p>
        {writing.kind === 'new' ? <Segmented<GuideKind> value={kind} onChange={(chosen) => setWords({ ...words, kind: chosen })} options={GUIDE_KINDS.map((value) => ({ value, label: GUIDE_KIND_LABELS[value] }))} style={{ justifySelf: 'start' }} data-testid="guide-kind" /> : null}
        <label><span>{copy.topic}</span><Select<GuideTopic> value={words.topic} onChange={(topic) => setWords({ ...words, topic })} options={GUIDE_TOPICS.map(({ code, label }) => ({ value: code, label }))} data-testid="guide-topic" /></label>
        <label><span>{parts.head}</span><Input autoFocus maxLength={GUIDE_LIMITS.question} showCount value={words.question} onChange={(event) => setWords({ ...words, question: event.target.value })} data-testid="guide-question" /></label>
        {kind === 'leaflet' ? <label><span>{copy.source}</span><Input maxLength={GUIDE_LIMITS.source} value={words.source} placeholder={copy.sourceExample} onChange={(event) => setWords({ ...words, source: event.target.value })} data-testid="guide-source" /></label> : null}
        {kind === 'contact' ? <label><span>{copy.phone}</span><Input maxLength={GUIDE_LIMITS.phone} value={words.phone} placeholder={copy.phoneExample} onChange={(event) => setWords({ ...words, phone: event.target.value })} data-testid="guide-phone" /></label> : null}
        <label><span>{parts.body}</span><Input.TextArea rows={8} maxLength={kind === 'leaflet' ? GUIDE_LIMITS.leaflet : GUIDE_LIMITS.answer} showCount value={words.answer} onChange={(event) => setWords({ ...words, answer: event.target.value })} data-testid="guide-answer" /></label>
      </div>
    </Modal>
  );
}
