import type { DemoStaffView, HallOverviewView, StaffMeView, StaffUnreadView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { ApiError, STAFF_SIGN_IN_NEEDED, get, list, post, remove } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/leader.ts';
import { useIntent } from '../../kit/intent.ts';
import { back, go, replace, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { leaveStaffSession } from '../../kit/staff-session.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Notice, Row } from '../../kit/ui/card.tsx';
import { Confirm } from '../../kit/ui/confirm.tsx';
import { Screen, Trouble } from '../../kit/ui/screen.tsx';
import { sceneIn } from '../scene.ts';
import { ProofForm } from './proof-form.tsx';

const copy = words.bind;
const IN_WECHAT = process.env.TARO_ENV === 'weapp';
/** Whoever may work with the phone: heads and leaders. */
const OFFICE = 'leader.phone';
const SCAN_PAGE = '/leader/scan-confirm/index';

/** People to try the staff's phone with; nobody outside the demo. */
const demoStaff = async (): Promise<DemoStaffView[]> => ((await get<HallOverviewView>('/public/hall')).demo ? list<DemoStaffView>('/public/demo/staff') : []);

/** `me` is null when this phone is nobody's of the staff yet. */
async function load(): Promise<{ me: StaffMeView | null; unread: number; demo: DemoStaffView[] }> {
  try {
    const [me, { unread }] = await Promise.all([get<StaffMeView>('/staff/me'), get<StaffUnreadView>('/staff/inbox/unread')]);
    return { me, unread, demo: [] };
  } catch (error) {
    if (error instanceof ApiError && error.code === STAFF_SIGN_IN_NEEDED) return { me: null, unread: 0, demo: await demoStaff() };
    throw error;
  }
}

/** The staff's door on the phone: who has bound it, or how to. With a scene it leads on to that computer. */
export default function Bind() {
  const { scene: carried } = useRouter().params;
  const scene = sceneIn(carried);
  const door = useResource('staff-door', load);
  const entered = async () => {
    if (scene !== null) replace(to(SCAN_PAGE, { scene }));
    else await door.reload();
  };
  return (
    <Screen id='bind-page' of={door} skeleton='page'>
      {({ me, unread, demo }) => (me ? <Bound me={me} unread={unread} onLeft={() => void door.reload()} /> : <ProofForm demo={demo} onEntered={entered} />)}
    </Screen>
  );
}

function Bound({ me, unread, onLeft }: { me: StaffMeView; unread: number; onLeft: () => void }) {
  const [asking, setAsking] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const leave = useIntent(async () => {
    if (IN_WECHAT) await remove('/staff/me/wechat');
    await post('/staff/sign-out').catch(() => undefined);
    leaveStaffSession();
    setAsking(false);
    if (IN_WECHAT) onLeft();
    else back();
  });
  const scan = async () => {
    if (IN_WECHAT) try {
      const { result, path } = await Taro.scanCode({ scanType: ['qrCode'] });
      const scene = sceneIn(path) ?? sceneIn(result);
      setWrong(scene === null ? copy.notOurs : null);
      if (scene !== null) go(to(SCAN_PAGE, { scene }));
    } catch {
      setWrong(copy.scanFailed);
    }
  };
  return (
    <>
      <Card id='bound'>
        <View className='title'>{copy.bound(me.name)}</View>
        <View className='secondary'>{copy.post(me.departmentName, me.post)}</View>
        <View className='secondary'>{me.hallName}</View>
      </Card>
      <Card className='card--rows'>
        {me.permissions.includes(OFFICE) && <Row id='go-office' icon='file-pen-line' title={copy.office} detail={copy.officeDetail} onTap={() => go('/leader/home/index')} />}
        <Row id='go-inbox' icon='inbox' title={copy.inbox} aside={unread > 0 ? <View className='count'>{unread}</View> : undefined} onTap={() => go('/leader/inbox/index')} />
      </Card>
      {wrong && <Notice id='scan-wrong' tone='accent'>{wrong}</Notice>}
      {IN_WECHAT && <Button id='scan-console' icon='scan-line' onTap={() => void scan()}>{copy.scan}</Button>}
      <Button id='leave-staff' kind='plain' onTap={() => setAsking(true)}>{IN_WECHAT ? copy.unbind : copy.leave}</Button>
      {asking && (
        <Confirm id='leave-ask' title={IN_WECHAT ? copy.ask : copy.leaveAsk} yes={copy.yes} danger busy={leave.busy} onYes={() => void leave.run()} onNo={() => setAsking(false)}>
          {IN_WECHAT ? copy.askDetail : copy.leaveDetail}<Trouble error={leave.error} />
        </Confirm>
      )}
    </>
  );
}
