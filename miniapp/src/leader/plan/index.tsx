import type { StaffSuggestionView, SuggestionOwnerView } from '@hall/shared/api/views';
import { planProblemsByField, type PlanWords } from '@hall/shared/suggestion/plan-words';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { get, list, post, put } from '../../kit/api.ts';
import { today } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/office.ts';
import { useIntent } from '../../kit/intent.ts';
import { back } from '../../kit/navigate.ts';
import { leaveFor, useResource, type Resource } from '../../kit/resource.ts';
import { staffAccount } from '../../kit/staff-session.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Notice } from '../../kit/ui/card.tsx';
import { LongText } from '../../kit/ui/long-text.tsx';
import { Empty, Trouble } from '../../kit/ui/screen.tsx';
import { moved } from '../moved.ts';
import { StaffScreen } from '../staff-screen.tsx';
import { loadSuggestion } from '../suggestion/load.ts';
import { planNow } from '../suggestion/suggestion.view.ts';
import { PlanFields } from './fields.tsx';
import { useKeptPlan } from './kept-plan.ts';

const copy = words.plan;
interface Work { suggestion: StaffSuggestionView; owners: SuggestionOwnerView[] }

async function load(id: string): Promise<Work> {
  const [suggestion, owners] = await Promise.all([get<StaffSuggestionView>(`/staff/suggestions/${id}`), list<SuggestionOwnerView>('/staff/suggestion-owners')]);
  return { suggestion, owners };
}

/** The plan of a suggestion: written on the phone, kept as a draft at the hall, proposed when every field can be read by people. */
export default function Plan() {
  const { id = '' } = useRouter().params;
  const work = useResource(`${staffAccount()}:plan:${id}`, () => load(id));
  return (
    <StaffScreen id='office-plan-page' of={work} skeleton='page'>
      {(one) => (one.suggestion.mayEditPlan ? <Writing key={one.suggestion.round} of={work} work={one} id={id} /> : <Empty icon='info' title={copy.mayNot} action={<Button id='plan-back' kind='quiet' onTap={back}>{words.answer.back}</Button>} />)}
    </StaffScreen>
  );
}

function Writing({ of, work, work: { suggestion, owners }, id }: { of: Resource<Work>; work: Work; id: string }) {
  const draft = planNow(suggestion);
  const kept = useKeptPlan(`plan:${id}:${suggestion.round}`, draft, suggestion.ownerId);
  const [told, setTold] = useState(false);
  const [saved, setSaved] = useState(false);
  const problems = told ? planProblemsByField(kept.words, today()) : {};
  const change = (part: Partial<PlanWords>) => { setSaved(false); kept.set(part); };
  /** @returns the version of the draft the hall has now */
  const save = async (): Promise<number> => {
    let version = 0;
    await moved(of, async () => {
      const after = await put<StaffSuggestionView>(`/staff/suggestions/${id}/plan`, { ...kept.words, version: draft?.version ?? null });
      version = planNow(after)?.version ?? 0;
      kept.savedAs(version);
      return { ...work, suggestion: after };
    });
    return version;
  };
  const propose = useIntent(async () => {
    const version = await save();
    await moved(of, async () => { await post(`/staff/suggestions/${id}/plan/propose`, { version }); return null; });
    kept.sent();
    // The page behind stands at once as it is now.
    leaveFor(`${staffAccount()}:suggestion:${id}`, await loadSuggestion({ id }));
    back();
  });
  const keep = useIntent(async () => { await save(); setSaved(true); });
  const busy = propose.busy || keep.busy;
  const give = () => {
    setTold(true);
    if (Object.keys(planProblemsByField(kept.words, today())).length === 0) void propose.run();
  };
  return (
    <>
      <Card id='question'><View className='heading'>{words.answer.question}</View><LongText id='question-text' signs={90}>{suggestion.text}</LongText></Card>
      <View className='part'>{draft?.returnReason && <Notice id='plan-returned' tone='warn'>{copy.returned(draft.returnReason)}</Notice>}</View>
      <View className='part'>{kept.theirs && (
        <Card id='their-plan'>
          <View className='secondary'>{copy.theirs}</View>
          <LongText id='their-measure' signs={120}>{kept.theirs.measure}</LongText>
          <Button id='take-theirs' kind='plain' onTap={kept.takeTheirs}>{copy.takeTheirs}</Button>
        </Card>
      )}</View>
      <PlanFields of={kept.words} owners={owners} problems={problems} onChange={change} />
      <View className='small'>{saved ? copy.saved : copy.keptHere}</View>
      <View className='part'>
        {Object.keys(problems).length > 0 && <Notice id='plan-fix' tone='accent'>{copy.fix}</Notice>}
        <Trouble error={propose.error ?? keep.error} />
      </View>
      <Button id='propose' busy={propose.busy} disabled={busy} onTap={give}>{copy.propose}</Button>
      <Button id='save-plan' kind='quiet' busy={keep.busy} disabled={busy} onTap={() => void keep.run()}>{copy.save}</Button>
    </>
  );
}
