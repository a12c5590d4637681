import type { SuggestionOwnerView } from '@hall/shared/api/views';
import { addDays } from '@hall/shared/kernel/day';
import { PLAN_LIMITS } from '@hall/shared/suggestion/plan.moves';
import type { PlanWords } from '@hall/shared/suggestion/plan-words';
import { today } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/office.ts';
import { Choice } from '../../kit/ui/choice.tsx';
import { CodePicker, DatePicker, Field, TextBox, TextInput } from '../../kit/ui/field.tsx';

const copy = words.plan;
/** Enough to choose from; what stands there already is always among them. */
const OBSERVATIONS = [0, 7, 15, 30, 60, 90];

interface Props { of: PlanWords; owners: readonly SuggestionOwnerView[]; problems: Partial<Record<keyof PlanWords, string>>; onChange: (part: Partial<PlanWords>) => void }

/** What is done, by whom, by when, and how one will see that it helped. */
export function PlanFields({ of, owners, problems, onChange }: Props) {
  const here = today();
  const days = [...new Set([...OBSERVATIONS, of.observeDays])].sort((a, b) => a - b).map((count) => ({ value: String(count), label: count === 0 ? copy.atOnce : copy.days(count) }));
  return (
    <>
      <Field label={copy.measure} error={problems.measure ?? null}><TextBox id='measure' label={copy.measure} value={of.measure} maxLength={PLAN_LIMITS.measure} placeholder={copy.measureExample} onChange={(measure) => onChange({ measure })} /></Field>
      <Field label={copy.owner} error={problems.ownerId ?? null}><CodePicker id='plan-owner' label={copy.owner} options={owners.map(({ id, name, post }) => ({ code: id, label: `${name}（${post}）` }))} value={of.ownerId} onChange={(ownerId) => onChange({ ownerId })} /></Field>
      <Field label={copy.dueOn} hint={copy.dueHint} error={problems.dueOn ?? null}><DatePicker id='due-on' label={copy.dueOn} fields='day' value={of.dueOn} from={here} until={addDays(here, PLAN_LIMITS.dueWithinDays)} onChange={(dueOn) => onChange({ dueOn })} /></Field>
      <Field label={copy.metric} error={problems.metric ?? null}><TextInput id='metric' label={copy.metric} value={of.metric} maxLength={PLAN_LIMITS.metric} placeholder={copy.metricExample} onChange={(metric) => onChange({ metric })} /></Field>
      <Field label={copy.target} error={problems.target ?? null}><TextInput id='target' label={copy.target} value={of.target} maxLength={PLAN_LIMITS.target} placeholder={copy.targetExample} onChange={(target) => onChange({ target })} /></Field>
      <Field label={copy.observe} hint={copy.observeHint} error={problems.observeDays ?? null}><Choice id='observe' tight label={copy.observe} options={days} chosen={[String(of.observeDays)]} onChoose={(count) => onChange({ observeDays: Number(count) })} /></Field>
    </>
  );
}
