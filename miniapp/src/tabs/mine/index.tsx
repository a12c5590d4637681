import type { ApplicationCardView, InboxItemView, MeView, RatingInvitationView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { spoken, useElderMode } from '../../kit/accessibility.ts';
import { ApiError, get, list, post } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/home.ts';
import { go, to } from '../../kit/navigate.ts';
import { chooseElderMode } from '../../kit/preferences.ts';
import { useResource } from '../../kit/resource.ts';
import { closeSession } from '../../kit/session.ts';
import { inOnePiece } from '../../kit/in-one-piece.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Row, StateTag } from '../../kit/ui/card.tsx';
import { Confirm } from '../../kit/ui/confirm.tsx';
import { Screen } from '../../kit/ui/screen.tsx';
import { applicationTone } from './mine.view.ts';
import './index.scss';

const copy = words.mine;
interface Account { me: MeView; applications: ApplicationCardView[]; ratings: RatingInvitationView[]; unread: number }

/** Null when nobody is signed in: the page still offers the elder mode and the way in. */
async function load(): Promise<{ account: Account | null }> {
  try {
    const [me, applications, ratings, inbox] = await Promise.all([
      get<MeView>('/resident/me'), list<ApplicationCardView>('/resident/applications'), list<RatingInvitationView>('/resident/ratings'), list<InboxItemView>('/resident/inbox'),
    ]);
    return { account: { me, applications, ratings: ratings.filter((rating) => rating.state === 'open'), unread: inbox.filter((item) => !item.read).length } };
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return { account: null };
    throw error;
  }
}

export default function Mine() {
  const mine = useResource('mine', load, { keep: true });
  const elder = useElderMode();
  const [leaving, setLeaving] = useState(false);
  const signOut = async () => {
    await post('/resident/sign-out').catch(() => undefined);
    closeSession(true);
    setLeaving(false);
  };
  return (
    <Screen id='mine-page' of={mine}>
      {({ account }) => (
        <>
          {account ? <Person me={account.me} /> : (
            <Card id='signed-out'>
              <View className='title'>{copy.signedOut}</View>
              <Button id='to-sign-in' onTap={() => go('/account/sign-in/index')}>{copy.signIn}</Button>
            </Card>
          )}
          {account && account.applications.length > 0 && (
            <>
              <View className='heading'>{copy.applications}</View>
              {account.applications.map((one) => (
                <Card key={one.id} id={`application-${one.id}`} onTap={() => go(to('/enrolment/status/index', { id: one.id }))}>
                  <View className='title'>{one.matterName} · {inOnePiece(one.maskedName) || one.relationLabel}</View>
                  <View className='secondary'>{one.nextStep}</View>
                  <StateTag tone={applicationTone(one.state)}>{one.stateLabel}</StateTag>
                </Card>
              ))}
            </>
          )}
          {account && account.ratings.length > 0 && (
            <Card className='card--rows'>
              {account.ratings.map((one) => <Row key={one.id} id={`rating-${one.id}`} icon='message-square-heart' tone='sun' title={copy.ratings} detail={one.matterNames.join('、')} onTap={() => go(to('/rating/rate/index', { id: one.id }))} />)}
            </Card>
          )}
          <Card className='card--rows'>
            {account && <Row id='go-inbox' icon='inbox' title={copy.inbox} aside={account.unread > 0 ? <View className='count'>{account.unread}</View> : undefined} onTap={() => go('/account/inbox/index')} />}
            {account && <Row id='go-family' icon='users' title={copy.family} detail={copy.familyDetail} onTap={() => go('/family/list/index')} />}
            <Row id='go-enquiries' icon='message-circle-question-mark' title={copy.enquiries} detail={copy.enquiriesDetail} onTap={() => go('/enquiry/mine/index')} />
            <Row id='go-voice' icon='lightbulb' title={copy.voice} detail={copy.voiceDetail} onTap={() => go('/voice/mine/index')} />
            <Row id='go-slip' icon='message-square-heart' title={copy.slip} detail={copy.slipDetail} onTap={() => go('/rating/rate/index')} />
            <Row id='elder-row' icon='a-large-small' title={copy.elder} detail={copy.elderDetail} aside={<View className={`toggle${elder ? ' toggle--on' : ''}`} {...spoken('switch', copy.elder, elder)} />} leads={false} onTap={() => chooseElderMode(!elder)} />
            <Row id='go-consents' icon='shield-check' title={copy.consents} detail={copy.consentsDetail} onTap={() => go('/account/consents/index')} />
            <Row id='go-staff' icon='landmark' title={copy.staff} detail={copy.staffDetail} onTap={() => go('/leader/bind/index')} />
          </Card>
          {account && <Button id='sign-out' kind='quiet' icon='log-out' onTap={() => setLeaving(true)}>{copy.signOut}</Button>}
          {leaving && <Confirm id='sign-out-ask' title={copy.signOutAsk} yes={copy.signOutYes} onYes={() => void signOut()} onNo={() => setLeaving(false)}>{copy.signOutDetail}</Confirm>}
        </>
      )}
    </Screen>
  );
}

function Person({ me }: { me: MeView }) {
  const sure = me.assurance === 'verified' || me.assurance === 'declared';
  return (
    <Card className='card--rows'>
      <View className='person'>
        <View className='title'>{me.maskedName ?? me.maskedPhone ?? copy.unnamed}</View>
        <StateTag id='assurance' tone={me.assurance === 'verified' ? 'ok' : 'info'} icon={me.assurance === 'verified' ? 'shield-check' : 'user-round'}>{copy.assurance[me.assurance]}</StateTag>
      </View>
      <Row id='go-identity' icon='user-round' title={copy.identity} detail={sure ? me.maskedCitizenId : copy.identityEmpty} onTap={() => go('/account/identity/index')} />
    </Card>
  );
}
