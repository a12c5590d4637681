import { View } from '@tarojs/components';
import { spoken } from '../accessibility.ts';
import { faceOf } from '../faces.ts';
import { Icon } from './icon.tsx';

interface Props {
  /** Each level is `<id>-<level>`. */
  id: string;
  /** The best first. */
  levels: readonly { code: string; label: string }[];
  chosen: number | null;
  onChoose: (level: number) => void;
}

/** The levels of contentment one below the other, each a large face with its word. */
export function Levels({ id, levels, chosen, onChoose }: Props) {
  return (
    <View id={`${id}s`} className='faces'>
      {levels.map(({ code, label }) => {
        const level = Number(code);
        const on = chosen === level;
        return (
          <View key={code} id={`${id}-${code}`} className={`level${on ? ` level--on level--${level <= 2 ? 'low' : 'high'}` : ''}`} {...spoken('radio', label, on)} onClick={() => onChoose(level)}>
            <Icon name={faceOf(level)} size='large' /><View className='level__word'>{label}</View>
          </View>
        );
      })}
    </View>
  );
}
