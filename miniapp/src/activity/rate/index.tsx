import type { ActivityThanksView, MyActivityView } from '@hall/shared/api/views';
import { RATING_LEVELS } from '@hall/shared/rating/rating.rules';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { get, post } from '../../kit/api.ts';
import { showFirst } from '../../kit/attention.ts';
import { copy as words } from '../../kit/copy/activity.ts';
import { useIntent } from '../../kit/intent.ts';
import { go } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Notice } from '../../kit/ui/card.tsx';
import { Levels } from '../../kit/ui/levels.tsx';
import { Empty, Page, Screen, Trouble } from '../../kit/ui/screen.tsx';

const copy = words.rate;
const LEVELS = RATING_LEVELS.map(({ level, label }) => ({ code: String(level), label }));

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
          <Levels id='level' levels={LEVELS} chosen={level} onChoose={(each) => { setWrong(null); setLevel(each); }} />
          <View className='secondary'>{copy.privacy}</View>
        </>
      )}
    </Screen>
  );
}
