import { View } from '@tarojs/components';
import { spoken } from '../kit/accessibility.ts';
import { now } from '../kit/clock.ts';
import { go } from '../kit/navigate.ts';
import { dueTone, dueWords, owedDetail, placeOf, type Owed } from './owed.view.ts';

/** One thing owed: what, by when or how late, whose and since when. */
export function OwedRow({ of }: { of: Owed }) {
  const at = now();
  const place = placeOf(of);
  return (
    <View id={`owed-${of.id}`} className='owed' {...(place === null ? {} : { hoverClass: 'card--pressed', onClick: () => go(place), ...spoken('button') })}>
      <View className='owed__title'>{`${of.title} · ${of.stepLabel}`}</View>
      <View className={`owed__due owed__due--${dueTone(of, at)}`}>{dueWords(of, at)}</View>
      <View className='owed__who'>{owedDetail(of, at)}</View>
    </View>
  );
}
