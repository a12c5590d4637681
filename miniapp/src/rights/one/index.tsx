import type { MyRightsView } from '@hall/shared/api/views';
import { RIGHTS_WORDS_LENGTH } from '@hall/shared/relays/rights.moves';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { get, post } from '../../kit/api.ts';
import { useTroubleShown } from '../../kit/attention.ts';
import { momentInWords, today } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/rights.ts';
import { useIntent } from '../../kit/intent.ts';
import { useKept } from '../../kit/kept.ts';
import { callPhone } from '../../kit/navigate.ts';
import { orNewest } from '../../kit/newest.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Facts, Notice, StateTag } from '../../kit/ui/card.tsx';
import { Confirm } from '../../kit/ui/confirm.tsx';
import { Field, TextBox } from '../../kit/ui/field.tsx';
import { LongText } from '../../kit/ui/long-text.tsx';
import { Screen, Trouble } from '../../kit/ui/screen.tsx';
import { Steps } from '../../kit/ui/steps.tsx';
import { stepsOf, toneOf } from '../rights.view.ts';

const copy = words.one;
type Asking = 'confirm' | 'reopen' | 'withdraw' | null;
const NOTHING = { why: '' };

/** How far it has got, who works on it, and what the person says to the answer. */
export default function RightsOne() {
  const { id = '' } = useRouter().params;
  const page = useResource(`rights:${id}`, () => get<MyRightsView>(`/resident/rights/${id}`));
  const [asking, setAsking] = useState<Asking>(null);
  const { value: { why }, set, sent } = useKept(`rights-reopen:${id}`, NOTHING);
  const [wrong, setWrong] = useState<string | null>(null);
  const step = useIntent(async (_, action: string, version: number, said: string) => {
    // Whatever comes of it is said on the page, which may look quite different by then.
    setAsking(null);
    page.put(await orNewest(page, () => post<MyRightsView>(`/resident/rights/${id}/steps`, { action, words: said, version })));
    if (action === 'reopen') sent();
  });
  useTroubleShown(step.error);
  const ask = (what: Asking) => { step.forget(); setWrong(null); setAsking(what); };
  return (
    <Screen id='rights-one-page' of={page} skeleton='page'>
      {(it) => (
        <>
          <Card id='rights-state'>
            <StateTag id='state-tag' tone={toneOf(it)}>{it.stateLabel}</StateTag>
            <View className='title'>{it.topicLabel}</View>
            <View>{it.nextStep}</View>
          </Card>
          <Trouble error={step.error} />
          {it.overdue && <Notice id='late' tone='accent'>{copy.late}</Notice>}
          {it.actions.includes('confirm') && <Button id='confirm' icon='circle-check' busy={step.busy} onTap={() => ask('confirm')}>{copy.confirm}</Button>}
          {it.actions.includes('reopen') && <Button id='reopen' kind='quiet' icon='undo-2' onTap={() => ask('reopen')}>{copy.reopen}</Button>}
          <Card><View className='heading'>{copy.progress}</View><Steps id='rights-steps' of={stepsOf(it, today())} /></Card>
          <Card><Facts of={[[copy.number, it.number], [copy.owner, it.ownerLine], [copy.next, it.dueAt === null ? null : copy.due(momentInWords(it.dueAt, today()))]]} /></Card>
          <Card id='rights-words'><View className='heading'>{copy.words}</View><LongText id='told' signs={160}>{it.words}</LongText></Card>
          <Button id='call-hall' kind='quiet' icon='phone' onTap={() => callPhone(it.hallPhone)}>{copy.call}</Button>
          {it.actions.includes('withdraw') && <Button id='withdraw' kind='plain' onTap={() => ask('withdraw')}>{copy.withdraw}</Button>}
          {asking === 'confirm' && <Confirm id='confirm-ask' title={copy.confirmAsk} yes={copy.confirmYes} busy={step.busy} onYes={() => void step.run('confirm', it.version, '')} onNo={() => setAsking(null)}>{copy.confirmDetail}</Confirm>}
          {asking === 'withdraw' && <Confirm id='withdraw-ask' title={copy.withdrawAsk} yes={copy.withdrawYes} danger busy={step.busy} onYes={() => void step.run('withdraw', it.version, '')} onNo={() => setAsking(null)}>{copy.withdrawDetail}</Confirm>}
          {asking === 'reopen' && (
            <Confirm id='reopen-ask' title={copy.reopenWords} yes={copy.reopenYes} busy={step.busy} onYes={() => (why.trim() === '' ? setWrong(copy.wordsNeeded) : void step.run('reopen', it.version, why.trim()))} onNo={() => setAsking(null)}>
              <Field label={copy.reopenHint} error={wrong}><TextBox id='reopen-words' label={copy.reopenWords} value={why} maxLength={RIGHTS_WORDS_LENGTH} onChange={(text) => { set({ why: text }); setWrong(null); }} /></Field>
            </Confirm>
          )}
        </>
      )}
    </Screen>
  );
}
