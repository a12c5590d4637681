import { View } from '@tarojs/components';
import type { Bar, Column } from './today.view.ts';

/** Lengths side by side; every length also stands there as a number. */
export function Bars({ id, of }: { id: string; of: readonly Bar[] }) {
  return (
    <View id={id} className='bars'>
      {of.map(({ key, words, share, late }) => <View key={key} className={late ? 'bar bar--late' : 'bar'} style={`--share:${share}%`}>{words}</View>)}
    </View>
  );
}

/** A small chart over the hours of a day. What an hour does not have is not sent to the view. */
export function Columns({ id, label, of }: { id: string; label: string; of: readonly Column[] }) {
  return (
    <View id={id} aria-label={label}>
      <View className='columns'>
        {of.map(({ key, count, height }) => <View key={key} className='column' style={`--height:${height}`}>{count > 0 ? count : null}</View>)}
      </View>
      <View className='hours'>{of.filter(({ label: hour }) => hour !== '').map(({ key, label: hour, span }) => <View key={key} className='hours__one' style={`flex:${span}`}>{hour}</View>)}</View>
    </View>
  );
}
