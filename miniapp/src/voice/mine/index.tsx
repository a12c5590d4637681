import type { MySuggestionCard } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { SUGGESTION_TOPICS } from '@hall/shared/suggestion/suggestion.rules';
import { ApiError, list } from '../../kit/api.ts';
import { beginning } from '../../kit/beginning.ts';
import { dayWords, today } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/voice.ts';
import { go, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Row, StateTag } from '../../kit/ui/card.tsx';
import { Empty, Screen } from '../../kit/ui/screen.tsx';
import { isEmpty } from '../draft.ts';
import { keptCodes, type KeptCode } from '../kept-codes.ts';
import { faceOf } from '../progress.view.ts';
import { useDraft } from '../use-draft.ts';
import '../voice.scss';

const copy = words.mine;
const AT_ONCE = 5;

/** Null when nobody is signed in: what was said without a name is there all the same. */
async function load(): Promise<{ named: MySuggestionCard[] | null }> {
  try {
    return { named: await list<MySuggestionCard>('/resident/suggestions') };
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return { named: null };
    throw error;
  }
}

/** What I have said: under my account by asking the hall; without a name by the codes on this phone, of which the hall is asked nothing here. */
export default function Mine() {
  const mine = useResource('my-suggestions', load, { keep: true });
  const draft = useDraft();
  const [codes, setCodes] = useState(keptCodes);
  const [shown, setShown] = useState(AT_ONCE);
  useDidShow(() => setCodes(keptCodes()));
  return (
    <Screen id='my-suggestions-page' of={mine} footer={() => <Button id='write' icon='pencil' onTap={() => go('/voice/write/index')}>{copy.write}</Button>}>
      {({ named }) => (
        <>
          {!isEmpty(draft) && <Card className='card--rows'><Row id='go-draft' icon='file-pen-line' tone='sun' title={copy.draft} detail={draft.text.trim() === '' ? copy.draftDetail : beginning(draft.text.trim(), 24)} onTap={() => go('/voice/write/index')} /></Card>}
          {codes.length > 0 && <Nameless codes={codes} />}
          {named !== null && named.length > 0 && (
            <>
              {codes.length > 0 && <View className='heading'>{copy.named}</View>}
              {named.slice(0, shown).map((one) => <Named key={one.id} one={one} />)}
              {named.length > shown && <Button id='more' kind='quiet' onTap={() => setShown(shown + AT_ONCE)}>{words.list.more}</Button>}
            </>
          )}
          {named === null && <Card id='signed-out'><View>{copy.signIn}</View><Button id='to-sign-in' kind='quiet' onTap={() => go('/account/sign-in/index')}>{words.write.signIn}</Button></Card>}
          {named?.length === 0 && codes.length === 0 && isEmpty(draft) && <Empty icon='lightbulb' title={copy.empty} detail={copy.emptyDetail} />}
        </>
      )}
    </Screen>
  );
}

function Nameless({ codes }: { codes: readonly KeptCode[] }) {
  return (
    <>
      <View className='heading'>{copy.nameless}</View>
      <Card className='card--rows'>
        {codes.map(({ id, topic, on, sure }) => <Row key={id} id={`kept-${id}`} icon='key-round' title={SUGGESTION_TOPICS.find(({ code }) => code === topic)?.label ?? topic} detail={(sure ? copy.namelessDetail : copy.unsure)(dayWords(on, today()))} onTap={() => go(to('/voice/track/index', { kept: id }))} />)}
      </Card>
    </>
  );
}

function Named({ one }: { one: MySuggestionCard }) {
  return (
    <Card id={`suggestion-${one.id}`} onTap={() => go(to('/voice/one/index', { id: one.id }))}>
      <View>{one.excerpt}</View>
      <View className='voice-tags'>
        <StateTag {...faceOf(one.state)}>{one.yourTurn ? `${one.stateLabel}，${copy.yourTurn}` : one.stateLabel}</StateTag>
        {one.overdue && <StateTag tone='accent'>{copy.overdue}</StateTag>}
      </View>
      <View className='small'>{one.topicLabel} · {(one.changedOn === one.receivedOn && one.state === 'submitted' ? copy.received : copy.changed)(dayWords(one.changedOn, today()))}</View>
    </Card>
  );
}
