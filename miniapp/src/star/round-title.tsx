import { View } from '@tarojs/components';
import { copy } from '../kit/copy/star.ts';

/** The month stays in one piece where the line is too short for both. */
export function RoundTitle({ month }: { month: string }) {
  return <><View className='star-whole'>{month}</View><View className='star-whole'>{copy.vote.star}</View></>;
}
