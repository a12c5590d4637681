import { GUIDE_LIMITS, GUIDE_TOPICS, type GuideTopic } from '@hall/shared/enquiry/guide.rules';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { copy as words } from '../../kit/copy/enquiry.ts';
import { go } from '../../kit/navigate.ts';
import { Button } from '../../kit/ui/button.tsx';
import { CodePicker, TextInput } from '../../kit/ui/field.tsx';
import { Page } from '../../kit/ui/screen.tsx';
import { Found } from './found.tsx';
import '../enquiry.scss';

const copy = words.guide;
const TOPICS = [{ code: 'all', label: copy.all }, ...GUIDE_TOPICS];

/** The public guide 便民栏: what people ask most, by words and by topic. */
export default function Guide() {
  const [typed, setTyped] = useState('');
  const [wish, setWish] = useState<{ q: string; topic: GuideTopic | 'all' }>({ q: '', topic: 'all' });
  const search = () => setWish({ ...wish, q: typed.trim() });
  return (
    <Page id='guide-page' footer={<Button id='ask' kind='quiet' icon='message-circle-question-mark' onTap={() => go('/enquiry/ask/index')}>{copy.ask}</Button>}>
      <View className='stack'>
        <View className='search'>
          <TextInput id='search-words' label={copy.search} value={typed} maxLength={GUIDE_LIMITS.search} placeholder={copy.example} onChange={setTyped} onDone={search} />
          <Button id='search' icon='search' onTap={search}>{copy.go}</Button>
        </View>
        <CodePicker id='topic' label={copy.all} options={TOPICS} value={wish.topic} onChange={(topic) => setWish({ ...wish, topic: topic as GuideTopic | 'all' })} />
      </View>
      <Found key={`${wish.topic} ${wish.q}`} q={wish.q} topic={wish.topic} />
    </Page>
  );
}
