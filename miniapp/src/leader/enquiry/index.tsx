import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { momentInWords, today } from '../../kit/clock.ts';
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
import { enquiryTone, storyOf } from './enquiry.view.ts';
import { loadEnquiry, pictureLink, type Shown } from './load.ts';

const copy = words.enquiry;
const TEXT_SIGNS = 180;

/** One question in the leader's hand. */
export default function Enquiry() {
  const { id = '' } = useRouter().params;
  const one = useResource(`${staffAccount()}:enquiry:${id}`, () => loadEnquiry(id), { keep: true });
  usePull(one.reload);
  const acts = useActs(one);
  return <StaffScreen id='office-enquiry-page' of={one} skeleton='page' footer={() => acts.footer}>{(shown) => <><Whole of={shown} others={acts.others} onChanged={one.reload} /><View className='part'>{acts.dialogs}</View></>}</StaffScreen>;
}

function Whole({ of: { enquiry, me }, others, onChanged }: { of: Shown; others: ReactNode; onChanged: () => Promise<void> }) {
  const here = today();
  const actsAs = enquiry.actingName === me.name ? enquiry.ownerName : null;
  return (
    <>
      {actsAs && <Notice id='acts-as' tone='info'>{words.one.actsAs(actsAs)}</Notice>}
      {enquiry.offeredTo && <Notice id='offered' tone='warn'>{copy.offeredTo(enquiry.offeredTo)}</Notice>}
      <Card id='asked'>
        <View className='office-head'><View className='title'>{enquiry.addresseeLabel}</View><StateTag id='state-tag' tone={enquiryTone(enquiry.state)}>{enquiry.stateLabel}</StateTag></View>
        <LongText id='text' signs={TEXT_SIGNS}>{enquiry.text}</LongText>
        <Pictures ids={enquiry.pictures.map(({ pictureId }) => pictureId)} linkPath={pictureLink} />
        <Facts of={[[words.one.number, enquiry.number], [copy.askedAt, momentInWords(enquiry.askedAt, here)], [copy.asker, `${enquiry.askerName ?? copy.unnamed} · ${enquiry.wayLabel}`], [words.one.owner, [enquiry.ownerName, enquiry.ownerPost].filter(Boolean).join(' ') || words.owed.unowned]]} />
        <DeadlineLines of={enquiry.deadlines} mayExtend={me.mayExtend} onChanged={onChanged} />
      </Card>
      {others}
      <Story of={storyOf(enquiry, here)} />
    </>
  );
}
