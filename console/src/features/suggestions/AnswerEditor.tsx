import { SnippetsOutlined } from '@ant-design/icons';
import type { StaffSuggestionView } from '@hall/shared/api/views';
import { SUGGESTION_LIMITS } from '@hall/shared/suggestion/suggestion.rules';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { answerWorkCopy as copy } from '../../kit/copy/suggestions.copy.ts';
import { Conflict, SavedLine } from '../../kit/draft/SavedLine.tsx';
import { useSavedDraft } from '../../kit/draft/use-saved-draft.ts';
import { Key } from '../../kit/keys/Key.tsx';
import { useKeys } from '../../kit/keys/use-keys.ts';
import { AnswerPreview } from './AnswerPreview.tsx';
import type { AnswerWords } from './answer.view.ts';
import { sameAnswer, templatesFor, withTemplate, wordsOf } from './answer.view.ts';
import type { LeafProps } from './leaf-props.ts';
import { answerWaitsFor } from './now.view.ts';
import styles from './Suggestion.module.css';
import { planOf, stands } from './suggestion.view.ts';
import { readSuggestion, stepOf, suggestionKey, useShown, useTemplates } from './suggestions.api.ts';

/** The one draft of the answer, which saves itself; whoever may speak for the hall publishes it after looking at it as the resident will. */
export function AnswerEditor({ suggestion, step, keys }: LeafProps) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const shown = useShown();
  const templates = useTemplates().data?.items ?? [];
  const [asked, setAsked] = useState(false);
  const { id } = suggestion;
  const heldOf = (of: StaffSuggestionView) => ({ value: wordsOf(of), version: of.draft?.version ?? null });
  const show = (of: StaffSuggestionView) => { shown(of); return heldOf(of); };
  const draft = useSavedDraft<AnswerWords>({
    name: `answer.${id}`, held: heldOf(suggestion), same: sameAnswer,
    save: async ({ text, noPlanReason }, version) => show(await api.put<StaffSuggestionView>(`/staff/suggestions/${id}/answer-draft`, { text, noPlanReason: noPlanReason.trim() || null, version })),
    fresh: async () => show(await readSuggestion(id)),
  });
  const { value } = draft;
  const set = (part: Partial<AnswerWords>) => draft.change({ ...value, ...part });
  const planned = stands(planOf(suggestion));
  const mayPublish = suggestion.actions.includes('reply');
  const waits = answerWaitsFor({ ...suggestion, ...value });
  const look = () => { if (waits) void message.warning(copy.waits[waits]); else setAsked(true); };
  const publish = () => step.mutate({
    run: async () => {
      await draft.flush();
      return stepOf(id, 'answer/publish', { version: client.getQueryData<StaffSuggestionView>(suggestionKey(id))?.version ?? suggestion.version });
    },
    done: copy.published, then: () => setAsked(false),
  });
  useKeys({ g: mayPublish && draft.theirs === null ? look : undefined }, keys && !asked && !step.isPending);
  const menu = templatesFor(templates, suggestion.topic).map((each) => ({ key: each.id, label: each.title }));
  const insert = ({ key }: { key: string }) => { const chosen = templates.find((each) => each.id === key); if (chosen) set({ text: withTemplate(value.text, chosen.text) }); };
  return (
    <div className={styles.editor} data-testid="answer-editor">
      <Conflict draft={draft} wordsOf={({ text }) => text} />
      <div className={`${styles.wide} ${styles.tools}`}>
        <small className="muted">{copy.hint}</small>
        <Dropdown disabled={menu.length === 0} trigger={['click']} menu={{ items: menu, onClick: insert, style: { maxHeight: 320, overflow: 'auto' } }}><Button size="small" icon={<SnippetsOutlined />} title={menu.length === 0 ? copy.noTemplates : undefined} data-testid="answer-template">{copy.template}</Button></Dropdown>
      </div>
      <Input.TextArea className={styles.wide ?? ''} autoSize={{ minRows: 8, maxRows: 14 }} maxLength={SUGGESTION_LIMITS.answer} showCount value={value.text} onChange={(event) => set({ text: event.target.value })} data-testid="answer-text" />
      {planned ? null : <label className={styles.wide}><span>{copy.noPlan}</span><Input maxLength={SUGGESTION_LIMITS.reason} placeholder={copy.noPlanHint} value={value.noPlanReason} onChange={(event) => set({ noPlanReason: event.target.value })} data-testid="answer-no-plan" /></label>}
      <footer className={styles.foot}>
        <SavedLine draft={draft} testId="answer-saved" />
        {suggestion.draft ? <small className="muted">{copy.writtenBy(suggestion.draft.writtenBy)}</small> : null}
        {mayPublish ? <Button type="primary" size="large" disabled={draft.theirs !== null} title={waits ? copy.waits[waits] : undefined} onClick={look} data-testid="answer-preview">{copy.preview}<Key of="G" /></Button> : <small className="muted" data-testid="answer-to-publisher">{copy.toPublisher}</small>}
      </footer>
      {asked ? <AnswerPreview suggestion={suggestion} title={copy.previewTitle} lead={copy.previewLead} ok={copy.publish} text={value.text} noPlanReason={planned ? '' : value.noPlanReason} busy={step.isPending} onPublish={publish} onClose={() => setAsked(false)} /> : null}
    </div>
  );
}
