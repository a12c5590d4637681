import type { AppraisalChoiceView, AppraisalQuestionView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { copy as words } from '../../kit/copy/appraisal.ts';
import { Card, Facts } from '../../kit/ui/card.tsx';
import type { Chosen } from '../appraisal.view.ts';

const copy = words.answer;

interface Props { questions: readonly AppraisalQuestionView[]; levels: readonly AppraisalChoiceView[]; chosen: Chosen; token: string | null }

/** All that is about to be sent, to be looked at once more. */
export function Checked({ questions, levels, chosen, token }: Props) {
  const labelOf = (key: string) => levels.find(({ code }) => Number(code) === chosen[key])?.label ?? '';
  return (
    <>
      <View className='title'>{copy.check}</View>
      <Card id='checked'><Facts of={questions.map(({ key, title }) => [title, labelOf(key)] as const)} /></Card>
      <View className='secondary'>{copy.secretDetail}</View>
      {token && <View className='secondary'>{`${copy.token}：${token.slice(0, 12)}。${copy.tokenDetail}`}</View>}
    </>
  );
}
