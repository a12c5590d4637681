import type { TicketView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { spoken } from '../../kit/accessibility.ts';
import { copy as words } from '../../kit/copy/visit.ts';
import { StateTag, type Tone } from '../../kit/ui/card.tsx';
import { Icon, type IconName } from '../../kit/ui/icon.tsx';
import { QrCode } from '../../kit/ui/qr-code.tsx';
import { faceOf, sentenceOf, servedTimes, tagOf, waitLines, type AdviceKind, type Face } from './ticket.view.ts';

const copy = words.ticket;

const LOOK: Record<Face, { tone: Tone; icon: IconName }> = {
  waiting: { tone: 'info', icon: 'ticket' }, called: { tone: 'accent', icon: 'bell-ring' }, serving: { tone: 'ok', icon: 'circle-check' },
  missed: { tone: 'warn', icon: 'clock' }, parked: { tone: 'warn', icon: 'clock' }, over: { tone: 'plain', icon: 'clock' },
};

const ADVICE_ICON: Record<AdviceKind, IconName> = { away: 'footprints', stay: 'map-pin', later: 'clock' };

/** The ticket itself: what one would read from a slip of paper, and more. */
export function TicketFace({ ticket }: { ticket: TicketView }) {
  const face = faceOf(ticket.state);
  if (face === 'called') return <Called ticket={ticket} />;
  const times = servedTimes(ticket);
  return (
    <View id='ticket-face' className='face'>
      <View className='face__class'>{ticket.classLabel}</View>
      <View id='ticket-number' className='face__number figures'>{ticket.number}</View>
      <StateTag id='state-tag' {...(ticket.state === 'served' ? LOOK.serving : LOOK[face])}>{tagOf(ticket)}</StateTag>
      {face === 'waiting' && <Wait ticket={ticket} />}
      <View className='face__sentence' aria-live='polite'>{sentenceOf(ticket)}</View>
      {times && <View className='secondary figures'>{times}</View>}
      {(face === 'waiting' || face === 'parked') && <View className='face__qr'><QrCode id='ticket-qr' text={ticket.id} label={`${copy.qrHint} ${ticket.number}`} /></View>}
    </View>
  );
}

function Wait({ ticket }: { ticket: TicketView }) {
  const lines = waitLines(ticket);
  return (
    <>
      <View className='face__waits'>
        <View className='face__wait'><View className='secondary'>{lines.label}</View><View id='ahead' className='face__figure figures'>{lines.ahead}</View></View>
        <View className='face__wait'><View className='secondary'>{copy.wait}</View><View id='estimate' className='face__figure figures'>{lines.minutes}</View></View>
      </View>
      {lines.advice && <View id='step-out' className={`face__advice face__advice--${lines.kind}`}><Icon name={ADVICE_ICON[lines.kind]} /><View>{lines.advice}</View></View>}
    </>
  );
}

/** Nothing but where to go, as large as the phone allows. */
function Called({ ticket }: { ticket: TicketView }) {
  return (
    <View id='ticket-called' className='called' {...spoken('alert', `${copy.calledGo}${ticket.windowLabel ?? ''}`)}>
      <View className='called__bell'><Icon name='bell-ring' size='huge' /></View>
      <View id='ticket-number' className='called__number figures'>{ticket.number}</View>
      <View className='called__go'>{copy.calledGo}</View>
      <View id='called-window' className='called__window'>{ticket.windowLabel}</View>
      <View className='called__hint'>{copy.callCount(Math.max(1, ticket.callCount))} · {copy.calledHint}</View>
    </View>
  );
}
