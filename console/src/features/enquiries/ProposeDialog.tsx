import type { StaffEnquiryView } from '@hall/shared/api/views';
import { GUIDE_LIMITS, GUIDE_TOPICS } from '@hall/shared/enquiry/guide.rules';
import type { GuideTopic } from '@hall/shared/enquiry/guide.rules';
import { Alert, Input, Modal, Select } from 'antd';
import { api } from '../../kit/api/api.ts';
import { enquiriesCopy as copy } from '../../kit/copy/enquiries.copy.ts';
import { useKept } from '../../kit/draft/use-kept.ts';
import type { Step } from './enquiries.api.ts';
import styles from './Enquiries.module.css';

/** The answer in words for everybody, before an editor sees it. */
export function ProposeDialog({ enquiry, step, onClose }: { enquiry: StaffEnquiryView; step: Step; onClose: () => void }) {
  const { guide } = enquiry;
  const [words, setWords, forget] = useKept<{ topic: GuideTopic; question: string; answer: string }>(`enquiry-guide-${enquiry.id}`, { topic: 'other', question: guide.question, answer: guide.answer }, 'tab');
  const whole = words.question.trim().length > 3 && words.answer.trim().length > 3;
  const submit = () => step.mutate({ run: () => api.post<StaffEnquiryView>(`/staff/enquiries/${enquiry.id}/guide-entry`, words), done: copy.guideDone, then: () => { forget(); onClose(); } });
  return (
    <Modal open width={680} title={copy.guideTitle} okText={copy.propose} cancelText={copy.cancel} onCancel={onClose} onOk={submit} confirmLoading={step.isPending} okButtonProps={{ disabled: !whole, 'data-testid': 'propose-ok' }}>
      <div className={styles.form} data-testid="propose-dialog">
        <p className="muted">{copy.guideLead}</p>
        {guide.returnReason ? <Alert type="warning" showIcon title={copy.guideReturned(guide.returnReason)} /> : null}
        <label><span>{copy.topic}</span><Select<GuideTopic> value={words.topic} onChange={(topic) => setWords({ ...words, topic })} options={GUIDE_TOPICS.map(({ code, label }) => ({ value: code, label }))} data-testid="propose-topic" /></label>
        <label><span>{copy.question}</span><Input.TextArea rows={2} maxLength={GUIDE_LIMITS.question} showCount value={words.question} onChange={(event) => setWords({ ...words, question: event.target.value })} data-testid="propose-question" /></label>
        <label><span>{copy.answerWords}</span><Input.TextArea rows={6} maxLength={GUIDE_LIMITS.answer} showCount value={words.answer} onChange={(event) => setWords({ ...words, answer: event.target.value })} data-testid="propose-answer" /></label>
      </div>
    </Modal>
  );
}
