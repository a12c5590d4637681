import type { ActivitySignUpView, ActivityView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { today } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/activity.ts';
import { go, to } from '../../kit/navigate.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Notice } from '../../kit/ui/card.tsx';
import { QrCode } from '../../kit/ui/qr-code.tsx';
import { standingOf } from '../activity.view.ts';

const copy = words.one;

/** Where one stands, the one thing to do now, and what to show at the door. */
export function MySignUp({ signUp, activity: { id, ...activity } }: { signUp: ActivitySignUpView; activity: ActivityView }) {
  const { tone, title, detail } = standingOf(signUp, activity, today());
  return (
    <>
      <Notice id='sign-up' tone={tone} title={title}>{detail}</Notice>
      {signUp.actions.includes('attend') && <Button id='attend' icon='scan-line' onTap={() => go(to('/activity/attend/index', { id }))}>{copy.attend}</Button>}
      {signUp.actions.includes('rate') && <Button id='rate' icon='message-square-heart' onTap={() => go(to('/activity/rate/index', { id }))}>{copy.rate}</Button>}
      {signUp.state === 'signed-up' && (
        <Card id='sign-up-card'>
          <QrCode id='sign-up-qr' text={signUp.reference} label={`${copy.reference} ${signUp.reference}`} />
          <View className='centred title figures'>{signUp.reference.slice(0, 4)} {signUp.reference.slice(4)}</View>
          <View className='centred secondary'>{copy.person} {signUp.maskedName}</View>
          <View className='centred secondary'>{copy.qrHint}</View>
        </Card>
      )}
    </>
  );
}
