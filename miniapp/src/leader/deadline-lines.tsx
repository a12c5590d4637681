import type { DeadlineView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { now } from '../kit/clock.ts';
import { Extend } from './extend.tsx';
import { dueTone, dueWords, owedOf, whose } from './owed.view.ts';

const OPEN: readonly DeadlineView['state'][] = ['running', 'paused', 'awaiting-calendar'];

/** Of one thing, what is owed now: the step, by when, whose; and the way to more time where there is one. */
export function DeadlineLines({ of, mayExtend, onChanged }: { of: readonly DeadlineView[]; mayExtend: boolean; onChanged: () => Promise<void> }) {
  const at = now();
  return (
    <View id='deadlines' className='stack'>
      {of.filter(({ state }) => OPEN.includes(state)).map((deadline) => (
        <View key={deadline.id} className='due'>
          <View className='due__step'>{`${deadline.stepLabel} · ${whose(deadline)}`}</View>
          <View className={`owed__due owed__due--${dueTone(deadline, at)}`}>{dueWords(owedOf(deadline), at)}</View>
          {deadline.extension && <View className='secondary'>{deadline.extension.byName}：+{deadline.extension.workingDays}，{deadline.extension.reason}</View>}
          {mayExtend && deadline.actions.includes('extend') && <Extend of={deadline} onDone={onChanged} />}
        </View>
      ))}
    </View>
  );
}
