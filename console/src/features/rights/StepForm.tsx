import type { StaffRightsView } from '@hall/shared/api/views';
import { RIGHTS_WORDS_LENGTH } from '@hall/shared/relays/rights.moves';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Input, Radio } from 'antd';
import { api } from '../../kit/api/api.ts';
import { sentenceOfStep } from '../../kit/api/problem.ts';
import { rightsCopy as copy } from '../../kit/copy/rights.copy.ts';
import { useKept } from '../../kit/draft/use-kept.ts';
import type { Act, TypedStep } from './rights.view.ts';
import { NO_STEP, actOf, actsOf } from './rights.view.ts';
import styles from './Rights.module.css';

/** The next step and the words for it; the person reads them, but for notes. What is typed stays, in this tab, until it is sent: also when a colleague was faster. */
export function StepForm({ of, onTaken, onStale }: { of: StaffRightsView; onTaken: (view: StaffRightsView) => void; onStale: () => void }) {
  const { message } = App.useApp();
  const acts = actsOf(of);
  const [typed, setTyped, forget] = useKept<TypedStep>(`rights-step.${of.id}`, NO_STEP, 'tab');
  const act = actOf(typed, acts);
  const { words } = typed;
  const send = useMutation({
    mutationFn: () => api.post<StaffRightsView>(`/staff/rights/${of.id}/steps`, { action: act, words: words.trim(), version: of.version }),
    onSuccess: (view) => { forget(); void message.success(copy.submitted); onTaken(view); },
    onError: (error) => { void message.error(sentenceOfStep(error)); onStale(); },
  });
  if (acts.length === 0) return <p className="muted">{copy.closed}</p>;
  const submit = () => { if (words.trim() === '') void message.warning(copy.wordsNeeded); else send.mutate(); };
  return (
    <div className={styles.now}>
      <h2>{copy.now}</h2>
      <Radio.Group vertical value={act} onChange={(event) => setTyped({ ...typed, act: event.target.value as Act })} options={acts.map((value) => ({ value, label: copy.acts[value] }))} data-testid="rights-act" />
      <Input.TextArea autoSize={{ minRows: 4, maxRows: 10 }} maxLength={RIGHTS_WORDS_LENGTH} placeholder={copy.hints[act]} value={words} onChange={(event) => setTyped({ act, words: event.target.value })} data-testid="rights-step-words" />
      <Button type="primary" size="large" loading={send.isPending} onClick={submit} data-testid="rights-step-send">{copy.submit}</Button>
    </div>
  );
}
