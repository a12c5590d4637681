import type { StarObjectionList, StarRoundView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { get, post } from '../../kit/api.ts';
import { showFirst, useTroubleShown } from '../../kit/attention.ts';
import { copy as words } from '../../kit/copy/star.ts';
import { useIntent } from '../../kit/intent.ts';
import { useKept } from '../../kit/kept.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, StateTag } from '../../kit/ui/card.tsx';
import { Choice } from '../../kit/ui/choice.tsx';
import { Field, TextBox } from '../../kit/ui/field.tsx';
import { Trouble } from '../../kit/ui/screen.tsx';

const copy = words.vote;
const ROUND = 'round';
const LEAST = 8;
const NOTHING = { about: ROUND, words: '' };

/** Whoever doubts the result says so, and reads here what became of it. */
export function Objection({ round }: { round: StarRoundView }) {
  const path = `/resident/stars/${round.id}/objections`;
  const mine = useResource(`star-objections:${round.id}`, () => get<StarObjectionList>(path));
  const { value: { about, words: text }, set, sent } = useKept(`star-objection:${round.id}`, NOTHING);
  const [wrong, setWrong] = useState<string | null>(null);
  const [writing, setWriting] = useState(false);
  const send = useIntent(async (key, candidateId: string | null, said: string) => { mine.put(await post<StarObjectionList>(path, { candidateId, words: said }, { key })); sent(); setWriting(false); });
  const begin = () => { setWriting(true); showFirst('#objection'); };
  useTroubleShown(send.error);
  const submit = () => { if (text.trim().length < LEAST) setWrong(copy.objectShort); else { setWrong(null); void send.run(about === ROUND ? null : about, text.trim()); } };
  const items = mine.data?.items ?? [];
  return (
    <>
      {items.length > 0 && <View className='heading'>{copy.mine}</View>}
      {items.map((objection) => <Card key={objection.id}><StateTag tone={objection.state === 'raised' ? 'info' : 'ok'}>{objection.stateLabel}</StateTag><View className='star-candidate__reasons'>{objection.words}</View>{objection.answer && <View className='secondary'>{copy.answer(objection.answer)}</View>}</Card>)}
      {!writing && !items.some(({ state }) => state === 'raised') && <Button id='object' kind='quiet' onTap={begin}>{copy.object}</Button>}
      {writing && (
        <Card id='objection'>
          <View className='field__label'>{copy.objectAbout}</View>
          <Choice id='about' label={copy.objectAbout} options={[{ value: ROUND, label: copy.objectRound }, ...round.candidates.map(({ id, name }) => ({ value: id, label: name }))]} chosen={[about]} onChoose={(next) => set({ about: next, words: text })} />
          <Field label={copy.objectWords} hint={copy.objectHint} error={wrong}><TextBox id='objection-words' label={copy.objectWords} value={text} maxLength={500} placeholder='' onChange={(next) => { set({ about, words: next }); setWrong(null); }} /></Field>
          <Trouble error={send.error} />
          <Button id='objection-send' busy={send.busy} onTap={submit}>{copy.objectSend}</Button>
          <Button id='objection-never' kind='plain' disabled={send.busy} onTap={() => setWriting(false)}>{copy.objectNever}</Button>
        </Card>
      )}
    </>
  );
}
