import type { EnquiryTemplateList, EnquiryTemplateView } from '@hall/shared/api/views';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal, Popconfirm } from 'antd';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { enquiriesCopy as copy } from '../../kit/copy/enquiries.copy.ts';
import { useKept } from '../../kit/draft/use-kept.ts';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { TEMPLATES_KEY, useTemplates } from './enquiries.api.ts';
import styles from './Enquiries.module.css';

type Edited = { id: string | null; title: string; text: string; version: number | null };
const NEW: Edited = { id: null, title: '', text: '', version: null };

/** Words answers begin with, shared by the whole hall. */
export function TemplatesDialog({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const query = useTemplates();
  const [edited, setEdited, forget] = useKept<Edited | null>('enquiry-template', null);
  const done = (words: string) => (list: EnquiryTemplateList) => { client.setQueryData(TEMPLATES_KEY, list); forget(); void message.success(words); };
  const fail = (error: unknown) => { void message.error(sentenceOf(error)); void client.invalidateQueries({ queryKey: TEMPLATES_KEY }); };
  const save = useMutation({
    mutationFn: ({ id, ...body }: Edited) => (id === null ? api.post<EnquiryTemplateList>('/staff/enquiry-templates', body) : api.put<EnquiryTemplateList>(`/staff/enquiry-templates/${id}`, body)),
    onSuccess: done(copy.saved), onError: fail,
  });
  const retire = useMutation({ mutationFn: ({ id, version }: EnquiryTemplateView) => api.post<EnquiryTemplateList>(`/staff/enquiry-templates/${id}/retire`, { version }), onSuccess: done(copy.retired), onError: fail });
  const whole = edited !== null && edited.title.trim() !== '' && edited.text.trim().length > 1;
  return (
    <Modal open width={640} title={copy.templatesTitle} footer={null} onCancel={onClose}>
      <div className={styles.form} data-testid="enquiry-templates">
        <Loaded query={query} lines={3}>
          {({ items }) => (
            <ul className={styles.templates}>
              {items.map((item) => (
                <li key={item.id}>
                  <div><strong>{item.title}</strong><p>{item.text}</p></div>
                  <Button size="small" onClick={() => setEdited({ ...item })} data-testid={`template-edit-${item.id}`}>{copy.edit}</Button>
                  <Popconfirm title={copy.retireAsk} okText={copy.retire} cancelText={copy.cancel} onConfirm={() => retire.mutate(item)}><Button size="small" loading={retire.isPending && retire.variables.id === item.id}>{copy.retire}</Button></Popconfirm>
                </li>
              ))}
            </ul>
          )}
        </Loaded>
        {edited === null ? <Button onClick={() => setEdited(NEW)} data-testid="template-add">{copy.add}</Button> : (
          <>
            <label><span>{copy.templateName}</span><Input autoFocus maxLength={40} value={edited.title} onChange={(event) => setEdited({ ...edited, title: event.target.value })} data-testid="template-title" /></label>
            <label><span>{copy.templateText}</span><Input.TextArea rows={4} maxLength={2000} value={edited.text} onChange={(event) => setEdited({ ...edited, text: event.target.value })} data-testid="template-text" /></label>
            <div className={styles.line}><Button type="primary" disabled={!whole} loading={save.isPending} onClick={() => save.mutate(edited)} data-testid="template-save">{copy.save}</Button><Button onClick={forget}>{copy.cancel}</Button></div>
          </>
        )}
      </div>
    </Modal>
  );
}
