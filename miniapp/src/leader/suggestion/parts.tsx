import type { StaffSuggestionView, SuggestionPlanView } from '@hall/shared/api/views';
import type { Day } from '@hall/shared/kernel/day';
import { View } from '@tarojs/components';
import { dayWords } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/office.ts';
import { Card, Facts, StateTag, type Tone } from '../../kit/ui/card.tsx';
import { LongText } from '../../kit/ui/long-text.tsx';

const copy = words.one;
const PLAN_TONE: Record<SuggestionPlanView['state'], Tone> = { draft: 'plain', proposed: 'warn', published: 'sun', observing: 'info', held: 'ok', 'fell-short': 'accent' };
const SIGNS = 150;

/** What was promised, or waits to be. */
export function Plan({ of, here }: { of: SuggestionPlanView; here: Day }) {
  return (
    <Card id='plan'>
      <View className='office-head'><View className='title'>{copy.plan}</View><StateTag id='plan-state' tone={of.overdue ? 'accent' : PLAN_TONE[of.state]}>{of.stateLabel}</StateTag></View>
      <LongText id='plan-measure' signs={SIGNS}>{of.measure}</LongText>
      <Facts of={[
        [copy.planOwner, of.owner], [copy.dueOn, dayWords(of.dueOn, here)], [copy.metric, of.metric], [copy.target, of.target], [copy.observe, of.observeDays > 0 ? copy.observeDays(of.observeDays) : null],
        [copy.carriedOut, of.carriedOutOn && dayWords(of.carriedOutOn, here)], [copy.returned, of.returnReason],
      ]} />
    </Card>
  );
}

/** What was answered, and what waits to be published. */
export function Said({ of: { answers, draft }, here }: { of: Pick<StaffSuggestionView, 'answers' | 'draft'>; here: Day }) {
  return (
    <>
      {draft && (
        <Card id='draft'>
          <View className='title'>{copy.draft}</View>
          <LongText id='draft-text' signs={SIGNS}>{draft.text}</LongText>
          <View className='secondary'>{copy.draftBy(draft.writtenBy)}</View>
        </Card>
      )}
      {answers.map((answer, at) => (
        <Card key={at} id={`answer-${at + 1}`}>
          <View className='title'>{copy.answers}</View>
          <LongText id={`answer-${at + 1}-text`} signs={SIGNS}>{answer.text}</LongText>
          <View className='secondary'>{answer.by} · {dayWords(answer.on, here)}</View>
        </Card>
      ))}
    </>
  );
}

/** What colleagues told each other. */
export function Notes({ of: { notes } }: { of: Pick<StaffSuggestionView, 'notes'> }) {
  if (notes.length === 0) return null;
  return <Card id='notes'><View className='title'>{copy.notes}</View>{notes.map((note) => <View key={note.id} className='secondary'>{note.by}：{note.text}</View>)}</Card>;
}
