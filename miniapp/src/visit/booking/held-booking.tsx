import type { BookingView, MeView } from '@hall/shared/api/views';
import { yearOf } from '@hall/shared/kernel/day';
import { checkPhone } from '@hall/shared/kernel/phone';
import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { post } from '../../kit/api.ts';
import { useAskToNotify } from '../../kit/ask-to-notify.ts';
import { dayFromHere, now, today } from '../../kit/clock.ts';
import { copy as kit } from '../../kit/copy/kit.ts';
import { copy as words } from '../../kit/copy/visit.ts';
import { useIntent } from '../../kit/intent.ts';
import { replace, to } from '../../kit/navigate.ts';
import { leaveFor } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Facts, Notice } from '../../kit/ui/card.tsx';
import { Field, TextInput } from '../../kit/ui/field.tsx';
import { Trouble } from '../../kit/ui/screen.tsx';
import { bookAgain } from '../errands.ts';
import { VisitMatters } from '../visit-matters.tsx';
import { heldNotice } from './booking.view.ts';

const copy = words.booking;
interface Props { booking: BookingView; me: MeView; putMe: (me: MeView) => void }

/** A place kept for some minutes: what it is, how long still, whom to call, and the one button. */
export function HeldBooking({ booking, me, putMe }: Props) {
  const [phone, setPhone] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [ranOut, setRanOut] = useState(() => heldNotice(booking, now())?.over === true);
  const askToNotify = useAskToNotify('book');
  const confirm = useIntent(async (key, version: number) => {
    const typed = phone === '' ? null : checkPhone(phone);
    if (typed && !typed.ok) return setWrong(typed.message);
    if (!typed && me.maskedPhone === null) return setWrong(checkMissing());
    setWrong(null);
    await askToNotify();
    const booked = await post<BookingView>(`/resident/bookings/${booking.id}/confirm`, { version, ...(typed ? { contactPhone: typed.value } : {}) }, { key });
    leaveFor(`booking:${booking.id}`, { booking: booked, me });
    return replace(to('/visit/booking/index', { id: booking.id }));
  });
  // Without this the same thing could not be booked at another time until the hold has run out.
  const giveUp = useIntent(async (key, version: number) => {
    await post<BookingView>(`/resident/bookings/${booking.id}/cancel`, { version }, { key });
    return replace(bookAgain(booking.matters));
  });
  const over = ranOut || confirm.error?.code === 'BOOKING_HOLD_EXPIRED';
  const fill = useIntent(async (key, code: string) => putMe(await post<MeView>('/resident/me/phone', { code }, { key })));
  return (
    <>
      <HeldClock booking={booking} onOver={setRanOut} />
      <Card id='held'>
        <View className='display figures'><Text className='whole'>{dayFromHere(booking.day, today())}</Text> <Text className='whole'>{booking.from}–{booking.to}</Text></View>
        {booking.provisional && <View id='provisional' className='secondary'>{kit.provisional(yearOf(booking.day))}</View>}
        <Facts of={[[copy.address, `${booking.hallName}，${booking.hallAddress}`]]} />
      </Card>
      <VisitMatters matters={booking.matters} />
      {!over && (
        <Card>
          {me.maskedPhone && <Notice tone='info'>{copy.contactKnown(me.maskedPhone)}</Notice>}
          <Field label={copy.contact} hint={me.maskedPhone === null ? copy.contactHint : copy.contactOther} error={wrong} optional={me.maskedPhone !== null}>
            <TextInput id='contactPhone' type='number' label={copy.contact} value={phone} maxLength={20} onChange={setPhone} />
          </Field>
          {process.env.TARO_ENV === 'weapp' && me.maskedPhone === null && <Button id='fill-phone' kind='quiet' icon='phone' busy={fill.busy} onPhoneCode={(code) => { if (code !== null) void fill.run(code); }}>{copy.fillPhone}</Button>}
        </Card>
      )}
      {!over && <Trouble error={confirm.error ?? fill.error ?? giveUp.error} />}
      {over ? <Button id='book-again' icon='calendar-plus' onTap={() => replace(bookAgain(booking.matters))}>{copy.again}</Button> : (
        <>
          <Button id='confirm' busy={confirm.busy} disabled={giveUp.busy} onTap={() => void confirm.run(booking.version)}>{copy.confirm}</Button>
          {booking.actions.includes('cancel') && <Button id='give-up' kind='quiet' busy={giveUp.busy} disabled={confirm.busy} onTap={() => void giveUp.run(booking.version)}>{copy.giveUp}</Button>}
        </>
      )}
    </>
  );
}

const checkMissing = (): string => {
  const verdict = checkPhone('');
  return verdict.ok ? '' : verdict.message;
};

/** Counts down by itself, so that a second costs one small change and nothing else of the page. */
function HeldClock({ booking, onOver }: { booking: BookingView; onOver: (over: boolean) => void }) {
  const [at, setAt] = useState(now());
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const held = heldNotice(booking, at);
  const over = held?.over === true;
  useEffect(() => { if (over) onOver(true); }, [over, onOver]);
  return held && <Notice id='held-clock' tone={held.over ? 'accent' : 'warn'} title={held.title}>{held.detail}</Notice>;
}
