import type { TicketView } from '@hall/shared/api/views';
import { clockOf } from '@hall/shared/kernel/day';
import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { get, post } from '../../kit/api.ts';
import { calibrate, today } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/visit.ts';
import { useIntent, type Intent } from '../../kit/intent.ts';
import { useLiveBoard } from '../../kit/live.ts';
import { go, replace, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Notice } from '../../kit/ui/card.tsx';
import { Confirm } from '../../kit/ui/confirm.tsx';
import { Screen, Trouble } from '../../kit/ui/screen.tsx';
import { bookAgain } from '../errands.ts';
import { VisitMatters } from '../visit-matters.tsx';
import { TicketRecord } from './record.tsx';
import { DayTotals } from './day-totals.tsx';
import { TicketFace } from './ticket-face.tsx';
import { faceOf, goesOn, newlyCalled, nextLook, nextStep } from './ticket.view.ts';
import './index.scss';

const copy = words.ticket;

async function load(id: string): Promise<TicketView> {
  const ticket = await get<TicketView>(`/resident/tickets/${id}`);
  calibrate(ticket.serverTime);
  return ticket;
}

export default function Ticket() {
  const { id = '' } = useRouter().params;
  const [pace, setPace] = useState<number | null>(null);
  const ticket = useResource(`ticket:${id}`, () => load(id), { keep: true, ...(pace === null ? {} : { everyMs: pace }) });
  const [asking, setAsking] = useState(false);
  useLiveBoard(pace !== null, () => { void ticket.reload(); });
  useShake(ticket.data);
  useEffect(() => setPace(ticket.data && nextLook(ticket.data)), [ticket.data]);

  const act = useIntent(async (key, action: TicketAct, version: number) => {
    const after = await post<TicketView>(`/resident/tickets/${id}/${action === 'rejoin' ? 'rejoin' : 'leave'}`, { version }, { key });
    if (action === 'retake') return replace('/visit/check-in/index');
    ticket.put(after);
    return setAsking(false);
  });
  return (
    <Screen id='ticket-page' className={ticket.data ? `ticket ticket--${faceOf(ticket.data.state)}` : ''} of={ticket} skeleton='ticket'>
      {(it) => (
        <>
          {ticket.error && goesOn(it.state) && <Notice id='listen' tone='warn'>{copy.noNetwork}</Notice>}
          <TicketFace ticket={it} />
          <Next ticket={it} act={act} />
          {!asking && <Trouble error={act.error} />}
          {/* In boxes of their own: what arrives later does not send the rest of the page again. */}
          <View className='part'>{faceOf(it.state) === 'over' && <TicketRecord id={id} />}</View>
          {faceOf(it.state) !== 'called' && <VisitMatters matters={it.matters} />}
          <View className='part'>{faceOf(it.state) === 'over' && <DayTotals ticket={it} />}</View>
          {it.actions.includes('leave') && nextStep(it, today()) !== 'retake' && <Button id='leave' kind='plain' onTap={() => setAsking(true)}>{copy.leave}</Button>}
          <View className='centred small ticket__live'>{copy.live(clockOf(it.serverTime))}</View>
          {asking && <Confirm id='leave-ask' title={copy.leaveAsk} yes={copy.leaveYes} no={copy.leaveNo} danger busy={act.busy} onYes={() => void act.run('leave', it.version)} onNo={() => setAsking(false)}>{copy.leaveDetail}<Trouble error={act.error} /></Confirm>}
        </>
      )}
    </Screen>
  );
}

type TicketAct = 'rejoin' | 'leave' | 'retake';

/** The one button that leads on from here, and beside a new number today the way to come another day. */
function Next({ ticket, act }: { ticket: TicketView; act: Intent<[TicketAct, number]> }) {
  const next = nextStep(ticket, today());
  const book = () => go(bookAgain(ticket.matters));
  const again = next === 'retake' || next === 'check-in';
  return (
    <>
      {next === 'rate' && <Button id='rate' icon='message-square-heart' onTap={() => go(to('/rating/rate/index', { id: ticket.ratingInvitationId ?? undefined }))}>{copy.rate}</Button>}
      {next === 'rejoin' && <Button id='rejoin' icon='refresh-cw' busy={act.busy} onTap={() => void act.run('rejoin', ticket.version)}>{copy.rejoin}</Button>}
      {again && <Button id='retake' icon='ticket' busy={act.busy} onTap={() => { if (next === 'retake') void act.run('retake', ticket.version); else replace('/visit/check-in/index'); }}>{copy.retake}</Button>}
      {(again || next === 'book') && <Button id='book-again' kind={again ? 'quiet' : 'primary'} icon='calendar-plus' disabled={act.busy} onTap={book}>{copy.bookAgain}</Button>}
      {next === 'home' && <Button id='ticket-home' kind='quiet' icon='house' onTap={() => go('/tabs/home/index')}>{copy.home}</Button>}
    </>
  );
}

/** Shakes the phone three times at each new call, and keeps the screen awake while waiting. */
function useShake(ticket: TicketView | null): void {
  const before = useRef<TicketView | null>(null);
  useEffect(() => {
    if (!ticket) return;
    if (newlyCalled(before.current, ticket)) [0, 700, 1_400].forEach((delay) => setTimeout(() => { void Taro.vibrateLong().catch(() => undefined); }, delay));
    before.current = ticket;
  }, [ticket]);
  const waiting = ticket !== null && goesOn(ticket.state);
  useEffect(() => {
    if (process.env.TARO_ENV === 'weapp') {
      void Taro.setKeepScreenOn({ keepScreenOn: waiting });
      return () => { void Taro.setKeepScreenOn({ keepScreenOn: false }); };
    }
    return undefined;
  }, [waiting]);
}
