import type { AppraisalChoiceView, AppraisalQuestionView, AppraisalView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { dayInWords } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/appraisal.ts';
import { Notice } from '../../kit/ui/card.tsx';
import { Levels } from '../../kit/ui/levels.tsx';

const copy = words.answer;

interface Props { of: AppraisalView; question: AppraisalQuestionView; at: number; levels: readonly AppraisalChoiceView[]; chosen: number | null; wrong: string | null; onChoose: (level: number) => void }

/** One question with its five faces; before the first, who asks and that nobody learns who answered. */
export function Question({ of, question, at, levels, chosen, wrong, onChoose }: Props) {
  return (
    <>
      {at === 0 && (
        <View className='stack stack--close'>
          <View className='display'>{copy.title(of.departmentName)}</View>
          <View className='secondary'>{`${copy.intro}${copy.until(dayInWords(of.closesOn))}。`}</View>
        </View>
      )}
      <View className='stack stack--close'>
        <View className='secondary'>{copy.place(at + 1, of.questions.length)}</View>
        <View id='ask' className='appraisal-ask'>{question.ask}</View>
      </View>
      {wrong && <Notice id='wrong' tone='accent'>{wrong}</Notice>}
      <Levels id='level' levels={levels} chosen={chosen} onChoose={onChoose} />
      {at === 0 && <Notice tone='info' title={copy.secret}>{copy.secretDetail}</Notice>}
    </>
  );
}
