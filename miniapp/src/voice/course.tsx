import type { MySuggestionView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { today } from '../kit/clock.ts';
import { copy as words } from '../kit/copy/voice.ts';
import { Button } from '../kit/ui/button.tsx';
import { Card, Notice } from '../kit/ui/card.tsx';
import { Steps } from '../kit/ui/steps.tsx';
import { stepsOf } from './progress.view.ts';

const copy = words.one;
/** As many steps as fit a glance; a long story opens by a tap. */
const AT_ONCE = 3;
/** Fewer than this behind a tap would only be a riddle. */
const WORTH_A_TAP = 3;

/** The time line: what happened, whose turn it is, until when. */
export function Course({ of }: { of: Pick<MySuggestionView, 'steps' | 'deadlines' | 'state'> }) {
  const [all, setAll] = useState(false);
  const steps = stepsOf(of, today());
  const earlier = all || steps.length < AT_ONCE + WORTH_A_TAP ? 0 : steps.length - AT_ONCE;
  return (
    <View className='part'>
      <View className='heading'>{copy.timeline}</View>
      <Card>
        {earlier > 0 && <Button id='earlier-steps' kind='plain' onTap={() => setAll(true)}>{copy.earlier(steps.length)}</Button>}
        <Steps id='timeline' of={steps.slice(earlier)} />
      </Card>
    </View>
  );
}

/** Nobody has to ask whether something is late. */
export function Late({ of: { overdue, overdueWords } }: { of: Pick<MySuggestionView, 'overdue' | 'overdueWords'> }) {
  return overdue ? <Notice id='overdue' tone='accent' title={overdueWords ?? copy.late}>{copy.lateDetail}</Notice> : null;
}
