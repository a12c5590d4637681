import type { MatterGuideView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { get } from '../../kit/api.ts';
import { dayInFull } from '../../kit/clock.ts';
import { copy } from '../../kit/copy/guide.ts';
import { go, to } from '../../kit/navigate.ts';
import { said } from '../../kit/not-said.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Facts, Notice, StateTag } from '../../kit/ui/card.tsx';
import { Screen } from '../../kit/ui/screen.tsx';
import { Steps } from '../../kit/ui/steps.tsx';
import { guideSteps } from './matter.view.ts';
import './index.scss';

/** One matter in plain words: how long, how, what to bring and why. */
export default function Matter() {
  const { id = '' } = useRouter().params;
  const guide = useResource(`matter:${id}`, () => get<MatterGuideView>(`/public/matters/${id}`), { keep: true });
  return (
    <Screen id='matter-page' of={guide} skeleton='page' footer={(it) => (
      <View className={it.prefill ? 'pair' : 'stack'}>
        {it.prefill && <Button id='prefill' icon='file-pen-line' onTap={() => go('/enrolment/start/index')}>{copy.prefill}</Button>}
        <Button id='book' kind={it.prefill ? 'quiet' : 'primary'} icon='calendar-check' onTap={() => go(to('/visit/book/index', { matterId: it.id }))}>{copy.book}</Button>
      </View>
    )}>
      {(it) => (
        <>
          <View className='stack stack--close'><View className='display'>{it.name}</View><View className='secondary'>{it.summary}</View></View>
          <Card><Facts of={[[copy.promised, said(it.promisedLimit)], [copy.statutory, said(it.statutoryLimit)], [copy.ready, copy.minutes(it.minutesReady, it.minutesNotReady)]]} /></Card>
          <View className='heading'>{copy.materials}</View>
          {it.materials.map((material) => (
            <Card key={material.code} id={`material-${material.code}`}>
              <View className='title'>{material.label}</View>
              {material.when && <Notice tone='info'>{copy.when(material.when)}</Notice>}
              <View>{material.guidance}</View>
              {(material.deferrable || material.promisable) && <View className='tags'>{material.deferrable && <StateTag tone='plain'>{copy.deferrable}</StateTag>}{material.promisable && <StateTag tone='plain' icon='file-text'>{copy.promisable}</StateTag>}</View>}
              <Facts of={[[copy.form, said(material.form)], [copy.basis, said(material.legalBasis)]]} />
            </Card>
          ))}
          <View className='heading'>{copy.steps}</View>
          <Card><Steps of={guideSteps(it.steps)} /></Card>
          {it.notes.length > 0 && <><View className='heading'>{copy.notes}</View><Card>{it.notes.map((note) => <View key={note}>{note}</View>)}</Card></>}
          <View className='small centred'>{copy.effective(dayInFull(it.effectiveFrom))}</View>
        </>
      )}
    </Screen>
  );
}
