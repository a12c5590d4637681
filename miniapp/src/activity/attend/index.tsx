import type { MyActivityView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { ApiError, get, post } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/activity.ts';
import { useIntent } from '../../kit/intent.ts';
import { replace, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { codeIn, digitsOf } from '../../kit/scan.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Notice } from '../../kit/ui/card.tsx';
import { Field, TextInput } from '../../kit/ui/field.tsx';
import { Empty, Screen, Trouble } from '../../kit/ui/screen.tsx';

const copy = words.attend;

/** Being there, proved by the code at the door: scanned, brought by its link, or six digits. */
export default function Attend() {
  const { id = '', code: linked } = useRouter().params;
  const page = useResource(`activity-door:${id}`, () => get<MyActivityView>(`/resident/activities/${id}`));
  const [code, setCode] = useState<string | null>(() => codeIn(decodeURIComponent(linked ?? '')));
  const [digits, setDigits] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const see = <Button id='see-activity' kind='quiet' onTap={() => replace(to('/activity/one/index', { id }))}>{copy.back}</Button>;

  const scan = async () => {
    if (process.env.TARO_ENV === 'weapp') try {
      const { result, path } = await Taro.scanCode({ scanType: ['qrCode'] });
      const read = codeIn(result || path || '');
      setCode(read);
      setWrong(read === null ? copy.notDoor : null);
    } catch {
      setWrong(copy.scanFailed);
    }
  };
  const attend = useIntent(async (_, signUpId: string, proof: string) => {
    const view = await post<MyActivityView>(`/resident/activity-sign-ups/${signUpId}/attend`, { code: proof }).catch((error: unknown) => {
      // A code that was scanned a while ago is no use any more: back to where a new one can be given.
      if (error instanceof ApiError && error.code === 'ACTIVITY_CODE_WRONG') setCode(null);
      throw error;
    });
    page.put(view);
  });

  return (
    <Screen id='attend-page' of={page}>
      {({ activity, signUp }) => {
        if (!signUp || signUp.state === 'called-off') return <Empty icon='users' title={copy.notSignedUp} detail={copy.notSignedUpDetail} action={see} />;
        if (signUp.state === 'attended') return <Empty icon='circle-check' title={copy.done} detail={copy.doneDetail} action={see} />;
        if (signUp.state === 'waiting') return <Empty icon='clock' title={copy.waiting} detail={copy.waitingDetail} action={see} />;
        const submit = () => { const proof = code ?? digits; if (proof.length < 6) setWrong(copy.digitsNeeded); else { setWrong(null); void attend.run(signUp.id, proof); } };
        return (
          <>
            <View className='display'>{activity.title}</View>
            {code ? <Notice id='code-known' tone='ok' title={copy.have} /> : (
              <Card id='code-ask'>
                <View>{process.env.TARO_ENV === 'weapp' ? copy.hint : copy.hintDigits}</View>
                {process.env.TARO_ENV === 'weapp' && <Button id='scan' kind='quiet' icon='scan-line' onTap={() => void scan()}>{copy.scan}</Button>}
                <Field label={copy.digits}><TextInput id='digits' type='number' big label={copy.digits} value={digits} maxLength={6} onChange={(text) => setDigits(digitsOf(text))} /></Field>
              </Card>
            )}
            {wrong && <Notice id='wrong' tone='accent'>{wrong}</Notice>}
            <Trouble error={attend.error} />
            <Button id='attend' icon='check' busy={attend.busy} onTap={submit}>{copy.submit}</Button>
            {code && <Button id='code-again' kind='plain' onTap={() => { setCode(null); attend.forget(); }}>{copy.again}</Button>}
          </>
        );
      }}
    </Screen>
  );
}
