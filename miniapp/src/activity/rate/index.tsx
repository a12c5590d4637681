import type { ActivityThanksView, MyActivityView } from '@hall/shared/api/views';
import { RATING_LEVELS } from '@hall/shared/rating/rating.rules';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { spoken } from '../../kit/accessibility.ts';
import { get, post } from '../../kit/api.ts';
import { showFirst } from '../../kit/attention.ts';
import { copy as words } from '../../kit/copy/activity.ts';
import { faceOf } from '../../kit/faces.ts';
import { useIntent } from '../../kit/intent.ts';
import { go } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Notice } from '../../kit/ui/card.tsx';
import { Icon } from '../../kit/ui/icon.tsx';
import { Empty, Page, Screen, Trouble } from '../../kit/ui/screen.tsx';
import './index.scss';

const copy = words.rate;

/** How it was, in one tap and one more: by whoever came, once. */
export default function RateActivity() {
  const { id = '' } = useRouter().params;
  const page = useResource(`activity-rate:${id}`, () => get<MyActivityView>(`/resident/activities/${id}`));
  const [level, setLevel] = useState<number | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [thanks, setThanks] = useState<string | null>(null);
  const send = useIntent(async (_, signUpId: string, chosen: number) => { setThanks((await post<ActivityThanksView>(`/resident/activity-sign-ups/${signUpId}/rating`, { level: chosen })).thanks); });
  const toHome = <Button id='home' kind='quiet' icon='house' onTap={() => go('/tabs/home/index')}>{copy.home}</Button>;
  if (thanks) return <Page id='activity-rate-page'><Empty icon='circle-check' title={thanks} action={toHome} /></Page>;
  const submit = (signUpId: string) => { if (level === null) { setWrong(copy.choose); showFirst('#wrong'); } else void send.run(signUpId, level); };
  return (
    <Screen id='activity-rate-page' of={page} skeleton='page' empty={{ when: ({ signUp }) => !signUp?.actions.includes('rate'), icon: 'message-square-heart', title: copy.closed, detail: copy.closedDetail, action: toHome }}
      footer={({ signUp }) => <><Trouble error={send.error} /><Button id='submit' busy={send.busy} onTap={() => { if (signUp) submit(signUp.id); }}>{copy.submit}</Button></>}>
      {({ activity }) => (
        <>
          <View className='stack stack--close'><View className='display'>{copy.title}</View><View className='secondary'>{activity.title}</View></View>
          {wrong && <Notice id='wrong' tone='accent'>{wrong}</Notice>}
          <View id='levels' className='activity-levels'>
            {RATING_LEVELS.map(({ level: each, label }) => (
              <View key={each} id={`level-${each}`} className={`activity-level${level === each ? ` activity-level--on tone-${each <= 2 ? 'warn' : 'ok'}` : ''}`} {...spoken('radio', label, level === each)} onClick={() => { setWrong(null); setLevel(each); }}>
                <Icon name={faceOf(each)} size='large' /><View className='activity-level__word'>{label}</View>
              </View>
            ))}
          </View>
          <View className='secondary'>{copy.privacy}</View>
        </>
      )}
    </Screen>
  );
}
