import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { dayWords, today } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/office.ts';
import { useResource } from '../../kit/resource.ts';
import { staffAccount } from '../../kit/staff-session.ts';
import { Card, Facts, Notice, StateTag } from '../../kit/ui/card.tsx';
import { LongText } from '../../kit/ui/long-text.tsx';
import { DeadlineLines } from '../deadline-lines.tsx';
import { Pictures } from '../pictures.tsx';
import { usePull } from '../pull.ts';
import { StaffScreen } from '../staff-screen.tsx';
import { Story } from '../story.tsx';
import { useActs } from './acts.tsx';
import { loadSuggestion, pictureLink, type Shown } from './load.ts';
import { Notes, Plan, Said } from './parts.tsx';
import { byWhom, deskActsOf, planNow, storyOf, suggestionTone } from './suggestion.view.ts';

const copy = words.one;
const TEXT_SIGNS = 180;

/** One suggestion in the leader's hand: what was said, what is owed, what may be done now. */
export default function Suggestion() {
  const { id, plan } = useRouter().params;
  const one = useResource(`${staffAccount()}:suggestion:${plan ?? id}`, () => loadSuggestion({ id, plan }), { keep: true });
  usePull(one.reload);
  const acts = useActs(one);
  return <StaffScreen id='office-suggestion-page' of={one} skeleton='page' footer={() => acts.footer}>{(shown) => <><Whole of={shown} others={acts.others} onChanged={one.reload} /><View className='part'>{acts.dialogs}</View></>}</StaffScreen>;
}

function Whole({ of: { suggestion, me }, others, onChanged }: { of: Shown; others: ReactNode; onChanged: () => Promise<void> }) {
  const here = today();
  const plan = planNow(suggestion);
  const atTheDesk = deskActsOf(suggestion);
  const actsAs = suggestion.actingName === me.name ? suggestion.ownerName : null;
  return (
    <>
      {/* Boxes nobody sees: what comes or goes inside one crosses to the view without its surroundings. */}
      <View className='part'>{actsAs && <Notice id='acts-as' tone='info'>{copy.actsAs(actsAs)}</Notice>}</View>
      <Card id='said'>
        <View className='office-head'><View className='title'>{suggestion.topicLabel}</View><StateTag id='state-tag' tone={suggestionTone(suggestion.state)}>{suggestion.stateLabel}</StateTag></View>
        <LongText id='text' signs={TEXT_SIGNS}>{suggestion.text}</LongText>
        <Pictures ids={suggestion.pictures.map(({ id }) => id)} linkPath={pictureLink(suggestion.id)} />
        <Facts of={[
          [copy.number, suggestion.number], [copy.received, dayWords(suggestion.receivedOn, here)], [copy.by, `${byWhom(suggestion)} · ${suggestion.way === 'paper' ? copy.paper : copy.online}`],
          [copy.owner, suggestion.ownerName], [copy.visible, suggestion.visibilityLabel], [copy.supporters, suggestion.supporters > 0 ? words.list.supporters(suggestion.supporters) : null],
        ]} />
        <DeadlineLines of={suggestion.deadlines} mayExtend={me.mayExtend} onChanged={onChanged} />
      </Card>
      <View className='part'>{plan && <Plan of={plan} here={here} />}</View>
      <View className='part'><Said of={suggestion} here={here} /><Notes of={suggestion} /></View>
      <View className='part'>{others}</View>
      <View className='part'>{atTheDesk.length > 0 && <View id='at-the-desk' className='small'>{copy.atTheDesk(atTheDesk.join('、'), suggestion.number)}</View>}</View>
      <Story of={storyOf(suggestion, here)} />
    </>
  );
}
