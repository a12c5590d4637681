import { View } from '@tarojs/components';
import { useState } from 'react';
import { copy as words } from '../kit/copy/office.ts';
import { Button } from '../kit/ui/button.tsx';
import { Card } from '../kit/ui/card.tsx';
import { Steps, type Step } from '../kit/ui/steps.tsx';

const copy = words.one;
/** The last steps tell where it stands; a tap brings the ones before. */
const AT_ONCE = 3;

/** What happened, the newest last. */
export function Story({ of }: { of: readonly Step[] }) {
  const [all, setAll] = useState(false);
  const earlier = all || of.length <= AT_ONCE + 1 ? 0 : of.length - AT_ONCE;
  return (
    <>
      <View className='heading'>{copy.timeline}</View>
      <Card>
        {earlier > 0 && <Button id='earlier-steps' kind='plain' onTap={() => setAll(true)}>{copy.earlier(earlier)}</Button>}
        <Steps id='timeline' of={of.slice(earlier)} />
      </Card>
    </>
  );
}
