import type { BookingView, SlotDayView } from '@hall/shared/api/views';
import { dayLabel } from '@hall/shared/kernel/day';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { spoken } from '../../kit/accessibility.ts';
import { get, list } from '../../kit/api.ts';
import { dayInWords } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/visit.ts';
import { go, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Screen } from '../../kit/ui/screen.tsx';
import { read } from '../errands.ts';
import { freeInWords, mayChoose } from './day.view.ts';
import './index.scss';

const copy = words.book;

/** The days for these wishes, or for the booking that is being moved. */
async function load(matterIds: readonly string[], applicationId: string | undefined, moving: string | undefined): Promise<SlotDayView[]> {
  const wanted = moving ? (await get<BookingView>(`/resident/bookings/${moving}`)).matters.map((matter) => matter.matterId) : matterIds;
  return list<SlotDayView>(to('/resident/slot-days', { matterIds: wanted.join(','), applicationId }));
}

/** Which day. Full and closed ones are shown with the reason, so nobody wonders. */
export default function Day() {
  const { errands, express, reschedule } = useRouter().params;
  const days = useResource(`days:${errands ?? ''}:${reschedule ?? ''}`, () => load(read(errands).map((wish) => wish.matterId), express, reschedule));
  return (
    <Screen id='day-page' of={days} empty={{ when: (all) => all.length === 0, icon: 'calendar-check', title: copy.noDays }}>
      {(all) => (
        <>
          <View className='display'>{reschedule ? copy.reschedule : copy.day}</View>
          <View id='days' className='days'>
            {all.map((one) => (
              <View key={one.day} id={`day-${one.day}`} className={`day${mayChoose(one) ? '' : ' day--off'}`} {...spoken('button', `${dayInWords(one.day)} ${freeInWords(one)}`)}
                onClick={() => { if (mayChoose(one)) go(to('/visit/time/index', { day: one.day, errands, express, reschedule })); }}>
                <View className='day__weekday'>{one.weekdayLabel}</View>
                <View className='day__date figures'>{dayLabel(one.day)}</View>
                <View className='day__free'>{freeInWords(one)}</View>
              </View>
            ))}
          </View>
        </>
      )}
    </Screen>
  );
}
