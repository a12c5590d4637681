import { View } from '@tarojs/components';
import { copy as words } from '../../kit/copy/voice.ts';
import { Card } from '../../kit/ui/card.tsx';
import { Icon } from '../../kit/ui/icon.tsx';

const copy = words.nameless;

/** Before a word is written: what being anonymous protects, and what it cannot. */
export function Nameless() {
  return (
    <Card id='nameless'>
      <View className='row__title'>{copy.title}</View>
      <View className='voice-points'>
        <View className='voice-point voice-point--can'><Icon name='shield-check' size='small' /><View>{copy.can}</View></View>
        {[...(process.env.TARO_ENV === 'weapp' ? [copy.wechat] : []), copy.reviewed, copy.style, copy.network, copy.code].map((point) => <View key={point} className='voice-point voice-point--cannot'><Icon name='info' size='small' /><View>{point}</View></View>)}
      </View>
    </Card>
  );
}
