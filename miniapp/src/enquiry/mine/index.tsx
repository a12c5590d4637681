import type { EnquiryCardView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { list } from '../../kit/api.ts';
import { momentInWords, today } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/enquiry.ts';
import { go, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, StateTag } from '../../kit/ui/card.tsx';
import { Screen } from '../../kit/ui/screen.tsx';
import { faceOf, lineOf } from '../enquiry.view.ts';
import '../enquiry.scss';

const copy = words.mine;
const AT_ONCE = 8;
const load = () => list<EnquiryCardView>('/resident/enquiries');

/** What I have asked, the newest first. */
export default function Mine() {
  const mine = useResource('my-enquiries', load, { keep: true });
  const [shown, setShown] = useState(AT_ONCE);
  const ask = <Button id='ask' icon='message-circle-question-mark' onTap={() => go('/enquiry/ask/index')}>{copy.ask}</Button>;
  return (
    <Screen id='my-enquiries-page' of={mine} empty={{ when: (all) => all.length === 0, icon: 'message-circle-question-mark', title: copy.empty, detail: copy.emptyDetail, action: ask }} footer={() => ask}>
      {(all) => (
        <>
          {all.slice(0, shown).map((one) => (
            <Card key={one.id} id={`enquiry-${one.id}`} onTap={() => go(to('/enquiry/one/index', { id: one.id }))} label={one.excerpt}>
              <View>{one.excerpt}</View>
              <StateTag {...faceOf(one)}>{one.stateLabel}</StateTag>
              <View className='secondary'>{lineOf(one, today())}</View>
              <View className='small figures'>{one.addresseeLabel} · {copy.at(momentInWords(one.askedAt, today()))}</View>
            </Card>
          ))}
          {all.length > shown && <Button id='more' kind='quiet' onTap={() => setShown(shown + AT_ONCE)}>{copy.more}</Button>}
        </>
      )}
    </Screen>
  );
}
