import type { LightDepartmentList } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { get } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/lights.ts';
import { callPhone, go, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Card, Row } from '../../kit/ui/card.tsx';
import { Screen } from '../../kit/ui/screen.tsx';
import { DutyCard } from '../duty-card.tsx';
import '../lights.scss';

const copy = words.departments;
const load = () => get<LightDepartmentList>('/public/lights/departments');

/** Who answers for what, and under which number. */
export default function Departments() {
  const page = useResource('lights-departments', load, { keep: true });
  return (
    <Screen id='lights-departments-page' of={page}>
      {({ items, hallName, hallPhone, address }) => {
        const unnamed = items.find(({ id }) => id === null);
        return (
          <>
            <View className='stack stack--close'><View className='display'>{copy.title}</View><View className='secondary'>{copy.lead}</View></View>
            <Card className='card--rows'>
              {items.flatMap(({ id, name, phone, people, duties }) => (id === null ? [] : [<Row key={id} id={`department-${id}`} icon='landmark' title={name} detail={[copy.counts(people, duties.length), phone].filter(Boolean).join('，')} onTap={() => go(to('/lights/department/index', { id }))} />]))}
            </Card>
            {unnamed && <><View className='heading'>{unnamed.name}</View>{unnamed.duties.map((duty) => <DutyCard key={duty.matterId} of={duty} />)}</>}
            <View className='heading'>{copy.hall}</View>
            <Card className='card--rows'>
              <Row id='call-hall' icon='phone' title={hallName} detail={hallPhone} onTap={() => callPhone(hallPhone)} />
              <Row icon='map-pin' title={address} />
            </Card>
          </>
        );
      }}
    </Screen>
  );
}
