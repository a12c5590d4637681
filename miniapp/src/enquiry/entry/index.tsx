import type { GuideEntryView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { get } from '../../kit/api.ts';
import { dayInFull } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/enquiry.ts';
import { callPhone, go } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Facts, StateTag } from '../../kit/ui/card.tsx';
import { Screen } from '../../kit/ui/screen.tsx';
import '../enquiry.scss';

const copy = words.entry;

/** One entry of the public guide: the question, the answer, and since when it holds. */
export default function Entry() {
  const { id = '' } = useRouter().params;
  const entry = useResource(`guide-entry:${id}`, () => get<GuideEntryView>(`/public/guide/${id}`), { keep: true });
  return (
    <Screen id='entry-page' of={entry} skeleton='page' footer={() => <Button id='ask' kind='quiet' icon='message-circle-question-mark' onTap={() => go('/enquiry/ask/index')}>{copy.ask}</Button>}>
      {(it) => (
        <>
          <View className='display'>{it.question}</View>
          <StateTag tone='plain' icon='book-open-text'>{it.kind === 'question' ? it.topicLabel : `${it.kindLabel} · ${it.topicLabel}`}</StateTag>
          <Card id='answer'><View className='said'>{it.answer}</View>{it.source && <View id='source' className='small'>{copy.source(it.source)}</View>}</Card>
          {it.phone && <Button id='call' icon='phone' onTap={() => callPhone(it.phone ?? '')}>{copy.call(it.phone)}</Button>}
          <View className='small centred figures'>{copy.from(dayInFull(it.effectiveFrom))}{it.effectiveTo ? `，${copy.until(dayInFull(it.effectiveTo))}` : ''} · {copy.version(it.versionNumber)}</View>
          {it.earlier.length > 0 && <><View className='heading'>{copy.earlier}</View><Card><Facts of={it.earlier.map(({ versionNumber, effectiveFrom, effectiveTo }) => [copy.version(versionNumber), copy.period(dayInFull(effectiveFrom), effectiveTo ? dayInFull(effectiveTo) : '')] as const)} /></Card></>}
        </>
      )}
    </Screen>
  );
}
