import type { BookingView, SlotDayView } from '@hall/shared/api/views';
import { dayLabel } from '@hall/shared/kernel/day';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { spoken } from '../../kit/accessibility.ts';
import { get, list } from '../../kit/api.ts';
import { dayFromHere, dayInWords, nearDay, today } from '../../kit/clock.ts';
import { copy as kit } from '../../kit/copy/kit.ts';
import { copy as words } from '../../kit/copy/visit.ts';
import { go, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Notice } from '../../kit/ui/card.tsx';
import { Screen } from '../../kit/ui/screen.tsx';
import { read } from '../errands.ts';
import { freeInWords, mayChoose, notesOf, provisionalYears } from './day.view.ts';
import './index.scss';

const copy = words.book;

interface Choice { days: SlotDayView[]; /** The booking that is being moved. */ moving: BookingView | null }

/** The days for these wishes, or for the booking that is being moved. */
async function load(matterIds: readonly string[], applicationId: string | undefined, reschedule: string | undefined): Promise<Choice> {
  const moving = reschedule ? await get<BookingView>(`/resident/bookings/${reschedule}`) : null;
  const wanted = moving ? moving.matters.map((matter) => matter.matterId) : matterIds;
  return { days: await list<SlotDayView>(to('/resident/slot-days', { matterIds: wanted.join(','), applicationId })), moving };
}

/** Which day. Full and closed ones are shown with the reason, so nobody wonders. */
export default function Day() {
  const { errands, express, reschedule } = useRouter().params;
  const choice = useResource(`days:${errands ?? ''}:${reschedule ?? ''}`, () => load(read(errands).map((wish) => wish.matterId), express, reschedule));
  return (
    <Screen id='day-page' of={choice} empty={{ when: ({ days }) => days.length === 0, icon: 'calendar-check', title: copy.noDays }}>
      {({ days, moving }) => (
        <>
          <View className='display'>{reschedule ? copy.reschedule : copy.day}</View>
          {moving && <View id='moving' className='secondary figures'>{copy.now(`${dayFromHere(moving.day, today())} ${moving.from}–${moving.to}`)}</View>}
          {provisionalYears(days).map((year) => <Notice key={year} id='provisional' tone='info'>{kit.provisional(year)}</Notice>)}
          <View id='days' className='days'>
            {days.map((one) => (
              <View key={one.day} id={`day-${one.day}`} className={`day${mayChoose(one) ? '' : ' day--off'}`} {...spoken('button', `${dayInWords(one.day)} ${freeInWords(one)}`)}
                onClick={() => { if (mayChoose(one)) go(to('/visit/time/index', { day: one.day, errands, express, reschedule })); }}>
                <View className='day__weekday'>{one.weekdayLabel}</View>
                <View className='day__date figures'>{nearDay(one.day, today()) ?? dayLabel(one.day)}</View>
                <View className='day__free'>{freeInWords(one)}</View>
                {one.provisional && <View className='day__provisional'>{copy.provisional}</View>}
              </View>
            ))}
          </View>
          {notesOf(days).map((note) => <View key={note} className='secondary'>{note}</View>)}
        </>
      )}
    </Screen>
  );
}
