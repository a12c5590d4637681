import type { BookingView, TicketView } from '@hall/shared/api/views';
import { Text, View } from '@tarojs/components';
import { list } from '../../kit/api.ts';
import { dayFromHere, today } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/home.ts';
import { go, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Card, Row, StateTag } from '../../kit/ui/card.tsx';
import { Button } from '../../kit/ui/button.tsx';
import { Empty, Screen } from '../../kit/ui/screen.tsx';
import { ticketInWords } from '../ticket-words.ts';
import { arrange, beforeInWords, bookingTone, mattersInWords, ticketTone } from './visit.view.ts';

const copy = words.visit;

const load = async () => {
  const [tickets, before, bookings] = await Promise.all([list<TicketView>('/resident/tickets/current'), list<TicketView>('/resident/tickets/past'), list<BookingView>('/resident/bookings')]);
  return { tickets, before, ...arrange(bookings) };
};

export default function Visit() {
  const visits = useResource('visits', load, { keep: true, everyMs: 30_000 });
  const here = today();
  return (
    <Screen id='visit-page' of={visits}>
      {({ tickets, before, coming, past }) => (
        <>
          <Card className='card--rows'>
            <Row id='go-check-in' icon='scan-line' title={copy.checkIn} detail={copy.checkInDetail} onTap={() => go('/visit/check-in/index')} />
          </Card>
          {tickets.length > 0 && (
            <>
              <View className='heading'>{copy.ticketsHeading}</View>
              {tickets.map((ticket) => <TicketCard key={ticket.id} ticket={ticket} />)}
            </>
          )}
          {coming.length > 0 && <View className='heading'>{copy.bookingsHeading}</View>}
          {coming.map((booking) => <BookingCard key={booking.id} booking={booking} here={here} />)}
          {coming.length === 0 && tickets.length === 0 && <Empty icon='calendar-check' title={copy.empty} detail={copy.emptyDetail} />}
          <Button id='go-book' icon='calendar-plus' onTap={() => go('/visit/book/index')}>{copy.book}</Button>
          {before.length > 0 && (
            <>
              <View className='heading'>{copy.beforeHeading}</View>
              <Card className='card--rows'>{before.slice(0, 5).map((ticket) => <Row key={ticket.id} id={`before-${ticket.id}`} icon='ticket' {...beforeInWords(ticket, here)} onTap={() => go(to('/visit/ticket/index', { id: ticket.id }))} />)}</Card>
            </>
          )}
          {past.length > 0 && <View className='heading'>{copy.pastHeading}</View>}
          {past.slice(0, 5).map((booking) => <BookingCard key={booking.id} booking={booking} here={here} />)}
        </>
      )}
    </Screen>
  );
}

function TicketCard({ ticket }: { ticket: TicketView }) {
  const { place, detail, whole, icon } = ticketInWords(ticket);
  return (
    <Card id={`ticket-${ticket.id}`} onTap={() => go(to('/visit/ticket/index', { id: ticket.id }))}>
      <View className='line line--apart'><View className='display figures'>{ticket.number}</View><StateTag tone={ticketTone(ticket.state)} icon={icon}>{ticket.stateLabel}</StateTag></View>
      {place !== ticket.stateLabel && <View>{place}</View>}
      {detail && !whole && <View className='secondary'>{detail}</View>}
    </Card>
  );
}

function BookingCard({ booking, here }: { booking: BookingView; here: string }) {
  return (
    <Card id={`booking-${booking.id}`} onTap={() => go(to('/visit/booking/index', { id: booking.id }))}>
      <View className='title figures'><Text className='whole'>{dayFromHere(booking.day, here)}</Text> <Text className='whole'>{booking.from}–{booking.to}</Text></View>
      <View className='secondary'>{mattersInWords(booking.matters)}</View>
      <StateTag tone={bookingTone(booking.state)}>{booking.stateLabel}</StateTag>
    </Card>
  );
}
