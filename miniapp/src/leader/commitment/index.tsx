import type { FulfilmentPage, FulfilmentView, StaffCommitmentView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { get } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/office.ts';
import { useResource } from '../../kit/resource.ts';
import { staffAccount } from '../../kit/staff-session.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, StateTag } from '../../kit/ui/card.tsx';
import { headingOf, monthLine, monthTone, monthWord } from '../commitments/commitments.view.ts';
import { usePull } from '../pull.ts';
import { StaffScreen } from '../staff-screen.tsx';

const copy = words.commitments;
const AT_ONCE = 6;
interface State { promise: StaffCommitmentView; broken: FulfilmentView[] }

async function load(id: string): Promise<State> {
  const [promise, page] = await Promise.all([get<StaffCommitmentView>(`/staff/commitments/${id}`), get<FulfilmentPage>(`/staff/commitments/${id}/fulfilments?state=broken`)]);
  return { promise, broken: page.items };
}

/** One promise this month: how it stands, and each time it was broken, with who and why. */
export default function Commitment() {
  const { id = '' } = useRouter().params;
  const state = useResource(`${staffAccount()}:commitment:${id}`, () => load(id), { keep: true });
  usePull(state.reload);
  return <StaffScreen id='office-commitment-page' of={state}>{(of) => <One of={of} />}</StaffScreen>;
}

function One({ of: { promise, broken } }: { of: State }) {
  const [shown, setShown] = useState(AT_ONCE);
  return (
    <>
      <Card>
        <View className='title'>{promise.wording}</View>
        <View className='secondary'>{promise.holderName} · {promise.measure}</View>
        <View className='office-head'><View className='secondary'>{copy.live}</View><StateTag tone={monthTone(promise.live)}>{monthWord(promise.live)}</StateTag></View>
        <View className='secondary'>{monthLine(promise.live, promise.pending)}</View>
      </Card>
      <View className='heading'>{broken.length === 0 ? copy.noBroken : copy.broken}</View>
      {broken.length > 0 && (
        <Card className='card--rows'>
          {broken.slice(0, shown).map((time) => {
            const [title, detail] = headingOf(time);
            return <View key={time.id} id={`time-${time.id}`} className='owed'><View className='owed__title'>{title}</View><View>{time.why}</View>{detail !== null && <View className='secondary'>{detail}</View>}</View>;
          })}
        </Card>
      )}
      {broken.length > shown && <Button id='more' kind='quiet' onTap={() => setShown(shown + AT_ONCE)}>{words.home.more(broken.length - shown)}</Button>}
    </>
  );
}
