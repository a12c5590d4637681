import type { AskedExclusionView, ExclusionList, StaffCommitmentList, StaffCommitmentView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { spoken } from '../../kit/accessibility.ts';
import { get, post } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/office.ts';
import { useIntent } from '../../kit/intent.ts';
import { go, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { staffAccount } from '../../kit/staff-session.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, StateTag } from '../../kit/ui/card.tsx';
import { Confirm } from '../../kit/ui/confirm.tsx';
import { Trouble } from '../../kit/ui/screen.tsx';
import { usePull } from '../pull.ts';
import { StaffScreen } from '../staff-screen.tsx';
import { WordsDialog } from '../words-dialog.tsx';
import { headingOf, inForce, monthLine, monthTone, monthWord, toDecide } from './commitments.view.ts';

const copy = words.commitments;
interface State { promises: StaffCommitmentView[]; exclusions: AskedExclusionView[] }

async function load(): Promise<State> {
  const [promises, exclusions] = await Promise.all([get<StaffCommitmentList>('/staff/commitments'), get<ExclusionList>('/staff/commitments/exclusions')]);
  return { promises: inForce(promises.items), exclusions: toDecide(exclusions.items) };
}

/** What the hall has promised, how this month stands, and what waits for a second person. */
export default function Commitments() {
  const state = useResource(`${staffAccount()}:commitments`, load, { keep: true });
  usePull(state.reload);
  return (
    <StaffScreen id='office-commitments-page' of={state} empty={{ when: ({ promises, exclusions }) => promises.length + exclusions.length === 0, icon: 'inbox', title: copy.empty, detail: copy.emptyDetail }}>
      {({ promises, exclusions }) => (
        <>
          {exclusions.length > 0 && <View className='heading'>{copy.decide}</View>}
          {exclusions.map((exclusion) => <Exclusion key={exclusion.id} of={exclusion} onDone={state.reload} />)}
          <Card className='card--rows'>{promises.map((promise) => <One key={promise.id} of={promise} />)}</Card>
        </>
      )}
    </StaffScreen>
  );
}

const One = ({ of }: { of: StaffCommitmentView }) => (
  <View id={`commitment-${of.id}`} className='owed' hoverClass='card--pressed' onClick={() => go(to('/leader/commitment/index', { id: of.id }))} {...spoken('button')}>
    <View className='owed__title'>{of.wording}</View>
    <View className='office-head'><StateTag tone={monthTone(of.live)}>{monthWord(of.live)}</StateTag></View>
    <View className='secondary'>{monthLine(of.live, of.pending)}</View>
  </View>
);

function Exclusion({ of, onDone }: { of: AskedExclusionView; onDone: () => Promise<void> }) {
  const [asking, setAsking] = useState<'agree' | 'refuse' | null>(null);
  const decide = async (agree: boolean, text: string): Promise<void> => {
    await post<ExclusionList>(`/staff/commitments/exclusions/${of.id}`, { agree, words: text, version: of.version });
    await onDone();
  };
  const agree = useIntent(async () => { await decide(true, ''); setAsking(null); });
  return (
    <Card id={`exclusion-${of.id}`}>
      <View className='title'>{of.wording}</View>
      <View className='secondary'>{headingOf(of).filter(Boolean).join(' · ')}</View>
      <View>{of.why}</View>
      <View className='secondary'>{copy.by(of.proposedBy, of.reasonLabel)}</View>
      <View>{of.words}</View>
      <Button id='agree' busy={agree.busy} onTap={() => setAsking('agree')}>{copy.agree}</Button>
      <Button id='refuse' kind='quiet' disabled={agree.busy} onTap={() => setAsking('refuse')}>{copy.refuse}</Button>
      {asking === 'agree' && <Confirm id='agree-ask' title={copy.agreeAsk} yes={copy.agree} busy={agree.busy} onYes={() => void agree.run()} onNo={() => setAsking(null)}><View>{copy.agreeDetail}</View><Trouble error={agree.error} /></Confirm>}
      {asking === 'refuse' && <WordsDialog id='refuse-ask' name={`exclusion:${of.id}`} title={copy.refuseAsk} example={copy.refuseExample} most={300} yes={copy.refuse} send={(text) => decide(false, text)} onClose={() => setAsking(null)} />}
    </Card>
  );
}
