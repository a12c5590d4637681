import type { BookingView, MatterCardView, TicketView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { ApiError, list, post } from '../../kit/api.ts';
import { useAskToNotify } from '../../kit/ask-to-notify.ts';
import { today } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/visit.ts';
import { useIntent } from '../../kit/intent.ts';
import { replace, to } from '../../kit/navigate.ts';
import { codeIn, digitsOf } from '../../kit/scan.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Notice } from '../../kit/ui/card.tsx';
import { Choice } from '../../kit/ui/choice.tsx';
import { Field, TextInput } from '../../kit/ui/field.tsx';
import { Screen, Trouble } from '../../kit/ui/screen.tsx';
import { bookingsToday, firstChoice, openTicket, WALK_IN } from './check-in.view.ts';

const copy = words.checkIn;

const load = async () => {
  const [all, matters, tickets] = await Promise.all([list<BookingView>('/resident/bookings'), list<MatterCardView>('/public/matters'), list<TicketView>('/resident/tickets/current')]);
  return { all, matters, tickets };
};

/** Proof of being in the hall (scan, link or six digits), then which booking, or what for without one; then a number. */
export default function CheckIn() {
  const { code: linked, bookingId: asked, scene } = useRouter().params;
  const page = useResource('check-in', load);
  const [code, setCode] = useState<string | null>(() => codeIn(decodeURIComponent(linked ?? scene ?? '')));
  const [digits, setDigits] = useState('');
  const [picked, setPicked] = useState<string | null>(null);
  const [matterIds, setMatterIds] = useState<string[]>([]);
  const [stale, setStale] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);

  const scan = async () => {
    if (process.env.TARO_ENV === 'weapp') try {
      const { result, path } = await Taro.scanCode({ scanType: ['qrCode'] });
      const read = codeIn(result || path || '');
      setCode(read);
      setWrong(read === null ? copy.notHall : null);
    } catch {
      setWrong(copy.scanFailed);
    }
  };
  const askToNotify = useAskToNotify('ticket');
  const take = useIntent(async (key, proof: string, choice: string, matters: string[]) => {
    await askToNotify();
    const ticket = await post<TicketView>('/resident/check-in', { code: proof, ...(choice === WALK_IN ? { matterIds: matters } : { bookingId: choice }) }, { key }).catch((error: unknown) => {
      // A code that was scanned a while ago is no use any more: back to where a new one can be given.
      if (error instanceof ApiError && error.code === 'CHECK_IN_CODE_WRONG' && code !== null) { setCode(null); setStale(true); }
      throw error;
    });
    replace(to('/visit/ticket/index', { id: ticket.id }));
  });

  return (
    <Screen id='check-in-page' of={page}>
      {({ all, matters, tickets }) => {
        const bookings = bookingsToday(all, today());
        const having = openTicket(tickets, bookings);
        if (having) return <HavingTicket ticket={having} />;
        const choice = picked ?? firstChoice(bookings, asked);
        const wanted = matterIds.length > 0 ? matterIds : matters.length === 1 ? [matters[0]!.id] : [];
        const submit = () => {
          const proof = code ?? digits;
          if (proof.length < 6) setWrong(copy.digitsNeeded);
          else if (choice === null) setWrong(copy.whichHint);
          else if (choice === WALK_IN && wanted.length === 0) setWrong(copy.chooseMatter);
          else { setWrong(null); setStale(false); void take.run(proof, choice, wanted); }
        };
        return (
          <>
            {code ? <Notice id='code-known' tone='ok' title={copy.have} /> : (
              <Card id='code-ask'>
                <View>{copy.atHall}</View>
                {process.env.TARO_ENV === 'weapp' && <Button id='scan' kind='quiet' icon='scan-line' onTap={() => void scan()}>{copy.scan}</Button>}
                <Field label={copy.digits}><TextInput id='digits' type='number' big label={copy.digits} value={digits} maxLength={6} onChange={(text) => setDigits(digitsOf(text))} /></Field>
              </Card>
            )}
            {bookings.length > 0 && (
              <Field label={copy.which}>
                <Choice id='booking' label={copy.which} chosen={choice === null ? [] : [choice]} onChoose={setPicked}
                  options={[...bookings.map((booking) => ({ value: booking.id, label: `${booking.from}–${booking.to}`, detail: booking.matters.map((matter) => `${matter.matterName} ${matter.personName}`).join('，') })), { value: WALK_IN, label: copy.walkIn }]} />
              </Field>
            )}
            {choice === WALK_IN && (
              <Field label={copy.matters}>
                <Choice id='matter' label={copy.matters} many options={matters.map((matter) => ({ value: matter.id, label: matter.name }))} chosen={wanted} onChoose={(id) => setMatterIds(wanted.includes(id) ? wanted.filter((one) => one !== id) : [...wanted, id])} />
              </Field>
            )}
            {wrong && <Notice id='wrong' tone='accent'>{wrong}</Notice>}
            {stale ? <Notice id='stale-code' tone='accent'>{copy.stale}</Notice> : <Trouble error={take.error} />}
            <Button id='take-number' icon='ticket' busy={take.busy} onTap={submit}>{copy.take}</Button>
            {code && <Button id='code-again' kind='plain' onTap={() => { setCode(null); take.forget(); }}>{copy.again}</Button>}
          </>
        );
      }}
    </Screen>
  );
}

/** Whoever has a number already is shown it, instead of being asked for another. */
function HavingTicket({ ticket }: { ticket: TicketView }) {
  return (
    <>
      <Notice id='having-ticket' tone='info' title={copy.haveTicket(ticket.number)}>{copy.haveTicketDetail}</Notice>
      <Button id='see-ticket' icon='ticket' onTap={() => replace(to('/visit/ticket/index', { id: ticket.id }))}>{copy.seeTicket}</Button>
    </>
  );
}
