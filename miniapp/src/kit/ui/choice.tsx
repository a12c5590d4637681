import { View } from '@tarojs/components';
import { spoken } from '../accessibility.ts';
import type { IconName } from './icon.tsx';

export interface Option<V extends string> { value: V; label: string; detail?: string | undefined; icon?: IconName; disabled?: boolean; aside?: string | undefined }

interface Props<V extends string> {
  id?: string;
  label: string;
  options: readonly Option<V>[];
  chosen: readonly V[];
  many?: boolean;
  /** Short words side by side instead of one a row. */
  tight?: boolean;
  disabled?: boolean;
  onChoose: (value: V) => void;
}

/** How many letters wide the words beside a mark must be: half of one for what is written half-width. Words longer than five take two lines. */
function breadth(labels: readonly string[]): number {
  const longest = Math.max(...labels.map((label) => Math.ceil(Array.from(label).reduce((sum, letter) => sum + (letter < '\u2000' ? 0.58 : 1), 0))));
  return longest > 5 ? 4 : longest;
}

/** A short list where all answers are seen at once. Each option has the id `<id>-<value>`. */
export function Choice<V extends string>({ id, label, options, chosen, many = false, tight = false, disabled = false, onChoose }: Props<V>) {
  return (
    <View {...(id ? { id } : {})} className={`choice${tight ? ' choice--tight' : ''}${many ? ' choice--many' : ''}`} {...(tight && options.length > 0 ? { style: `--letters:${breadth(options.map((option) => option.label))}` } : {})} {...(process.env.TARO_ENV === 'h5' ? { role: many ? 'group' : 'radiogroup' } : {})} aria-label={label}>
      {options.map((option) => {
        const on = chosen.includes(option.value);
        const off = disabled || option.disabled === true;
        return (
          <View key={option.value} {...(id ? { id: `${id}-${option.value}` } : {})} className={`option${on ? ' option--on' : ''}${off ? ' option--off' : ''}`}
            {...spoken(many ? 'checkbox' : 'radio', undefined, on)} onClick={() => { if (!off) onChoose(option.value); }}>
            {/* The tick in it is drawn by the style sheet. */}
            <View className='option__mark' />
            {/* A phone is told every box: an option of one line needs no box inside the box. */}
            {option.detail ? <View className='option__words'>{option.label}<View className='option__detail'>{option.detail}</View></View> : <View className='option__words'>{option.label}</View>}
            {option.aside && <View className='option__aside'>{option.aside}</View>}
          </View>
        );
      })}
    </View>
  );
}
