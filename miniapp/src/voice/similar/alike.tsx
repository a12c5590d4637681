import type { SimilarSuggestionView, SupportView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { post } from '../../kit/api.ts';
import { beginning } from '../../kit/beginning.ts';
import { copy as words } from '../../kit/copy/voice.ts';
import { useIntent } from '../../kit/intent.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, StateTag } from '../../kit/ui/card.tsx';
import { Trouble } from '../../kit/ui/screen.tsx';
import { faceOf } from '../progress.view.ts';

const copy = words.similar;

/** `askToNotify`: the tap also asks whether a message may follow. */
interface Props { one: SimilarSuggestionView; nameless: boolean; askToNotify: () => Promise<void>; onSaid: () => void; onLook: () => void; onEnough: () => void }

/** One that says much the same. "Me too" is said by an account, so whoever writes without a name is not asked. */
export function Alike({ one, nameless, askToNotify, onSaid, onLook, onEnough }: Props) {
  const [supporters, setSupporters] = useState<number | null>(null);
  const say = useIntent(async (key) => {
    await askToNotify();
    setSupporters((await post<SupportView>(`/resident/suggestions/${one.id}/support`, {}, { key })).supporters);
    onSaid();
  });
  return (
    <Card id={`alike-${one.id}`}>
      <View>{beginning(one.text, 90)}</View>
      <View className='voice-tags'><StateTag {...faceOf(one.state)}>{one.stateLabel}</StateTag></View>
      {one.supporters > 0 && supporters === null && <View className='small'>{words.list.alike(one.supporters)}</View>}
      {supporters !== null && <View id={`said-${one.id}`} className='secondary'>{copy.said(supporters)}</View>}
      <Trouble error={say.error} />
      <View className='voice-pair'>
        {!nameless && (supporters === null ? <Button id={`me-too-${one.id}`} kind='quiet' icon='thumbs-up' busy={say.busy} onTap={() => void say.run()}>{copy.me}</Button>
          : <Button id={`enough-${one.id}`} onTap={onEnough}>{copy.enough}</Button>)}
        <Button id={`look-${one.id}`} kind='plain' onTap={onLook}>{copy.detail}</Button>
      </View>
    </Card>
  );
}
