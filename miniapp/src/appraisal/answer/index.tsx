import type { AppraisalStandingView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { get } from '../../kit/api.ts';
import { showTop, useTroubleShown } from '../../kit/attention.ts';
import { copy as words } from '../../kit/copy/appraisal.ts';
import { useIntent } from '../../kit/intent.ts';
import { go, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Confirm } from '../../kit/ui/confirm.tsx';
import { Empty, Page, Screen, Trouble } from '../../kit/ui/screen.tsx';
import { answersOf, type Chosen } from '../appraisal.view.ts';
import { giveAnswer } from '../give.ts';
import { Checked } from './checked.tsx';
import { Question } from './question.tsx';
import '../appraisal.scss';

const copy = words.answer;

/** One question after the other, then all of them once more, then a word of thanks. What is chosen stays in this page alone: the phone keeps none of it. */
export default function AppraisalAnswer() {
  const { id = '' } = useRouter().params;
  const page = useResource(`appraisal:${id}`, () => get<AppraisalStandingView>(`/resident/appraisals/${id}`));
  const [chosen, setChosen] = useState<Chosen>({});
  const [at, setAt] = useState(0);
  const [asking, setAsking] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [thanks, setThanks] = useState<string | null>(null);
  const send = useIntent(async (_, answers: { question: string; level: number }[]) => {
    try {
      setThanks(await giveAnswer(id, answers));
    } finally {
      setAsking(false);
      void page.reload();
    }
  });
  useTroubleShown(send.error);
  const toResult = <Button id='to-result' onTap={() => go(to('/appraisal/result/index', { id }))}>{copy.result}</Button>;
  const toHome = <Button id='home' kind='quiet' icon='house' onTap={() => go('/tabs/home/index')}>{copy.home}</Button>;
  if (thanks) return <Page id='appraisal-answer-page'><Empty icon='circle-check' title={thanks} detail={copy.answeredDetail} action={toHome} /></Page>;
  const move = (step: number) => { setWrong(null); setAt(at + step); showTop(); };
  const forward = (key: string) => { if (chosen[key] === undefined) setWrong(copy.choose); else move(1); };
  const closed = page.data && !page.data.mayAnswer ? page.data : null;
  return (
    <Screen id='appraisal-answer-page' of={page} skeleton='page'
      empty={{ when: ({ mayAnswer }) => !mayAnswer, icon: closed?.answered ? 'circle-check' : 'message-square-heart', title: closed?.answered ? copy.answered : copy.mayNot, detail: closed?.answered ? copy.answeredDetail : closed?.why ?? '', action: <>{toResult}{toHome}</> }}
      footer={({ appraisal: { questions } }) => (
        <>
          <Trouble error={send.error} />
          {at < questions.length
            ? <Button id='next' onTap={() => forward(questions[at]!.key)}>{at + 1 < questions.length ? copy.next : copy.last}</Button>
            : <Button id='send' icon='check' busy={send.busy} onTap={() => setAsking(true)}>{copy.send}</Button>}
          {at > 0 && <Button id='back' kind='quiet' onTap={() => move(-1)}>{at < questions.length ? copy.back : copy.change}</Button>}
        </>
      )}>
      {({ appraisal, levels, token }) => {
        const { questions } = appraisal;
        const question = questions[at];
        const answers = answersOf(questions, chosen);
        return (
          <>
            {/* In a box of its own: what changes in it does not send the rest of the page again. */}
            <View className='part'>
              {question
                ? <Question of={appraisal} question={question} at={at} levels={levels} chosen={chosen[question.key] ?? null} wrong={wrong} onChoose={(level) => { setWrong(null); setChosen({ ...chosen, [question.key]: level }); }} />
                : <Checked questions={questions} levels={levels} chosen={chosen} token={token} />}
            </View>
            {asking && answers && <Confirm id='send-ask' title={copy.ask} yes={copy.yes} no={copy.no} busy={send.busy} onYes={() => void send.run(answers)} onNo={() => setAsking(false)}>{copy.askDetail}</Confirm>}
          </>
        );
      }}
    </Screen>
  );
}
