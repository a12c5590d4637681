import type { ScanLookView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { STAFF_SIGN_IN_NEEDED, post } from '../../kit/api.ts';
import { momentInWords, today } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/leader.ts';
import { useIntent } from '../../kit/intent.ts';
import { replace, settleAt, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Facts, Notice } from '../../kit/ui/card.tsx';
import { Empty, Page, Screen, Trouble } from '../../kit/ui/screen.tsx';
import { sceneIn } from '../scene.ts';

const copy = words.scan;
const DOOR = '/leader/bind/index';
const IN_WECHAT = process.env.TARO_ENV === 'weapp';

/** A computer asks to be let in: who asks, from where, and the two answers. */
export default function ScanConfirm() {
  const scene = sceneIn(useRouter().params.scene);
  const asked = useResource(scene === null ? null : `scan:${scene}`, () => post<ScanLookView>(`/staff/scan-sign-ins/${scene}/look`));
  const [answer, setAnswer] = useState<'confirm' | 'refuse' | null>(null);
  const say = useIntent(async (_, word: 'confirm' | 'refuse') => {
    await post(`/staff/scan-sign-ins/${scene}/${word}`);
    setAnswer(word);
  });
  if (scene === null) return <Page id='scan-page'><Empty icon='scan-line' title={copy.missing} action={<Button id='to-door' kind='quiet' onTap={() => replace(DOOR)}>{copy.again}</Button>} /></Page>;
  if (answer !== null) return (
    <Page id='scan-page'>
      <Empty icon={answer === 'confirm' ? 'circle-check' : 'shield-check'} title={answer === 'confirm' ? copy.confirmed : copy.refused} detail={answer === 'confirm' ? copy.confirmedDetail : copy.refusedDetail}
        action={<Button id='done' kind='quiet' onTap={() => settleAt('/tabs/mine/index')}>{copy.done}</Button>} />
    </Page>
  );
  // The code was used, has run out or is somebody else's; or this phone is nobody's of the staff yet.
  if (asked.error && asked.data === null && asked.error.status !== 0) {
    const unknown = asked.error.code === STAFF_SIGN_IN_NEEDED;
    return (
      <Page id='scan-page'>
        <Empty icon={unknown ? 'user-round' : 'clock'} title={asked.error.message}
          action={<Button id={unknown ? 'bind-first' : 'scan-again'} onTap={() => replace(unknown ? to(DOOR, { scene }) : DOOR)}>{unknown ? (IN_WECHAT ? copy.bindFirst : copy.signInFirst) : copy.again}</Button>} />
      </Page>
    );
  }
  return (
    <Screen id='scan-page' of={asked} skeleton='page'>
      {(look) => (
        <>
          <View className='display'>{copy.ask(look.staffName)}</View>
          <Notice id='warning' tone='warn' title={copy.warning}>{copy.warningDetail}</Notice>
          <Card id='who-asks'><Facts of={[[copy.computer, look.browser], [copy.place, look.place], [copy.at, momentInWords(look.askedAt, today())]]} /></Card>
          <Trouble error={say.error} />
          <Button id='confirm-scan' busy={say.busy} onTap={() => void say.run('confirm')}>{copy.confirm}</Button>
          <Button id='refuse-scan' kind='quiet' busy={say.busy} onTap={() => void say.run('refuse')}>{copy.refuse}</Button>
        </>
      )}
    </Screen>
  );
}
