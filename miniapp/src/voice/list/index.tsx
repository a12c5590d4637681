import { SUGGESTION_TOPICS, type SuggestionTopic } from '@hall/shared/suggestion/suggestion.rules';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { spoken } from '../../kit/accessibility.ts';
import { copy as words } from '../../kit/copy/voice.ts';
import { go } from '../../kit/navigate.ts';
import { Button } from '../../kit/ui/button.tsx';
import { CodePicker, TextInput } from '../../kit/ui/field.tsx';
import { Icon } from '../../kit/ui/icon.tsx';
import { Page } from '../../kit/ui/screen.tsx';
import { Found } from './found.tsx';
import { EVERYTHING, pathOf, type Stage, type Wish } from './list.view.ts';
import '../voice.scss';

const copy = words.list;
const STAGES: readonly Stage[] = ['all', 'open', 'answered', 'closed'];
const TOPICS = [{ code: 'all', label: copy.everyTopic }, ...SUGGESTION_TOPICS];

/** What others have said and what became of it, for everybody to read and search. */
export default function List() {
  const [typed, setTyped] = useState('');
  const [wish, setWish] = useState<Wish>(EVERYTHING);
  const search = () => setWish({ ...wish, q: typed });
  return (
    <Page id='suggestions-page' footer={<Button id='write' icon='pencil' onTap={() => go('/voice/write/index')}>{copy.write}</Button>}>
      <View className='stack'>
        <View className='voice-search'>
          <TextInput id='search-words' label={copy.search} value={typed} maxLength={40} placeholder={copy.searchExample} onChange={setTyped} onDone={search} />
          <Button id='search' kind='quiet' icon='search' onTap={search}>{copy.go}</Button>
        </View>
        <CodePicker id='topic' label={copy.topic} options={TOPICS} value={wish.topic} onChange={(topic) => setWish({ ...wish, topic: topic as SuggestionTopic | 'all' })} />
        <View className='chips' aria-label={copy.stage}>
          {STAGES.map((stage) => (
            <View key={stage} id={`stage-${stage}`} className={`chip${wish.stage === stage ? ' chip--on' : ''}`} {...spoken('radio', copy.stages[stage], wish.stage === stage)} onClick={() => setWish({ ...wish, stage })}>
              {wish.stage === stage && <Icon name='check' size='small' />}<View>{copy.stages[stage]}</View>
            </View>
          ))}
        </View>
      </View>
      <Found key={pathOf(wish)} wish={wish} />
    </Page>
  );
}
