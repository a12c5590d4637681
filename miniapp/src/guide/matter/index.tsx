import type { MatterGuideView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { ownChecklist, type Situation } from '@hall/shared/matter/checklist.rules';
import { get } from '../../kit/api.ts';
import { dayInFull } from '../../kit/clock.ts';
import { copy } from '../../kit/copy/guide.ts';
import { go, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, StateTag } from '../../kit/ui/card.tsx';
import { Choice } from '../../kit/ui/choice.tsx';
import { Screen } from '../../kit/ui/screen.tsx';
import { dotted, limitLines, listWords, materialLines, numbered } from './matter.view.ts';
import './index.scss';

/** One matter in plain words: how long, how, what to bring and why. Whoever says how things are with them sees their own list. */
export default function Matter() {
  const { id = '' } = useRouter().params;
  const guide = useResource(`matter:${id}`, () => get<MatterGuideView>(`/public/matters/${id}`), { keep: true });
  const [situation, setSituation] = useState<Situation>({});
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
          <Card id='limits'><View className='lines'>{limitLines(it)}</View></Card>
          {it.questions.length > 0 && (
            <>
              <View className='heading'>{copy.situation}</View>
              <Card>
                {it.questions.map(({ code, text, options }, at) => (
                  <View key={code} className='stack stack--close'>
                    <View>{text}</View>
                    <Choice id={`situation-${at}`} label={text} tight options={options.map((option) => ({ value: option.code, label: option.label }))} chosen={situation[code] ? [situation[code]] : []} onChoose={(chosen) => setSituation({ ...situation, [code]: chosen })} />
                  </View>
                ))}
              </Card>
            </>
          )}
          <View className='heading'>{copy.materials}</View>
          {it.questions.length > 0 && <View id='list-words' className='secondary'>{listWords(it.materials, situation)}</View>}
          {ownChecklist(it.materials, situation).map(({ material, open }) => (
            <Card key={material.code} id={`material-${material.code}`}>
              <View className='title'>{material.label}</View>
              {open && material.when && <View className='notice tone-info'>{copy.when(material.when)}</View>}
              {material.dataShared && <StateTag tone='ok' icon='circle-check'>{copy.dataShared}</StateTag>}
              <View className='lines'>{materialLines(material)}</View>
            </Card>
          ))}
          <View className='heading'>{copy.steps}</View>
          <Card><View className='lines'>{numbered(it.steps)}</View></Card>
          {it.notes.length > 0 && <><View className='heading'>{copy.notes}</View><Card><View className='lines'>{dotted(it.notes)}</View></Card></>}
          <View className='small centred'>{copy.effective(dayInFull(it.effectiveFrom))}</View>
        </>
      )}
    </Screen>
  );
}
