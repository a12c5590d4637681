import { View } from '@tarojs/components';
import type { Bar, Column } from './today.view.ts';

/** Lengths side by side; every length also stands there as a number. */
export function Bars({ id, of }: { id: string; of: readonly Bar[] }) {
  return (
    <View id={id} className='bars'>
      {of.map(({ key, label, value, detail, share, tone = 'info' }) => (
        <View key={key} className='bar'>
          <View className='bar__line'><View className='bar__label'>{label}</View><View className='bar__value figures'>{detail ? `${value} · ${detail}` : value}</View></View>
          <View className='bar__track'><View className={`bar__fill bar__fill--${tone}`} style={`width:${share}%`} /></View>
        </View>
      ))}
    </View>
  );
}

/** A small chart over the hours of a day. */
export function Columns({ id, label, of }: { id: string; label: string; of: readonly Column[] }) {
  return (
    <View id={id} className='columns' aria-label={label}>
      {of.map(({ key, label: hour, count, height }) => (
        <View key={key} className='column'>
          <View className='column__count figures'>{count > 0 ? count : ''}</View>
          <View className='column__fill' style={`height:${Math.round(height * 0.72)}px`} />
          <View className='column__hour'>{hour}</View>
        </View>
      ))}
    </View>
  );
}
