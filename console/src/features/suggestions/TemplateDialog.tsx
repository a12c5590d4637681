import type { SuggestionTemplateInput, SuggestionTemplateList, SuggestionTemplateView } from '@hall/shared/api/views';
import { SUGGESTION_LIMITS, SUGGESTION_TOPICS } from '@hall/shared/suggestion/suggestion.rules';
import type { SuggestionTopic } from '@hall/shared/suggestion/suggestion.rules';
import { useMutation } from '@tanstack/react-query';
import { App, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { templatesCopy as copy } from '../../kit/copy/suggestion-rooms.copy.ts';
import { useKept } from '../../kit/draft/use-kept.ts';
import styles from './Dialogs.module.css';

const FOR_ALL = '';
type Words = Omit<SuggestionTemplateInput, 'version'>;

/** One template, new or written anew. */
export function TemplateDialog({ template, onClose, onSaved }: { template: SuggestionTemplateView | null; onClose: () => void; onSaved: (list: SuggestionTemplateList) => void }) {
  const { message } = App.useApp();
  const [begun] = useState<Words>({ title: template?.title ?? '', text: template?.text ?? '', topic: template?.topic ?? null });
  const [words, setWords, forget] = useKept(`template.${template ? `${template.id}.${template.version}` : 'new'}`, begun);
  const save = useMutation({
    mutationFn: () => {
      const input: SuggestionTemplateInput = { title: words.title.trim(), text: words.text.trim(), topic: words.topic, version: template?.version ?? null };
      return template ? api.put<SuggestionTemplateList>(`/staff/suggestion-templates/${template.id}`, input) : api.create<SuggestionTemplateList>('/staff/suggestion-templates', input);
    },
    onSuccess: (list) => { forget(); onSaved(list); },
    onError: (error) => void message.error(sentenceOf(error)),
  });
  const whole = words.title.trim() !== '' && words.text.trim().length > 1;
  return (
    <Modal open width={620} title={template ? copy.dialogTitle.edit : copy.dialogTitle.new} okText={copy.save} cancelText={copy.cancel} onCancel={onClose} onOk={() => save.mutate()} confirmLoading={save.isPending} okButtonProps={{ disabled: !whole, 'data-testid': 'template-save' }}>
      <div className={styles.form} data-testid="template">
        <div className={styles.pair}>
          <label><span>{copy.titleLabel}</span><Input autoFocus maxLength={40} placeholder={copy.titleHint} value={words.title} onChange={(event) => setWords({ ...words, title: event.target.value })} data-testid="template-title" /></label>
          <label><span>{copy.topicLabel}</span><Select value={words.topic ?? FOR_ALL} onChange={(topic) => setWords({ ...words, topic: topic === FOR_ALL ? null : topic as SuggestionTopic })} options={[{ value: FOR_ALL, label: copy.allTopics }, ...SUGGESTION_TOPICS.map(({ code, label }) => ({ value: code, label }))]} data-testid="template-topic" /></label>
        </div>
        <label><span>{copy.textLabel}</span><Input.TextArea rows={8} maxLength={SUGGESTION_LIMITS.answer} showCount placeholder={copy.textHint} value={words.text} onChange={(event) => setWords({ ...words, text: event.target.value })} data-testid="template-text" /></label>
      </div>
    </Modal>
  );
}
