import type { MySuggestionView } from '@hall/shared/api/views';
import { readTrackingCode } from '@hall/shared/suggestion/tracking-code.rules';
import { SUGGESTION_TOPICS } from '@hall/shared/suggestion/suggestion.rules';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { post } from '../../kit/api.ts';
import { dayWords, today } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/voice.ts';
import { go, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Notice, Row } from '../../kit/ui/card.tsx';
import { Field, TextInput } from '../../kit/ui/field.tsx';
import { Page, Screen } from '../../kit/ui/screen.tsx';
import { useAuthorActs } from '../author-acts.tsx';
import { Authored } from '../authored.tsx';
import { EditsKept } from '../edits-kept.tsx';
import { assureCode, keptCode, keptCodes, sessionOf, stateOf, type KeptCode } from '../kept-codes.ts';
import '../voice.scss';

const copy = words.track;
/** By a code of this phone, or by one that was typed and is kept nowhere. */
type By = KeptCode | { id: null; code: string };

/** A suggestion by its tracking code. The code travels in bodies only: neither in an address of the server nor in one of a page. */
export default function Track() {
  const { kept = '' } = useRouter().params;
  const [by, setBy] = useState<By | null>(() => keptCode(kept));
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  if (by) return <Tracked key={by.code} by={by} onGone={(sentence) => { setRefused(sentence); setBy(null); }} />;
  return <AskCode typed={typed} refused={refused} onTyped={(text) => { setRefused(null); setTyped(text); }} onCode={setBy} />;
}

function AskCode({ typed, refused, onTyped, onCode }: { typed: string; refused: string | null; onTyped: (text: string) => void; onCode: (by: By) => void }) {
  const [wrong, setWrong] = useState<string | null>(refused);
  const [codes] = useState(keptCodes);
  const open = () => {
    const code = readTrackingCode(typed);
    if (code.ok) onCode(codes.find((kept) => kept.code === code.value) ?? { id: null, code: code.value });
    else setWrong(code.message);
  };
  return (
    <Page id='track-page' footer={<Button id='open-code' onTap={open}>{copy.open}</Button>}>
      <View className='title'>{copy.title}</View>
      <Field label={copy.label} hint={copy.hint} error={wrong}>
        <TextInput id='tracking-code' label={copy.label} value={typed} maxLength={40} onChange={(text) => { setWrong(null); onTyped(text); }} onDone={open} />
      </Field>
      {codes.length > 0 && (
        <>
          <View className='heading'>{copy.kept}</View>
          <Card className='card--rows'>
            {codes.map((code) => <Row key={code.id} id={`kept-${code.id}`} icon='key-round' title={SUGGESTION_TOPICS.find((topic) => topic.code === code.topic)?.label ?? code.topic} detail={words.mine.namelessDetail(dayWords(code.on, today()))} onTap={() => onCode(code)} />)}
          </Card>
        </>
      )}
    </Page>
  );
}

function Tracked({ by, onGone }: { by: By; onGone: (sentence: string) => void }) {
  const one = useResource<MySuggestionView>(by.id ? stateOf(by.id) : 'tracked', async () => {
    const found = await post<MySuggestionView>('/public/anonymous-suggestions/look', { trackingCode: by.code });
    if (by.id) assureCode(by.id);
    return found;
  }, { keep: by.id !== null });
  const acts = useAuthorActs(one, (move, body) => post<MySuggestionView>(`/public/anonymous-suggestions/${move}`, { trackingCode: by.code, ...body }), { whose: by.id === null ? null : sessionOf(by.id), name: 'reopen' });
  const unknown = one.data === null && one.error?.status === 404;
  const toCode = by.id && <Button id='code-again' kind='quiet' icon='key-round' onTap={() => go(to('/voice/code/index', { id: by.id ?? undefined }))}>{copy.again}</Button>;
  if (unknown && one.error) {
    return (
      <Page id='track-page'>
        <Notice id='unknown' tone='accent' title={one.error.message}>{by.id ? copy.unsure : null}</Notice>
        {toCode}
        <Button id='other-code' kind='quiet' onTap={() => onGone(one.error?.message ?? '')}>{copy.other}</Button>
      </Page>
    );
  }
  return (
    <Screen id='track-page' of={one} skeleton='page' footer={() => acts.footer}>
      {(suggestion) => <>{by.id && <EditsKept id={by.id} />}<Authored of={suggestion} />{toCode}{acts.withdraw}{acts.dialogs}</>}
    </Screen>
  );
}
