import { View } from '@tarojs/components';
import { copy } from '../copy/kit.ts';

/** Where one is in a row of pages: a word, a count and a line. */
export function Progress({ id, step, total, title }: { id?: string; step: number; total: number; title: string }) {
  return (
    <View {...(id ? { id } : {})} className='progress'>
      <View className='progress__words'><View className='progress__title'>{title}</View><View className='progress__count'>{copy.stepOf(step, total)}</View></View>
      <View className='progress__line'><View className='progress__done' style={{ width: `${Math.round((step / total) * 100)}%` }} /></View>
    </View>
  );
}

export interface Step { key: string; title: string; detail?: string | null; note?: string | null; state: 'done' | 'now' | 'ahead' }

/** What has happened, what is happening, what comes. Marks and line are drawn by the style sheet: a story is long, and a phone is told every box. */
export function Steps({ id, of }: { id?: string; of: readonly Step[] }) {
  return (
    <View {...(id ? { id } : {})} className='steps'>
      {of.map((step) => (
        <View key={step.key} className={`step step--${step.state}`}>
          <View className='step__title'>{step.title}</View>
          {step.detail && <View className='step__detail'>{step.detail}</View>}
          {step.note && <View className='step__note'>{step.note}</View>}
        </View>
      ))}
    </View>
  );
}
