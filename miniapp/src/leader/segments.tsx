import { View } from '@tarojs/components';
import { spoken } from '../kit/accessibility.ts';

export interface Segment<V extends string> { value: V; label: string; count?: number }

/** A few views of one list side by side, each with how much it holds. Each has the id `<id>-<value>`. */
export function Segments<V extends string>({ id, label, of, chosen, onChoose }: { id: string; label: string; of: readonly Segment<V>[]; chosen: V; onChoose: (value: V) => void }) {
  return (
    <View id={id} className='segments' aria-label={label}>
      {of.map(({ value, label: word, count }) => (
        <View key={value} id={`${id}-${value}`} className={`segment${value === chosen ? ' segment--on' : ''}`} {...spoken('radio', undefined, value === chosen)} onClick={() => onChoose(value)}>
          {count === undefined ? word : `${word} ${count}`}
        </View>
      ))}
    </View>
  );
}
