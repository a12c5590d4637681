import type { LightDepartmentPageView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { get } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/lights.ts';
import { titles } from '../../kit/copy/titles.ts';
import { callPhone, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Screen } from '../../kit/ui/screen.tsx';
import { DutyCard } from '../duty-card.tsx';
import { Honours, People, Promises } from '../parts.tsx';
import '../lights.scss';

const copy = words.department;

/** A department: its duties with their limits, its people, its promises and honours. */
export default function Department() {
  const { id = '' } = useRouter().params;
  const page = useResource(`lights-department:${id}`, () => get<LightDepartmentPageView>(`/public/lights/departments/${encodeURIComponent(id)}`), { keep: true });
  useShareAppMessage(() => ({ title: page.data ? copy.share(page.data.name) : titles.lightsDepartments, path: page.data ? to('/lights/department/index', { id }) : '/lights/departments/index' }));
  return (
    <Screen id='lights-department-page' of={page} skeleton='page' footer={({ phone }) => phone && <Button id='call-department' icon='phone' onTap={() => callPhone(phone)}>{copy.call} {phone}</Button>}>
      {({ name, duties, staff, commitments, honours }) => (
        <>
          <View className='display'>{name}</View>
          {duties.length > 0 && <View className='heading'>{copy.duties}</View>}
          {duties.map((duty) => <DutyCard key={duty.matterId} of={duty} />)}
          <Promises id='commitments' title={copy.commitments} of={commitments} />
          <Honours id='honours' title={copy.honours} of={honours} />
          {staff.length > 0 && <View className='heading'>{copy.staff}</View>}
          {staff.length > 0 && <People of={staff} />}
        </>
      )}
    </Screen>
  );
}
