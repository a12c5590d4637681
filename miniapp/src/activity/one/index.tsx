import type { ActivityView, MyActivityView } from '@hall/shared/api/views';
import { Image, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { ApiError, get, post } from '../../kit/api.ts';
import { showTop, useTroubleShown } from '../../kit/attention.ts';
import { useAskToNotify } from '../../kit/ask-to-notify.ts';
import { momentInWords, today } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/activity.ts';
import { fileUrl } from '../../kit/files.ts';
import { useIntent } from '../../kit/intent.ts';
import { go } from '../../kit/navigate.ts';
import { orNewest } from '../../kit/newest.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Facts, Notice, StateTag } from '../../kit/ui/card.tsx';
import { Confirm } from '../../kit/ui/confirm.tsx';
import { Field, TextInput } from '../../kit/ui/field.tsx';
import { Screen, Trouble } from '../../kit/ui/screen.tsx';
import { leaving, placesInWords, scoreInWords, spanInWords, toneOf } from '../activity.view.ts';
import { MySignUp } from './my-sign-up.tsx';
import '../activity.scss';

const copy = words.one;

/** The activity for everybody, with one's own sign-up for whoever is signed in. */
async function load(id: string): Promise<{ activity: ActivityView; mine: MyActivityView | null }> {
  try {
    const mine = await get<MyActivityView>(`/resident/activities/${id}`);
    return { activity: mine.activity, mine };
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    return { activity: await get<ActivityView>(`/public/activities/${id}`), mine: null };
  }
}

export default function Activity() {
  const { id = '' } = useRouter().params;
  const page = useResource(`activity:${id}`, () => load(id), { keep: true });
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const askToNotify = useAskToNotify('activity');
  const put = (mine: MyActivityView) => page.put({ activity: mine.activity, mine });
  const join = useIntent(async (key, given: string | null) => {
    await askToNotify();
    put(await post<MyActivityView>(`/resident/activities/${id}/sign-ups`, { name: given }, { key }));
    // Whether there was a place for them stands at the top, the button was at the bottom.
    showTop();
  });
  const cancel = useIntent(async (_, signUpId: string, version: number) => {
    setAsking(false);
    put(await orNewest(page, () => post<MyActivityView>(`/resident/activity-sign-ups/${signUpId}/cancel`, { version })));
  });
  useTroubleShown(cancel.error ?? join.error);

  return (
    <Screen id='activity-page' of={page} skeleton='page'>
      {({ activity, mine }) => {
        const signUp = mine?.signUp ?? null;
        const submit = () => { if (mine?.nameNeeded && name.trim() === '') setWrong(copy.nameNeeded); else { setWrong(null); void join.run(mine?.nameNeeded ? name.trim() : null); } };
        const score = scoreInWords(activity.satisfaction);
        return (
          <>
            {activity.pictureUrl && <Image className='activity-picture' src={fileUrl(activity.pictureUrl)} mode='aspectFill' />}
            <View className='stack stack--close'><View className='display'>{activity.title}</View><StateTag id='activity-state' tone={toneOf(activity)}>{activity.stateLabel}</StateTag></View>
            {signUp ? <MySignUp signUp={signUp} activity={activity} /> : activity.state === 'cancelled' && activity.cancelReason ? <Notice tone='accent' title={copy.calledOff}>{copy.cancelledWhy(activity.cancelReason)}</Notice> : null}
            <Card><Facts id='activity-facts' of={[[copy.time, spanInWords(activity, today())], [copy.place, activity.place], ...(activity.signUpOpen ? [[copy.closes, momentInWords(activity.signUpClosesAt, today())] as const] : []), [copy.places, activity.state === 'announced' ? placesInWords(activity) : null], [copy.score, score]]} /></Card>
            <Card><View className='heading'>{copy.about}</View><View className='activity-words'>{activity.words}</View></Card>
            {activity.signUpOpen && mine === null && <Button id='sign-in' icon='user-round' onTap={() => go('/account/sign-in/index')}>{copy.signIn}</Button>}
            {activity.signUpOpen && mine !== null && signUp === null && (
              <>
                {mine.nameNeeded && <Field label={copy.name} hint={copy.nameHint} error={wrong}><TextInput id='name' label={copy.name} value={name} maxLength={30} onChange={setName} /></Field>}
                {activity.free === 0 && <Notice tone='info'>{copy.waitingHint}</Notice>}
                <Trouble error={join.error} />
                <Button id='join' icon='calendar-check' busy={join.busy} onTap={submit}>{activity.free > 0 ? copy.join : copy.joinWaiting}</Button>
              </>
            )}
            {signUp?.actions.includes('cancel') && <><Trouble error={cancel.error} /><Button id='cancel' kind='plain' busy={cancel.busy} onTap={() => { cancel.forget(); setAsking(true); }}>{leaving(signUp).cancel}</Button></>}
            {asking && signUp && <Confirm id='cancel-ask' title={leaving(signUp).cancelAsk} yes={leaving(signUp).cancelYes} no={leaving(signUp).cancelNo} danger busy={cancel.busy} onYes={() => void cancel.run(signUp.id, signUp.version)} onNo={() => setAsking(false)}>{leaving(signUp).cancelDetail}</Confirm>}
          </>
        );
      }}
    </Screen>
  );
}
