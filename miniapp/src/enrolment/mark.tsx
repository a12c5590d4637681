import { View } from '@tarojs/components';
import { copy as words } from '../kit/copy/enrolment.ts';
import { StateTag } from '../kit/ui/card.tsx';

const copy = words.fix;

/** The clerk's sentence about one item, and whether it has been dealt with. */
export function Mark({ sentence, fixed }: { sentence: string; fixed: boolean }) {
  return (
    <>
      <StateTag tone={fixed ? 'ok' : 'accent'} icon={fixed ? 'circle-check' : 'pencil'}>{fixed ? copy.fixed : copy.open}</StateTag>
      <View className='mark'><View className='mark__who'>{copy.says}</View>{sentence}</View>
    </>
  );
}
