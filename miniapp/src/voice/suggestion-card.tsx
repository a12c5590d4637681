import type { PublicSuggestionView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { beginning } from '../kit/beginning.ts';
import { dayWords, today } from '../kit/clock.ts';
import { copy as words } from '../kit/copy/voice.ts';
import { go, to } from '../kit/navigate.ts';
import { Card, StateTag } from '../kit/ui/card.tsx';
import { faceOf } from './progress.view.ts';

const copy = words.list;
const SIGNS = 70;

/** One of the suggestions everybody may read. Where only a tombstone stands, it says what was there. */
export function SuggestionCard({ of }: { of: PublicSuggestionView }) {
  const about = [of.topicLabel, copy.received(dayWords(of.receivedOn, today())), of.supporters > 0 ? copy.alike(of.supporters) : null].filter(Boolean).join(' · ');
  return (
    <Card id={`suggestion-${of.id}`} onTap={() => go(to('/voice/read/index', { id: of.id }))}>
      {of.text ? <View>{beginning(of.text, SIGNS)}</View> : <View className='secondary'>{of.tombstone?.label}</View>}
      <View className='voice-tags'>
        <StateTag {...faceOf(of.state)}>{of.stateLabel}</StateTag>
        {of.overdue && <StateTag tone='accent'>{of.overdueWords ?? words.mine.overdue}</StateTag>}
      </View>
      <View className='small'>{about}</View>
    </Card>
  );
}
