import type { BookingView, SlotView } from '@hall/shared/api/views';
import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { get, list, post } from '../../kit/api.ts';
import { dayFromHere, today } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/visit.ts';
import { useIntent } from '../../kit/intent.ts';
import { go, settleAt, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Notice } from '../../kit/ui/card.tsx';
import { Choice } from '../../kit/ui/choice.tsx';
import { Screen, Trouble } from '../../kit/ui/screen.tsx';
import { read, type Wish } from '../errands.ts';
import { halves } from './time.view.ts';

const copy = words.book;

/** Refusals that only another booking of one's own can clear. */
const CLEARED_ELSEWHERE: readonly string[] = ['BOOKING_MATTER_OPEN', 'BOOKING_TOO_MANY', 'BOOKING_ACCOUNT_FULL'];

/** What time of the day, and the place is held: the last tap before the booking's own page. */
export default function Time() {
  const { day = '', errands, express, reschedule } = useRouter().params;
  const slots = useResource(`slots:${day}`, () => list<SlotView>(to('/resident/slots', { day, applicationId: express })), { everyMs: 20_000 });
  const [slot, setSlot] = useState<string | null>(null);

  /** A place just lost to somebody else is shown as lost. */
  const lookAgain = (error: unknown): never => {
    void slots.reload();
    throw error;
  };
  const hold = useIntent(async (key, slotId: string, matters: Wish[]) => {
    const booking = await post<BookingView>('/resident/bookings/hold', { slotId, matters }, { key }).catch(lookAgain);
    settleAt(to('/visit/booking/index', { id: booking.id }));
  });
  const move = useIntent(async (key, slotId: string, id: string) => {
    const { version } = await get<BookingView>(`/resident/bookings/${id}`);
    await post<BookingView>(`/resident/bookings/${id}/reschedule`, { version, slotId }, { key }).catch(lookAgain);
    void Taro.navigateBack({ delta: 2 });
  });
  const chosen = slots.data?.find((one) => one.id === slot && one.offered && one.free > 0);

  return (
    <Screen id='time-page' of={slots} empty={{ when: (all) => all.length === 0, icon: 'clock', title: copy.none }} footer={() => (
      <>
        <Trouble error={hold.error ?? move.error} />
        {hold.error && CLEARED_ELSEWHERE.includes(hold.error.code) && <Button id='my-bookings' kind='quiet' icon='calendar-check' onTap={() => go('/tabs/visit/index')}>{copy.mine}</Button>}
        <Button id='take' disabled={!chosen} busy={hold.busy || move.busy} onTap={() => { if (chosen) void (reschedule ? move.run(chosen.id, reschedule) : hold.run(chosen.id, read(errands))); }}>{reschedule ? copy.change : copy.hold}</Button>
      </>
    )}>
      {(all) => (
        <>
          <View className='display'><Text className='whole'>{dayFromHere(day, today())}</Text> <Text className='whole'>{copy.slot}</Text></View>
          {express && <Notice tone='ok'>{copy.expressHint}</Notice>}
          <View id='slots' className='stack'>
            {halves(all).map((half) => (
              <View key={half.label} className='stack'>
                <View className='heading'>{half.label}</View>
                <Choice id='slot' label={half.label} options={half.options} chosen={chosen ? [chosen.id] : []} onChoose={setSlot} />
              </View>
            ))}
          </View>
        </>
      )}
    </Screen>
  );
}
