import type { RatingCaseView } from '@hall/shared/api/views';
import { CASE_WORDS_LENGTH, QUESTION_LENGTH, RATING_QUESTIONS } from '@hall/shared/rating/rating-case.rules';
import type { RatingVerdict } from '@hall/shared/rating/rating-case.moves';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { post } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/office.ts';
import { useIntent } from '../../kit/intent.ts';
import type { Resource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card } from '../../kit/ui/card.tsx';
import { Choice } from '../../kit/ui/choice.tsx';
import { CodePicker, Field, TextBox } from '../../kit/ui/field.tsx';
import { Trouble } from '../../kit/ui/screen.tsx';
import { useKeptWords } from '../kept-words.ts';
import { moved } from '../moved.ts';
import { Segments } from '../segments.tsx';
import { askedBeside, letterOf, ratingActs, verdictsFor, type RatingAct } from './rating.view.ts';

const copy = words.rating;
type Props = { of: Resource<RatingCaseView>; shown: RatingCaseView };

/** What may be done with the case now: one act at a time, with its words and, where it needs one, its verdict. */
export function CaseWork({ of, shown }: Props) {
  const acts = ratingActs(shown);
  const [act, setAct] = useState<RatingAct>(acts[0]!);
  return (
    <Card id='case-work'>
      {acts.length > 1 ? <Segments id='act' label={words.act.send} of={acts.map((value) => ({ value, label: copy.verbs[value] }))} chosen={act} onChoose={setAct} /> : <View className='title'>{copy.verbs[act]}</View>}
      <OneAct key={act} of={of} shown={shown} act={act} />
    </Card>
  );
}

function OneAct({ of, shown, act }: Props & { act: RatingAct }) {
  const asks = askedBeside(act);
  const text = useKeptWords(`rating:${shown.id}:${act}`);
  const [verdict, setVerdict] = useState<RatingVerdict | null>(null);
  const [yes, setYes] = useState<'yes' | 'no' | null>(null);
  const [missing, setMissing] = useState({ beside: false, text: false });
  const send = useIntent(async (_, path: string, body: object) => {
    await moved(of, () => post<RatingCaseView>(`/staff/rating-cases/${shown.id}/${path}`, body));
    text.sent();
  });
  const give = () => {
    const said = { text: text.words.trim(), verdict, yes: yes === null ? null : yes === 'yes' };
    const wrong = { beside: (asks === 'verdict' && verdict === null) || (asks === 'yes-no' && yes === null), text: asks !== 'none' && Array.from(said.text).length < 2 };
    setMissing(wrong);
    if (wrong.beside || wrong.text) return;
    const { path, body } = letterOf(act, shown, said);
    void send.run(path, body);
  };
  const judging = act === 'judge';
  return (
    <>
      {asks === 'verdict' && <Field label={copy.verdict} error={missing.beside ? copy.verdictNeeded : null}><Choice id='verdict' tight label={copy.verdict} options={verdictsFor(act)} chosen={verdict === null ? [] : [verdict]} onChoose={setVerdict} /></Field>}
      {asks === 'yes-no' && (
        <Field label={copy.yourWord} error={missing.beside ? copy.verdictNeeded : null}>
          <Choice id='yes-no' label={copy.yourWord} options={[{ value: 'yes', label: judging ? copy.agree : copy.stands }, { value: 'no', label: judging ? copy.refuse : copy.sendBack }]} chosen={yes === null ? [] : [yes]} onChoose={setYes} />
        </Field>
      )}
      {act === 'ask' && <Field label={words.answer.template}><CodePicker id='question-template' label={words.answer.template} options={RATING_QUESTIONS.map(({ code, label }) => ({ code, label }))} value='' onChange={(code) => text.write(RATING_QUESTIONS.find((one) => one.code === code)?.question ?? text.words)} /></Field>}
      {asks === 'none' ? <View className='secondary'>{copy.noContactDetail}</View> : (
        <Field label={copy.words2} error={missing.text ? copy.wordsNeeded : null}>
          <TextBox id='case-words' label={copy.words2} value={text.words} maxLength={act === 'ask' ? QUESTION_LENGTH.most : CASE_WORDS_LENGTH} placeholder={copy.examples[act as keyof typeof copy.examples]} onChange={(said) => { setMissing({ ...missing, text: false }); text.write(said); }} />
        </Field>
      )}
      <Trouble error={send.error} />
      <Button id='case-send' busy={send.busy} onTap={give}>{copy.send}</Button>
    </>
  );
}
