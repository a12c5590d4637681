import type { MyRightsList, MyRightsView } from '@hall/shared/api/views';
import { RIGHTS_WORDS_LENGTH, rightsProblems } from '@hall/shared/relays/rights.moves';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { get, post } from '../../kit/api.ts';
import { useAskToNotify } from '../../kit/ask-to-notify.ts';
import { showFirstWrong } from '../../kit/attention.ts';
import { copy as words } from '../../kit/copy/rights.ts';
import { useIntent } from '../../kit/intent.ts';
import { useKept } from '../../kit/kept.ts';
import { replace, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Choice } from '../../kit/ui/choice.tsx';
import { Field, TextBox, TextInput } from '../../kit/ui/field.tsx';
import { Screen, Trouble } from '../../kit/ui/screen.tsx';

const copy = words.open;
const NOTHING: { topic: string | null; words: string; name: string; phone: string } = { topic: null, words: '', name: '', phone: '' };

/** What happened, told once and kept on the phone until it is sent; whoever is known need not say name and phone again. */
export default function OpenRights() {
  const page = useResource('rights-open', () => get<MyRightsList>('/resident/rights'));
  const { value: told, set: setTold, sent } = useKept('rights', NOTHING);
  const { topic } = told;
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const askToNotify = useAskToNotify('rights');
  const send = useIntent(async (key, body: object) => {
    await askToNotify();
    const opened = await post<MyRightsView>('/resident/rights', body, { key });
    sent();
    replace(to('/rights/one/index', { id: opened.id }));
  });
  const submit = ({ nameNeeded, maskedPhone }: MyRightsList) => {
    const problems = rightsProblems({ words: told.words, name: told.name, phone: told.phone }, { name: !nameNeeded, phone: maskedPhone !== null });
    const found = { ...Object.fromEntries(problems.map(({ path, message }) => [path, message])), ...(topic === null ? { topic: copy.topicNeeded } : {}) };
    setWrong(found);
    if (Object.keys(found).length > 0) showFirstWrong();
    else void send.run({ topic, words: told.words.trim(), name: nameNeeded ? told.name.trim() : null, phone: told.phone.trim() || null });
  };
  return (
    <Screen id='rights-open-page' of={page} footer={(known) => <><Trouble error={send.error} /><Button id='submit' busy={send.busy} onTap={() => submit(known)}>{copy.submit}</Button></>}>
      {({ topics, nameNeeded, maskedPhone }) => (
        <>
          <Field label={copy.topic} error={wrong.topic}><Choice id='topic' label={copy.topic} options={topics.map(({ code, label }) => ({ value: code as string, label }))} chosen={topic === null ? [] : [topic]} onChoose={(chosen) => setTold({ ...told, topic: chosen })} /></Field>
          <Field label={copy.words} error={wrong.words}><TextBox id='words' label={copy.words} value={told.words} maxLength={RIGHTS_WORDS_LENGTH} placeholder={copy.wordsHint} onChange={(text) => setTold({ ...told, words: text })} /></Field>
          {nameNeeded && <Field label={copy.name} hint={copy.nameHint} error={wrong.name}><TextInput id='name' label={copy.name} value={told.name} maxLength={30} onChange={(text) => setTold({ ...told, name: text })} /></Field>}
          <Field label={copy.phone} hint={maskedPhone === null ? copy.phoneHint : copy.phoneKnown(maskedPhone)} error={wrong.phone} optional={maskedPhone !== null}><TextInput id='phone' type='number' label={copy.phone} value={told.phone} maxLength={11} onChange={(text) => setTold({ ...told, phone: text })} /></Field>
          <View className='secondary'>{copy.privacy}</View>
        </>
      )}
    </Screen>
  );
}
