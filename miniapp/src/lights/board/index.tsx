import type { LightBoardView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { spoken } from '../../kit/accessibility.ts';
import { get } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/lights.ts';
import { go } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Row } from '../../kit/ui/card.tsx';
import { TextInput } from '../../kit/ui/field.tsx';
import { Screen } from '../../kit/ui/screen.tsx';
import { found } from '../lights.view.ts';
import { People } from '../parts.tsx';
import '../lights.scss';

const copy = words.board;
const load = () => get<LightBoardView>('/public/lights/board');
/** So many at once: a phone is told every box. */
const AT_ONCE = 8;

/** Everybody who works here, as they agreed to be shown. */
export default function StaffBoard() {
  const board = useResource('lights-board', load, { keep: true });
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState(AT_ONCE);
  const toDepartments = <Button id='to-departments' kind='quiet' icon='landmark' onTap={() => go('/lights/departments/index')}>{copy.departments}</Button>;
  return (
    <Screen id='lights-board-page' of={board} empty={{ when: ({ people }) => people.length === 0, icon: 'users', title: copy.empty, detail: copy.emptyDetail, action: toDepartments }}>
      {({ hallName, people }) => {
        const matching = found(people, typed);
        return (
          <>
            <View className='stack stack--close'><View className='display'>{copy.title}</View><View className='secondary'>{copy.lead(hallName)}</View></View>
            <Card className='card--rows'><Row id='go-departments' icon='landmark' title={copy.departments} detail={copy.departmentsDetail} onTap={() => go('/lights/departments/index')} /></Card>
            <TextInput id='search-people' label={copy.search} value={typed} maxLength={20} placeholder={copy.example} onChange={(text) => { setTyped(text); setShown(AT_ONCE); }} />
            {matching.length === 0 ? <View id='nobody' className='secondary' {...spoken('alert')}>{copy.none}</View> : <People of={matching.slice(0, shown)} />}
            {matching.length > shown && <View id='more-people' className='text-act' {...spoken('button')} onClick={() => setShown(shown + AT_ONCE)}>{copy.more(matching.length - shown)}</View>}
          </>
        );
      }}
    </Screen>
  );
}
