import { View } from '@tarojs/components';
import { useElderMode, spoken } from '../../kit/accessibility.ts';
import { today } from '../../kit/clock.ts';
import { copy } from '../../kit/copy/home.ts';
import { chooseElderMode } from '../../kit/preferences.ts';
import { callPhone, go } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Card, Notice, Row, StateTag } from '../../kit/ui/card.tsx';
import { Icon, type IconName } from '../../kit/ui/icon.tsx';
import { Screen } from '../../kit/ui/screen.tsx';
import { loadHome } from './home.load.ts';
import { openTag, tasksOf, waitInWords, type Task } from './home.view.ts';
import './index.scss';

const DOORS: readonly { id: string; icon: IconName; words: readonly [string, string]; url: string }[] = [
  { id: 'door-enrol', icon: 'file-pen-line', words: copy.doors.enrol, url: '/enrolment/start/index' },
  { id: 'door-book', icon: 'calendar-check', words: copy.doors.book, url: '/visit/book/index' },
  { id: 'door-check-in', icon: 'scan-line', words: copy.doors.checkIn, url: '/visit/check-in/index' },
  { id: 'door-voice', icon: 'messages-square', words: copy.doors.voice, url: '/voice/door/index' },
  { id: 'door-sunshine', icon: 'sun', words: copy.doors.sunshine, url: '/sunshine/board/index' },
];

export default function Home() {
  const home = useResource('home', loadHome, { keep: true, everyMs: 30_000 });
  const elder = useElderMode();
  return (
    <Screen id='home-page' of={home} skeleton='page'>
      {({ hall, mine }) => {
        const tag = openTag(hall);
        const tasks = mine ? tasksOf(mine, today()) : null;
        // Whoever stands in line looks for their number first, and a small phone shows little more than that.
        const busyInHall = tasks?.[0]?.now === true;
        return (
          <>
            <View className='line line--apart'>
              <View className='home-name'>{hall.name}</View>
              <View id='elder-switch' className={`elder-switch${elder ? ' elder-switch--on' : ''}`} {...spoken('switch', elder ? copy.elderBack : copy.elderSwitch, elder)} onClick={() => chooseElderMode(!elder)}>
                <Icon name='a-large-small' />
                <View className='elder-switch__word'>{elder ? copy.elderOff : copy.elderOn}</View>
              </View>
            </View>
            {hall.demo && <Notice tone='sun'>{copy.demo}</Notice>}
            {busyInHall && <Tasks of={tasks} />}
            <Card id='hall-now'>
              <View className='line line--apart home-state'>
                <StateTag id='hall-open-state' tone={tag.tone} icon={tag.icon}>{tag.word}</StateTag>
                {hall.opensAt && hall.closesAt && <View className='secondary figures'>{copy.hours(hall.opensAt, hall.closesAt)}</View>}
              </View>
              <View className='home-sentence'>{hall.sentence}</View>
              {hall.provisional && <View id='provisional' className='secondary'>{copy.provisional}</View>}
              {hall.openState !== 'closed' && (
                <View id='hall-waiting' className='waits'>
                  {hall.waiting.map((wait) => (
                    <View key={wait.cls} className='wait'>
                      <View className='wait__label'>{wait.label}</View>
                      {wait.count > 0 && <View className='wait__count'>{copy.people(wait.count)}</View>}
                      <View className={wait.count > 0 ? 'wait__minutes' : 'wait__count'}>{waitInWords(wait)}</View>
                    </View>
                  ))}
                </View>
              )}
            </Card>

            {!busyInHall && <Tasks of={tasks} />}

            <View className='heading'>{copy.doorsHeading}</View>
            <View className='doors'>
              {DOORS.map((door) => (
                <View key={door.id} id={door.id} className='door' hoverClass='card--pressed' {...spoken('button')} onClick={() => go(door.url)}>
                  <Icon name={door.icon} size='large' place='door__icon' />
                  <View className='door__words'><View className='door__title'>{door.words[0]}</View><View className='door__detail'>{door.words[1]}</View></View>
                </View>
              ))}
            </View>

            <Card className='card--rows'>
              {hall.dutyLeader && <Row id='duty-leader' icon='user-round' title={copy.duty(hall.dutyLeader)} detail={copy.dutyDetail} />}
              <Row icon='map-pin' title={hall.address} />
              <Row id='call-hall' icon='phone' title={copy.callHall} detail={hall.phone} onTap={() => callPhone(hall.phone)} />
            </Card>
            <View className='home-motto'>{hall.motto}</View>
          </>
        );
      }}
    </Screen>
  );
}

/** What waits for this person; null when nobody is signed in. */
function Tasks({ of: tasks }: { of: readonly Task[] | null }) {
  return (
    <>
      <View className='heading'>{copy.tasksHeading}</View>
      <Card id='tasks' className='card--rows'>
        {tasks === null && <Row id='task-sign-in' icon='user-round' title={copy.signInTask} detail={copy.signInTaskDetail} onTap={() => go('/account/sign-in/index')} />}
        {tasks?.length === 0 && <View className='secondary home-quiet'>{copy.noTasks}</View>}
        {tasks?.map((task) => <Row key={task.id} id={task.id} icon={task.icon} tone={task.tone} title={task.title} detail={task.detail} onTap={() => go(task.url)} />)}
      </Card>
    </>
  );
}
