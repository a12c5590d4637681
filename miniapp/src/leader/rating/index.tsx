import type { RatingCaseView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { get } from '../../kit/api.ts';
import { today } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/office.ts';
import { useResource } from '../../kit/resource.ts';
import { staffAccount } from '../../kit/staff-session.ts';
import { Card, Facts, Notice, StateTag } from '../../kit/ui/card.tsx';
import { LongText } from '../../kit/ui/long-text.tsx';
import { DeadlineLines } from '../deadline-lines.tsx';
import { usePull } from '../pull.ts';
import { StaffScreen } from '../staff-screen.tsx';
import { Story } from '../story.tsx';
import { CaseWork } from './case-work.tsx';
import { levelTone, ratingActs, storyOf } from './rating.view.ts';

const copy = words.rating;

/** One negative rating: what was said, what was found, and what is to be done now. */
export default function RatingCase() {
  const { id = '' } = useRouter().params;
  const one = useResource(`${staffAccount()}:rating:${id}`, () => get<RatingCaseView>(`/staff/rating-cases/${id}`), { keep: true });
  usePull(one.reload);
  return (
    <StaffScreen id='office-rating-page' of={one} skeleton='page'>
      {(shown) => (
        <>
          <Whole of={shown} onChanged={one.reload} />
          {ratingActs(shown).length > 0 ? <CaseWork key={shown.version} of={one} shown={shown} /> : <Notice id='nothing-to-do' tone='info'>{shown.notMine ?? copy.nothing}</Notice>}
          <Story of={storyOf(shown, today())} />
          <View className='small'>{copy.stays}</View>
        </>
      )}
    </StaffScreen>
  );
}

function Whole({ of, onChanged }: { of: RatingCaseView; onChanged: () => Promise<void> }) {
  const waiting = of.objections.filter(({ state }) => state === 'waiting');
  return (
    <>
      {of.proposal && <Notice id='proposal' tone='warn'>{copy.proposal(of.proposal.byName, of.proposal.label)}</Notice>}
      {waiting.map((objection) => <Notice key={objection.id} id='objection' tone='warn' title={`${copy.objection[objection.side]} · ${copy.waiting}`}>{objection.words}</Notice>)}
      <Card id='rated'>
        <View className='office-head'><StateTag id='level' tone={levelTone(of.level)}>{of.levelLabel}</StateTag><StateTag id='state-tag' tone='info'>{of.stateLabel}</StateTag></View>
        {of.comment === null ? <View className='secondary'>{copy.noWords}</View> : <LongText id='comment' signs={200}>{of.comment}</LongText>}
        <Facts of={[
          [copy.reasons, of.reasons.join('、')], [copy.dimensions, of.dimensions.map(({ code, label }) => `${code} ${label}`).join('，')], [copy.month, of.month], [copy.window, of.windowLabel], [copy.matters, of.matterNames.join('、')], [copy.staff, of.staffName],
          [words.one.owner, of.ownerName], [copy.verdict, of.verdictLabel],
        ]} />
        {!of.reachable && <View className='secondary'>{copy.unreachable}</View>}
        <DeadlineLines of={of.deadlines} mayExtend={false} onChanged={onChanged} />
      </Card>
      {of.asked && (
        <Card id='asked'><View className='title'>{copy.asked}</View><View>{of.asked.question}</View><View className='secondary'>{of.asked.answer ?? (of.asked.released ? copy.notYet : copy.notReleased)}</View></Card>
      )}
    </>
  );
}
