import { GUIDE_KINDS, GUIDE_KIND_LABELS, GUIDE_LIMITS, GUIDE_TOPICS, type GuideKind, type GuideTopic } from '@hall/shared/enquiry/guide.rules';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { copy as words } from '../../kit/copy/enquiry.ts';
import { go } from '../../kit/navigate.ts';
import { Button } from '../../kit/ui/button.tsx';
import { CodePicker, TextInput } from '../../kit/ui/field.tsx';
import { Page } from '../../kit/ui/screen.tsx';
import { Found } from './found.tsx';
import '../enquiry.scss';

const copy = words.guide;
const KINDS = [{ code: 'all', label: copy.allKinds }, ...GUIDE_KINDS.map((code) => ({ code, label: GUIDE_KIND_LABELS[code] }))];
const TOPICS = [{ code: 'all', label: copy.all }, ...GUIDE_TOPICS];

/** The public guide 便民栏: what people ask most, policies in plain words and whom else to call, by words, kind and topic. */
export default function Guide() {
  const { kind: asked } = useRouter().params;
  const [typed, setTyped] = useState('');
  const [wish, setWish] = useState<{ q: string; kind: GuideKind | 'all'; topic: GuideTopic | 'all' }>({ q: '', kind: GUIDE_KINDS.find((each) => each === asked) ?? 'all', topic: 'all' });
  const search = () => setWish({ ...wish, q: typed.trim() });
  return (
    <Page id='guide-page' footer={<Button id='ask' kind='quiet' icon='message-circle-question-mark' onTap={() => go('/enquiry/ask/index')}>{copy.ask}</Button>}>
      <View className='stack'>
        <View className='search'>
          <TextInput id='search-words' label={copy.search} value={typed} maxLength={GUIDE_LIMITS.search} placeholder={copy.example} onChange={setTyped} onDone={search} />
          <Button id='search' icon='search' onTap={search}>{copy.go}</Button>
        </View>
        <CodePicker id='kind' label={copy.allKinds} options={KINDS} value={wish.kind} onChange={(kind) => setWish({ ...wish, kind: kind as GuideKind | 'all' })} />
        <CodePicker id='topic' label={copy.all} options={TOPICS} value={wish.topic} onChange={(topic) => setWish({ ...wish, topic: topic as GuideTopic | 'all' })} />
      </View>
      <Found key={`${wish.kind} ${wish.topic} ${wish.q}`} q={wish.q} kind={wish.kind} topic={wish.topic} />
    </Page>
  );
}
