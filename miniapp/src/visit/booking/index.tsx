import type { BookingView, MeView } from '@hall/shared/api/views';
import { yearOf } from '@hall/shared/kernel/day';
import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { get, post } from '../../kit/api.ts';
import { dayFromHere, today } from '../../kit/clock.ts';
import { copy as kit } from '../../kit/copy/kit.ts';
import { copy as words } from '../../kit/copy/visit.ts';
import { saveFile } from '../../kit/files.ts';
import { useIntent } from '../../kit/intent.ts';
import { go, replace, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Facts, Notice, StateTag } from '../../kit/ui/card.tsx';
import { Confirm } from '../../kit/ui/confirm.tsx';
import { Icon } from '../../kit/ui/icon.tsx';
import { QrCode } from '../../kit/ui/qr-code.tsx';
import { Screen, Trouble } from '../../kit/ui/screen.tsx';
import { bookAgain } from '../errands.ts';
import { VisitMatters } from '../visit-matters.tsx';
import { arrival, calendarEntry, expressOf, toneOf } from './booking.view.ts';
import { HeldBooking } from './held-booking.tsx';

const copy = words.booking;

const load = async (id: string) => {
  const [booking, me] = await Promise.all([get<BookingView>(`/resident/bookings/${id}`), get<MeView>('/resident/me')]);
  return { booking, me };
};

export default function Booking() {
  const { id = '' } = useRouter().params;
  const state = useResource(`booking:${id}`, () => load(id), { keep: true });
  const [asking, setAsking] = useState(false);
  const [added, setAdded] = useState<'yes' | 'no' | null>(null);
  const put = (booking: BookingView) => { if (state.data) state.put({ ...state.data, booking }); };
  const cancel = useIntent(async (key, version: number) => { put(await post<BookingView>(`/resident/bookings/${id}/cancel`, { version }, { key })); setAsking(false); });
  const calendar = useIntent(async (_, booking: BookingView) => {
    await (process.env.TARO_ENV === 'h5' ? saveFile(`/resident/bookings/${id}/calendar.ics`, copy.fileName)
      : Taro.addPhoneCalendar(calendarEntry(booking)).then(() => setAdded('yes'), () => setAdded('no')));
  });
  return (
    <Screen id='booking-page' of={state} skeleton='page'>
      {({ booking, me }) => {
        if (booking.state === 'held' || booking.state === 'expired') return <HeldBooking booking={booking} me={me} putMe={(next) => state.put({ booking, me: next })} />;
        const coming = booking.state === 'booked' || booking.state === 'arrived';
        return (
          <>
            <Card id='booking-state'>
              <StateTag id='state-tag' tone={toneOf(booking.state)}>{booking.stateLabel}</StateTag>
              <View className='display figures'><Text className='whole'>{dayFromHere(booking.day, today())}</Text> <Text className='whole'>{booking.from}–{booking.to}</Text></View>
              <View>{booking.sentence}</View>
              {booking.state === 'booked' && <View className='secondary'>{arrival(booking)}</View>}
              {coming && booking.provisional && <View id='provisional' className='secondary'>{kit.provisional(yearOf(booking.day))}</View>}
            </Card>
            {booking.ticketId && <Button id='go-ticket' icon='ticket' onTap={() => replace(to('/visit/ticket/index', { id: booking.ticketId ?? undefined }))}>{copy.ticket}</Button>}
            {booking.state === 'booked' && booking.day === today() && !booking.ticketId && <Button id='go-check-in' icon='scan-line' onTap={() => go(to('/visit/check-in/index', { bookingId: id }))}>{copy.checkIn}</Button>}
            {(booking.state === 'cancelled' || booking.state === 'missed') && <Button id='book-again' icon='calendar-plus' onTap={() => replace(bookAgain(booking.matters))}>{copy.bookAgain}</Button>}
            {coming && (
              <Card>
                <QrCode id='booking-qr' text={booking.qr} label={`${copy.reference} ${booking.reference}`} />
                <View className='centred title figures'>{booking.reference}</View>
                <View className='centred secondary'>{copy.qrHint}</View>
              </Card>
            )}
            {coming && booking.bring.length > 0 && (
              <Card id='bring'>
                <View className='heading'>{copy.bring}</View>
                {booking.bring.map((thing) => <View key={thing} className='line'><Icon name='check' size='small' place='frame__tick' />{thing}</View>)}
              </Card>
            )}
            <VisitMatters matters={booking.matters} />
            <Card><Facts of={[[copy.address, `${booking.hallName}，${booking.hallAddress}`], [copy.phone, booking.contactPhoneMasked], [copy.reference, booking.reference]]} /></Card>
            {booking.state === 'booked' && <Button id='calendar' kind='quiet' icon='calendar-plus' busy={calendar.busy} onTap={() => void calendar.run(booking)}>{copy.calendar}</Button>}
            {added && <Notice tone={added === 'yes' ? 'ok' : 'warn'}>{added === 'yes' ? copy.calendarDone : copy.calendarFailed}</Notice>}
            {booking.actions.includes('reschedule') && <Button id='reschedule' kind='quiet' icon='clock' onTap={() => go(to('/visit/day/index', { reschedule: id, express: expressOf(booking) }))}>{copy.reschedule}</Button>}
            {booking.actions.includes('cancel') && <Button id='cancel' kind='plain' onTap={() => setAsking(true)}>{copy.cancel}</Button>}
            {!asking && <Trouble error={cancel.error ?? calendar.error} />}
            {asking && <Confirm id='cancel-ask' title={copy.cancelAsk} yes={copy.cancelYes} no={copy.cancelNo} danger busy={cancel.busy} onYes={() => void cancel.run(booking.version)} onNo={() => setAsking(false)}>{copy.cancelDetail}<Trouble error={cancel.error} /></Confirm>}
          </>
        );
      }}
    </Screen>
  );
}
