import { View } from '@tarojs/components';
import { spoken } from '../kit/accessibility.ts';
import { now } from '../kit/clock.ts';
import { go } from '../kit/navigate.ts';
import { Icon } from '../kit/ui/icon.tsx';
import { dueTone, dueWords, owedDetail, placeOf, type Owed } from './owed.view.ts';

const ICONS = { accent: 'circle-alert', warn: 'triangle-alert', info: 'clock' } as const;

/** One thing owed: what, by when or how late, whose and since when. */
export function OwedRow({ of }: { of: Owed }) {
  const at = now();
  const place = placeOf(of);
  const tone = dueTone(of, at) as keyof typeof ICONS;
  return (
    <View id={`owed-${of.id}`} className='owed' {...(place === null ? {} : { hoverClass: 'card--pressed', onClick: () => go(place), ...spoken('button') })}>
      <View className='owed__title'>{of.title} · {of.stepLabel}</View>
      <View className={`owed__due tone-${tone}`}><Icon name={ICONS[tone]} size='small' /><View className='owed__words'>{dueWords(of, at)}</View></View>
      <View className='secondary'>{owedDetail(of, at)}</View>
    </View>
  );
}
