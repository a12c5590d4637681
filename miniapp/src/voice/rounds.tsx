import type { MySuggestionView, SuggestionAnswerView, SuggestionPlanView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { dayWords, today } from '../kit/clock.ts';
import { copy as words } from '../kit/copy/voice.ts';
import { Button } from '../kit/ui/button.tsx';
import { Card, StateTag, type Tone } from '../kit/ui/card.tsx';
import { LongText } from '../kit/ui/long-text.tsx';
import { promises, roundsOf, type Round } from './progress.view.ts';

const copy = words.one;
const PLAN_TONE: Record<SuggestionPlanView['state'], Tone> = { draft: 'plain', proposed: 'plain', published: 'sun', observing: 'info', held: 'ok', 'fell-short': 'accent' };
/** An answer is what one came for; a longer one opens by a tap. */
const ANSWER_SIGNS = 500;

/** What was promised and what was said, the newest round whole, the ones before behind a tap. */
export function Rounds({ of }: { of: Pick<MySuggestionView, 'plans' | 'answers'> }) {
  const [all, setAll] = useState(false);
  const [newest, ...earlier] = roundsOf(of);
  if (!newest) return null;
  return (
    <View className='part'>
      <OneRound key={newest.round} round={newest} many={earlier.length > 0} />
      {all ? earlier.map((round) => <OneRound key={round.round} round={round} many />)
        : earlier.length > 0 && <Button id='earlier-rounds' kind='quiet' onTap={() => setAll(true)}>{copy.earlierRounds(earlier.length)}</Button>}
    </View>
  );
}

function OneRound({ round: { round, plan, answers }, many }: { round: Round; many: boolean }) {
  return (
    <>
      {answers.map((answer, at) => <Answer key={at} id={`answer-${round}-${at}`} answer={answer} many={many} />)}
      {plan && <Plan plan={plan} many={many} />}
    </>
  );
}

function Answer({ id, answer, many }: { id: string; answer: SuggestionAnswerView; many: boolean }) {
  return (
    <Card id={id} className='voice-answer'>
      <View className='title'>{answer.kind === 'correction' ? copy.correction : copy.answer}{many ? copy.round(answer.round) : ''}</View>
      <LongText id={`${id}-text`} signs={ANSWER_SIGNS}>{answer.text}</LongText>
      {answer.noPlanReason && <View className='secondary'>{copy.noPlan(answer.noPlanReason)}</View>}
      <View className='secondary'>{copy.by(answer.by, dayWords(answer.on, today()))}</View>
    </Card>
  );
}

function Plan({ plan, many }: { plan: SuggestionPlanView; many: boolean }) {
  return (
    <Card id={`plan-${plan.round}`}>
      <View className='voice-head'>
        <View className='title'>{many ? copy.planOf(plan.round) : copy.plan}</View>
        <StateTag tone={plan.overdue ? 'accent' : PLAN_TONE[plan.state]}>{plan.overdue ? `${plan.stateLabel}，${copy.lateBy(0)}` : plan.stateLabel}</StateTag>
      </View>
      <LongText id={`plan-${plan.round}-measure`} signs={300}>{plan.measure}</LongText>
      <View className='secondary voice-lines'>{promises(plan, today()).join('\n')}</View>
    </Card>
  );
}
