import { View } from '@tarojs/components';
import { useState } from 'react';
import { copy as words } from '../kit/copy/voice.ts';
import { go } from '../kit/navigate.ts';
import { Button } from '../kit/ui/button.tsx';
import { Card } from '../kit/ui/card.tsx';
import { LongText } from '../kit/ui/long-text.tsx';
import { dropEdits, editsOf, writeEditsAnew } from './kept-edits.ts';

const copy = words.edits;

/** The hall took the words as they were first sent; what was changed since is still here, and its writer decides about it. */
export function EditsKept({ id }: { id: string }) {
  const [edits, setEdits] = useState(() => editsOf(id));
  const [busy, setBusy] = useState(false);
  if (edits === null) return null;
  const anew = () => { if (writeEditsAnew(id)) go('/voice/write/index'); else setBusy(true); };
  return (
    <Card id='edits-kept'>
      <View className='row__title'>{copy.title}</View>
      <View className='secondary'>{copy.detail}</View>
      <LongText id='edits-text' signs={120}>{edits.text}</LongText>
      {busy && <View id='edits-busy' className='field__error'>{copy.busy}</View>}
      <View className='voice-pair'>
        <Button id='edits-anew' kind='quiet' onTap={anew}>{copy.anew}</Button>
        <Button id='edits-drop' kind='plain' onTap={() => { dropEdits(id); setEdits(null); }}>{copy.drop}</Button>
      </View>
    </Card>
  );
}
