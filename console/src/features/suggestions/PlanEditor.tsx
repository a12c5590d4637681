import type { StaffSuggestionView } from '@hall/shared/api/views';
import { PLAN_LIMITS } from '@hall/shared/suggestion/plan.moves';
import type { PlanWords } from '@hall/shared/suggestion/plan-words';
import { planProblemsByField, planWordsOf, samePlan } from '@hall/shared/suggestion/plan-words';
import { App, Button, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { dayOf, now } from '../../kit/clock.ts';
import { planWorkCopy as copy } from '../../kit/copy/suggestions.copy.ts';
import { DayField } from '../../kit/day/DayField.tsx';
import { Conflict, SavedLine } from '../../kit/draft/SavedLine.tsx';
import { useSavedDraft } from '../../kit/draft/use-saved-draft.ts';
import { Key } from '../../kit/keys/Key.tsx';
import { useKeys } from '../../kit/keys/use-keys.ts';
import type { LeafProps } from './leaf-props.ts';
import { planText } from './plan.view.ts';
import styles from './Suggestion.module.css';
import { planOf } from './suggestion.view.ts';
import { readSuggestion, stepOf, useOwners, useShown } from './suggestions.api.ts';

/** The plan being written: it saves itself, and is proposed when every field can be read by people. */
export function PlanEditor({ suggestion, step, keys }: LeafProps) {
  const { message } = App.useApp();
  const shown = useShown();
  const owners = useOwners().data?.items ?? [];
  const [told, setTold] = useState(false);
  const heldOf = (of: StaffSuggestionView) => ({ value: planWordsOf(planOf(of), of.ownerId), version: planOf(of)?.version ?? null });
  const show = (of: StaffSuggestionView) => { shown(of); return heldOf(of); };
  const draft = useSavedDraft<PlanWords>({
    name: `plan.${suggestion.id}.${suggestion.round}`, held: heldOf(suggestion), same: samePlan,
    save: async (words, version) => show(await api.put<StaffSuggestionView>(`/staff/suggestions/${suggestion.id}/plan`, { ...words, version })),
    fresh: async () => show(await readSuggestion(suggestion.id)),
  });
  const { value: plan } = draft;
  const problems = told ? planProblemsByField(plan, dayOf(now())) : {};
  const set = (part: Partial<PlanWords>) => draft.change({ ...plan, ...part });
  const propose = () => {
    setTold(true);
    if (Object.keys(planProblemsByField(plan, dayOf(now()))).length > 0) void message.warning(copy.fix);
    else step.mutate({ run: async () => stepOf(suggestion.id, 'plan/propose', { version: (await draft.flush()).version }), done: copy.proposed });
  };
  useKeys({ g: propose }, keys && !step.isPending);
  const returned = planOf(suggestion)?.returnReason ?? null;
  return (
    <div className={styles.editor} data-testid="plan-editor">
      {returned ? <p className={styles.returned} data-testid="plan-returned">{copy.returned(returned)}</p> : null}
      <Conflict draft={draft} wordsOf={planText} />
      <Field label={copy.measure} problem={problems.measure} wide><Input.TextArea rows={4} maxLength={PLAN_LIMITS.measure} showCount placeholder={copy.measureHint} value={plan.measure} onChange={(event) => set({ measure: event.target.value })} data-testid="plan-measure" /></Field>
      <Field label={copy.owner} problem={problems.ownerId}><Select showSearch={{ optionFilterProp: 'label' }} value={plan.ownerId || null} onChange={(ownerId: string) => set({ ownerId })} options={owners.map(({ id, name, post }) => ({ value: id, label: `${name}（${post}）` }))} data-testid="plan-owner" /></Field>
      <Field label={copy.dueOn} problem={problems.dueOn}><DayField value={plan.dueOn || null} wrong={problems.dueOn !== undefined} onChange={(day) => set({ dueOn: day ?? '' })} testId="plan-due" /></Field>
      <Field label={copy.metric} problem={problems.metric}><Input maxLength={PLAN_LIMITS.metric} placeholder={copy.metricHint} value={plan.metric} onChange={(event) => set({ metric: event.target.value })} data-testid="plan-metric" /></Field>
      <Field label={copy.target} problem={problems.target}><Input maxLength={PLAN_LIMITS.target} placeholder={copy.targetHint} value={plan.target} onChange={(event) => set({ target: event.target.value })} data-testid="plan-target" /></Field>
      <Field label={copy.observe} problem={problems.observeDays} hint={copy.observeHint}><InputNumber min={0} max={PLAN_LIMITS.observeDays} precision={0} value={plan.observeDays} onChange={(observeDays) => set({ observeDays: observeDays ?? 0 })} data-testid="plan-observe" /></Field>
      <footer className={styles.foot}><SavedLine draft={draft} testId="plan-saved" /><Button type="primary" size="large" loading={step.isPending} disabled={draft.theirs !== null} onClick={propose} data-testid="plan-propose">{copy.propose}<Key of="G" /></Button></footer>
    </div>
  );
}

function Field({ label, problem, hint, wide = false, children }: { label: string; problem: string | undefined; hint?: string; wide?: boolean; children: ReactNode }) {
  return <label className={`${wide ? styles.wide : ''} ${problem ? styles.wrong : ''}`}><span>{label}</span>{children}{problem ? <em role="alert">{problem}</em> : hint ? <small className="muted">{hint}</small> : null}</label>;
}
