import type { TicketRecordView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { get } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/visit.ts';
import { useResource } from '../../kit/resource.ts';
import { Screen } from '../../kit/ui/screen.tsx';
import { RecordCard } from '../ticket/record.tsx';

const copy = words.record;

/** By the code on the slip, without an account: the recorded times of that visit, and the word against them. */
export default function VisitTimes() {
  const { code = '' } = useRouter().params;
  const path = `/public/slips/${encodeURIComponent(code || '-')}`;
  const record = useResource(`times:${code}`, () => get<TicketRecordView>(`${path}/record`));
  return (
    <Screen id='times-page' of={record} skeleton='page'>
      {(it) => (
        <>
          <View className='display'>{copy.number(it.number)}</View>
          <RecordCard path={path} keeps={null} of={it} onChange={record.put} />
          <View className='secondary'>{copy.bySlip}</View>
        </>
      )}
    </Screen>
  );
}
