import { View } from '@tarojs/components';
import { spoken } from '../../kit/accessibility.ts';
import { copy as words } from '../../kit/copy/voice.ts';
import { go } from '../../kit/navigate.ts';
import { Card, Row } from '../../kit/ui/card.tsx';
import { Icon, type IconName } from '../../kit/ui/icon.tsx';
import { Page } from '../../kit/ui/screen.tsx';
import '../voice.scss';

const copy = words.door;
const DOORS: readonly { id: string; icon: IconName; title: string; detail: string; url: string }[] = [
  { id: 'door-suggest', icon: 'lightbulb', title: copy.suggest, detail: copy.suggestDetail, url: '/voice/write/index' },
  { id: 'door-enquire', icon: 'message-circle-question-mark', title: copy.enquire, detail: copy.enquireDetail, url: '/enquiry/contacts/index' },
];

/** Two ways to speak to the hall, and what has become of what was said. */
export default function Door() {
  return (
    <Page id='voice-door-page'>
      <View className='title'>{copy.title}</View>
      <View className='voice-doors'>
        {DOORS.map((door) => (
          <View key={door.id} id={door.id} className='voice-door' hoverClass='card--pressed' {...spoken('button', `${door.title}，${door.detail}`)} onClick={() => go(door.url)}>
            <View className='voice-door__icon'><Icon name={door.icon} size='huge' /></View>
            <View className='voice-door__words'><View className='voice-door__title'>{door.title}</View><View className='secondary'>{door.detail}</View></View>
          </View>
        ))}
      </View>
      <Card className='card--rows'>
        <Row id='go-mine' icon='inbox' title={copy.mine} detail={copy.mineDetail} onTap={() => go('/voice/mine/index')} />
        <Row id='go-list' icon='messages-square' title={copy.list} detail={copy.listDetail} onTap={() => go('/voice/list/index')} />
        <Row id='go-track' icon='key-round' title={copy.track} detail={copy.trackDetail} onTap={() => go('/voice/track/index')} />
      </Card>
    </Page>
  );
}
