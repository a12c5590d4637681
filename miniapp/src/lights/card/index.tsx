import type { LightCardView, LightPersonCardView } from '@hall/shared/api/views';
import { Image, View } from '@tarojs/components';
import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { spoken } from '../../kit/accessibility.ts';
import { get } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/lights.ts';
import { titles } from '../../kit/copy/titles.ts';
import { fileUrl } from '../../kit/files.ts';
import { callPhone, go, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Row, StateTag } from '../../kit/ui/card.tsx';
import { Empty, Page, Screen } from '../../kit/ui/screen.tsx';
import { badgeCode } from '../lights.view.ts';
import { Honours, Promises } from '../parts.tsx';
import '../lights.scss';

const copy = words.card;
const toBoard = (kind: 'primary' | 'quiet' = 'quiet') => <Button id='to-board' kind={kind} icon='users' onTap={() => go('/lights/board/index')}>{copy.board}</Button>;

/** What the code on a badge opens: who stands before one, what they answer for, what they promise. */
export default function ServiceCard() {
  const code = badgeCode(useRouter().params);
  const page = useResource(code === null ? null : `lights-card:${code}`, () => get<LightCardView>(`/public/lights/cards/${code}`), { keep: true });
  const person = page.data?.card ?? null;
  useShareAppMessage(() => (person ? { title: copy.share(person.name, person.post), path: to('/lights/card/index', { code: person.code }) } : { title: titles.lightsBoard, path: '/lights/board/index' }));
  const unknown = page.data === null && page.error?.status === 404;
  if (code === null || unknown) return <Page id='lights-card-page'><Empty icon='scan-line' title={unknown ? copy.unknown : copy.missing} detail={unknown ? copy.unknownDetail : copy.missingDetail} action={toBoard('primary')} /></Page>;
  return (
    <Screen id='lights-card-page' of={page} skeleton='page' footer={({ card }) => card && toBoard()}>
      {({ card, sentence, hallPhone }) => (card ? <Shown of={card} hallPhone={hallPhone} /> : (
        <Empty icon='user-round' title={copy.gone} {...(sentence ? { detail: sentence } : {})} action={<><Button id='call-hall' icon='phone' onTap={() => callPhone(hallPhone)}>{copy.callHall}</Button>{toBoard()}</>} />
      ))}
    </Screen>
  );
}

function Shown({ of: { name, badgeNumber, post, departmentId, departmentName, departmentPhone, photoUrl, partyLabel, windowLabel, duties, commitments, honours }, hallPhone }: { of: LightPersonCardView; hallPhone: string }) {
  const phone = departmentPhone ?? hallPhone;
  return (
    <>
      <Card id='identity'>
        <View className='identity'>
          {photoUrl && <Image className='identity__photo' src={fileUrl(photoUrl)} mode='aspectFill' {...spoken('img', copy.photoOf(name))} />}
          <View className='identity__words'>
            <View className='display' {...spoken('heading')}>{name}</View>
            <View>{post}</View>
            <View className='secondary figures'>{copy.badge(badgeNumber)}</View>
            {partyLabel && <StateTag id='party' tone='accent' icon='shield-check'>{partyLabel}</StateTag>}
            {windowLabel && <StateTag id='at-window' tone='ok' icon='map-pin'>{copy.at(windowLabel)}</StateTag>}
          </View>
        </View>
      </Card>
      <View className='heading'>{copy.duties}</View>
      <Card id='duties'><View className='lines'>{duties.map((duty) => <View key={duty} className='lines__one'>{duty}</View>)}</View></Card>
      <Promises id='commitments' title={copy.commitments} of={commitments} />
      <Honours id='honours' title={copy.honours} of={honours} />
      <Card className='card--rows'>
        {departmentId && <Row id='go-department' icon='landmark' title={departmentName} detail={copy.department} onTap={() => go(to('/lights/department/index', { id: departmentId }))} />}
        <Row id='call' icon='phone' title={departmentPhone ? copy.call : copy.callHall} detail={phone} onTap={() => callPhone(phone)} />
      </Card>
    </>
  );
}
