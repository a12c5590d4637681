import type { StaffEnquiryView } from '@hall/shared/api/views';
import { ENQUIRY_LIMITS, answerProblems } from '@hall/shared/enquiry/enquiry.rules';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown, Input, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { enquiriesCopy as copy } from '../../kit/copy/enquiries.copy.ts';
import type { Held } from '../../kit/draft/draft.view.ts';
import { Conflict, SavedLine } from '../../kit/draft/SavedLine.tsx';
import { useSavedDraft } from '../../kit/draft/use-saved-draft.ts';
import type { Step } from './enquiries.api.ts';
import { enquiryKey, readEnquiry, stepOf, useTemplates } from './enquiries.api.ts';
import { withTemplate } from './enquiries.view.ts';
import styles from './Enquiries.module.css';

const heldOf = ({ draft }: StaffEnquiryView): Held<string> => ({ value: draft?.text ?? '', version: draft?.version ?? null });

/** The answer being written: it saves itself, begins from a template, and is looked at once more before it goes. */
export function AnswerEditor({ enquiry, step, onSent }: { enquiry: StaffEnquiryView; step: Step; onSent: () => void }) {
  const client = useQueryClient();
  const templates = useTemplates();
  const [looking, setLooking] = useState(false);
  const show = (of: StaffEnquiryView) => { client.setQueryData(enquiryKey(of.id), of); return heldOf(of); };
  const draft = useSavedDraft<string>({
    name: `enquiry-answer-${enquiry.id}`, held: heldOf(enquiry), same: (a, b) => a === b,
    save: async (text, version) => show(await api.put<StaffEnquiryView>(`/staff/enquiries/${enquiry.id}/draft`, { text, version })),
    fresh: async () => show(await readEnquiry(enquiry.id)),
  });
  const [problem] = answerProblems(draft.value);
  const whole = problem === undefined && draft.theirs === null;
  // Saved first, so that a refused or lost sending leaves the words on the server.
  const send = () => step.mutate({ run: async () => { await draft.flush(); return stepOf(enquiry, 'answer', { text: draft.value.trim() }); }, done: copy.sent, then: () => { setLooking(false); onSent(); } });
  const items = (templates.data?.items ?? []).map(({ id, title, text }) => ({ key: id, label: title, onClick: () => draft.change(withTemplate(draft.value, text)) }));
  return (
    <div className={styles.stack} data-testid="answer-editor">
      <div className={`${styles.line} ${styles.apart}`}>
        <h2>{copy.answer}</h2>
        <Dropdown menu={{ items: items.length > 0 ? items : [{ key: 'none', label: copy.noTemplates, disabled: true }] }} trigger={['click']}><Button size="small" data-testid="answer-template">{copy.template}</Button></Dropdown>
      </div>
      <Conflict draft={draft} wordsOf={(text) => text} />
      <Input.TextArea autoSize={{ minRows: 7, maxRows: 16 }} maxLength={ENQUIRY_LIMITS.answer} placeholder={copy.answerHint} value={draft.value} onChange={(event) => draft.change(event.target.value)} aria-label={copy.answer} data-testid="answer-text" />
      <div className={`${styles.line} ${styles.apart}`}>
        <SavedLine draft={draft} />
        {problem && draft.value.trim() !== '' ? <small className={styles.problem} role="status" data-testid="answer-problem">{problem.message}</small> : null}
        <Button type="primary" size="large" disabled={!whole} onClick={() => setLooking(true)} data-testid="answer-send">{copy.send}</Button>
      </div>
      {looking ? (
        <Modal open title={copy.sendTitle} okText={copy.sendYes} cancelText={copy.sendNo} onCancel={() => setLooking(false)} onOk={send} confirmLoading={step.isPending} okButtonProps={{ autoFocus: true, 'data-testid': 'answer-send-yes' }}>
          <p className={styles.preview} data-testid="answer-preview">{draft.value.trim()}</p>
        </Modal>
      ) : null}
    </div>
  );
}
